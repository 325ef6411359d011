import type { EventFeed } from '../feed/event-feed.ts';
import type { SpokenCalls } from './spoken-calls.ts';

/**
 * After each change of a queue, or of a screen that sounds its calls, those of its next tickets are made ahead of need.
 * Returns the way to stop, which waits for what is being read.
 */
export function prepareCalls(
  feed: EventFeed,
  spoken: SpokenCalls,
  onTrouble: (error: unknown) => void,
): () => Promise<void> {
  let waiting = new Set<string>();
  let working: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    while (waiting.size > 0) {
      const queues = [...waiting];
      waiting = new Set();
      await spoken.prepare(queues);
    }
  };
  const leave = feed.follow(
    (events) => {
      for (const queueId of events.flatMap((event) => spoken.queuesOf(event))) waiting.add(queueId);
      working ??= work()
        .catch(onTrouble)
        .finally(() => (working = undefined));
    },
    () => undefined,
  );
  return async () => {
    leave();
    waiting = new Set();
    await working;
  };
}
