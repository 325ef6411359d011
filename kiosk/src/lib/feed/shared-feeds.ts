import type { FeedMessage } from './feed-message.ts';
import type { FeedFollower, StreamState } from './feed-stream.ts';

/** Tab → worker. `follow` is repeated as a sign of life; `leave`: no longer. */
export type ToSharer = { readonly kind: 'follow'; readonly url: string } | { readonly kind: 'leave' };

/** Worker → tab. */
export type ToFollower =
  { readonly kind: 'state'; readonly state: StreamState } | { readonly kind: 'message'; readonly message: FeedMessage };

/** The part of a MessagePort that sharing needs. */
export interface FollowerPort {
  postMessage(message: ToFollower): void;
}

interface Shared {
  readonly followers: Set<FollowerPort>;
  readonly close: () => void;
  state: StreamState | undefined;
  picture: FeedMessage | undefined;
}

/** Milliseconds after which a tab that said nothing counts as closed: thrice what a hidden tab's timers may take. */
export const tabGoneAfter = 180_000;

/** Keeps one stream per address for any number of tabs, and closes it when the last one has gone. */
export class SharedFeeds {
  readonly #open: (url: string, follower: FeedFollower) => () => void;
  readonly #now: () => number;
  readonly #feeds = new Map<string, Shared>();
  readonly #heard = new Map<FollowerPort, number>();

  constructor(open: (url: string, follower: FeedFollower) => () => void, now: () => number) {
    this.#open = open;
    this.#now = now;
  }

  hear(port: FollowerPort, message: ToSharer): void {
    if (message.kind === 'leave') return this.#drop(port);
    this.#heard.set(port, this.#now());
    this.#follow(port, message.url);
  }

  /** Lets go of tabs that ended without a word, as a crashed one does. */
  dropSilent(): void {
    for (const [port, at] of this.#heard) if (this.#now() - at > tabGoneAfter) this.#drop(port);
  }

  #follow(port: FollowerPort, url: string): void {
    const shared = this.#feeds.get(url) ?? this.#start(url);
    if (shared.followers.has(port)) return;
    shared.followers.add(port);
    if (shared.picture !== undefined) port.postMessage({ kind: 'message', message: shared.picture });
    if (shared.state !== undefined) port.postMessage({ kind: 'state', state: shared.state });
  }

  #start(url: string): Shared {
    const followers = new Set<FollowerPort>();
    const tellAll = (message: ToFollower): void => followers.forEach((port) => port.postMessage(message));
    const close = this.#open(url, {
      state: (state) => {
        shared.state = state;
        tellAll({ kind: 'state', state });
      },
      message: (message) => {
        if (isPicture(message)) shared.picture = message;
        tellAll({ kind: 'message', message });
      },
    });
    const shared: Shared = { followers, close, state: undefined, picture: undefined };
    this.#feeds.set(url, shared);
    return shared;
  }

  #drop(port: FollowerPort): void {
    this.#heard.delete(port);
    for (const [url, shared] of this.#feeds) {
      if (!shared.followers.delete(port) || shared.followers.size > 0) continue;
      shared.close();
      this.#feeds.delete(url);
    }
  }
}

/** What is sent whole, so that the latest one is enough for a tab that joins. */
function isPicture({ kind }: FeedMessage): boolean {
  return kind === 'board' || kind === 'desk' || kind === 'help' || kind === 'fleet';
}

/** Whether a message that arrived at the worker is one of a tab's. */
export function isToSharer(message: unknown): message is ToSharer {
  if (!hasKind(message)) return false;
  if (message.kind === 'follow') return 'url' in message && typeof message.url === 'string';
  return message.kind === 'leave';
}

/** Whether a message that arrived at a tab is one of the worker's. */
export function isToFollower(message: unknown): message is ToFollower {
  return hasKind(message) && (message.kind === 'state' || message.kind === 'message');
}

function hasKind(message: unknown): message is { readonly kind: unknown } {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
