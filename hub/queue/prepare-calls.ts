import type { EventFeed } from '../feed/event-feed.ts';
import type { SpokenCalls } from './spoken-calls.ts';

/** After each change of a queue, or of a screen that sounds its calls, those of its next tickets are made ahead of need. */
export function prepareCalls(feed: EventFeed, spoken: SpokenCalls, onTrouble: (error: unknown) => void): () => void {
  let waiting = new Set<string>();
  let working = false;
  const work = async (): Promise<void> => {
    while (waiting.size > 0) {
      const queues = [...waiting];
      waiting = new Set();
      await spoken.prepare(queues);
    }
  };
  return feed.follow(
    (events) => {
      for (const queueId of events.flatMap((event) => spoken.queuesOf(event))) waiting.add(queueId);
      if (working) return;
      working = true;
      void work()
        .catch(onTrouble)
        .finally(() => (working = false));
    },
    () => undefined,
  );
}
