import { feedNames, readFeedMessage, type FeedMessage, type FeedName } from './feed-message.ts';

export type StreamState = 'live' | 'lost';

/** Who listens to a stream. */
export interface FeedFollower {
  readonly message: (message: FeedMessage) => void;
  readonly state: (state: StreamState) => void;
}

/** The part of the browser's EventSource that a stream needs. */
export interface Source {
  readonly readyState: number;
  addEventListener(name: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

/** Milliseconds. The hub beats every 5 s: three missed beats mean that nobody is there, whatever the socket says. */
export const silenceLimit = 15_000;
const firstReopening = 1_000;
/** A hub that starts refuses for some seconds: whoever waits longer than this shows an old picture longer than it has to. */
const slowestReopening = 2_000;
const closed = 2;

/**
 * One connection to a feed that never gives up. While EventSource reconnects by itself it also resumes by
 * Last-Event-ID; after a refusal or a silence, where it would stop, it is opened anew, after 1 s, then every 2 s.
 * Returns the way to close it.
 */
export function openFeedStream(
  url: string,
  follower: FeedFollower,
  open: (url: string) => Source = (address) => new EventSource(address),
): () => void {
  let state: StreamState | undefined;
  let reopening = firstReopening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: Source;

  const tell = (next: StreamState): void => {
    if (state !== next) follower.state((state = next));
  };
  const wait = (milliseconds: number, then: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(then, milliseconds);
  };
  const reopenLater = (): void => {
    tell('lost');
    source.close();
    wait(reopening, connect);
    reopening = Math.min(reopening * 2, slowestReopening);
  };
  const hear = (name: FeedName, data: unknown): void => {
    const message = readFeedMessage(name, typeof data === 'string' ? data : '');
    wait(silenceLimit, reopenLater);
    if (message === undefined) return;
    reopening = firstReopening;
    tell('live');
    follower.message(message);
  };
  function connect(): void {
    const current = open(url);
    source = current;
    wait(silenceLimit, reopenLater);
    for (const name of feedNames) {
      current.addEventListener(name, (event) => {
        if (current === source) hear(name, event.data);
      });
    }
    current.addEventListener('error', () => {
      if (current !== source) return;
      if (current.readyState === closed) reopenLater();
      else tell('lost');
    });
  }

  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
