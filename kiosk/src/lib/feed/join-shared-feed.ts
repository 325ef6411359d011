import type { FeedFollower } from './feed-stream.ts';
import { isToFollower, type ToSharer } from './shared-feeds.ts';

/** How often a tab says that it still follows. A browser may stretch this to a minute in a hidden tab. */
const stillHereEvery = 20_000;

/** Follows a feed through the connection that all tabs of this browser share. Returns the way to stop. */
export function joinSharedFeed(url: string, follower: FeedFollower): () => void {
  const worker = new SharedWorker(new URL('./feed-worker.ts', import.meta.url), { type: 'module', name: 'feed' });
  const say = (message: ToSharer): void => worker.port.postMessage(message);
  const join = (): void => say({ kind: 'follow', url });
  const leave = (): void => say({ kind: 'leave' });

  worker.port.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isToFollower(event.data)) return;
    if (event.data.kind === 'state') follower.state(event.data.state);
    else follower.message(event.data.message);
  });
  worker.port.start();
  join();
  const stillHere = setInterval(join, stillHereEvery);
  // A page that comes back from the browser's history was told to leave when it went.
  addEventListener('pagehide', leave);
  addEventListener('pageshow', join);
  return () => {
    clearInterval(stillHere);
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', join);
    leave();
    worker.port.close();
  };
}
