import type { Feed } from '@lobby/hub/hub.ts';
import type { FeedEvent } from '@lobby/hub/contract';

const page = 500;
/** A page that was away for longer than this many events is shown how things are now instead of every one of them. */
const replayLimit = 2000;

/** Events after `sequence` in order, or `reset` when they are kept no longer or are too many to replay. */
export async function missedEvents(feed: Feed, sequence: number): Promise<readonly FeedEvent[] | 'reset'> {
  const newest = await feed.newest();
  if (sequence > newest || newest - sequence > replayLimit) return 'reset';
  const missed: FeedEvent[] = [];
  for (let reached = sequence; reached < newest;) {
    const events = await feed.after(reached, page);
    if (events === 'reset') return 'reset';
    const last = events.at(-1);
    if (last === undefined) break;
    missed.push(...events);
    reached = last.sequence;
  }
  return missed;
}
