import { followFeed } from '#lib/feed/follow-feed.ts';
import type { DeskState } from './desk-state.svelte.ts';

/** How often a page that has lost its feed asks whether anybody is still logged in. Milliseconds. */
const loginCheckEvery = 5_000;

/** Lets a desk live and keeps it in step with the hub. Returns the way to stop. */
export function followDesk(desk: DeskState, onExpelled: () => void): () => void {
  desk.alive = true;
  const stopFollowing = followFeed('/api/desk/feed', {
    desk: (view) => {
      desk.hear(view.at);
      desk.show(view);
    },
    beat: (at) => desk.hear(at),
    state: (state) => void (desk.connection = state),
  });
  const tick = setInterval(() => (desk.now = Date.now()), 1_000);
  const check = setInterval(() => desk.connection === 'lost' && void checkLogin(onExpelled), loginCheckEvery);
  return () => {
    stopFollowing();
    clearInterval(tick);
    clearInterval(check);
  };
}

/** Asks whether anybody is still logged in here: a feed that ended may mean that nobody is. */
async function checkLogin(onExpelled: () => void): Promise<void> {
  try {
    const response = await fetch('/api/desk/login', { signal: AbortSignal.timeout(4_000) });
    if (response.status === 401 || response.status === 403) onExpelled();
  } catch {
    // The hub is away; the feed says so already.
  }
}
