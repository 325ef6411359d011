// Runs as a SharedWorker: all tabs of a browser that follow a feed meet here.
import { openFeedStream } from './feed-stream.ts';
import { isToSharer, SharedFeeds } from './shared-feeds.ts';

const feeds = new SharedFeeds(openFeedStream, () => Date.now());

addEventListener('connect', (event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined;
  port?.addEventListener('message', (message: MessageEvent<unknown>) => {
    if (isToSharer(message.data)) feeds.hear(port, message.data);
  });
  port?.start();
});

setInterval(() => feeds.dropSilent(), 60_000);
