import { followFeed } from '#lib/feed/follow-feed.ts';
import type { DeskRefusal, DeskView, Words } from '@lobby/hub/contract';
import type { KeyedAction } from './desk-keys.ts';
import { sendAction } from './send-action.ts';
import type { Connection } from '#lib/staff/connection.ts';
import { browserSending } from '#lib/staff/send-until-answered.ts';
import { newWriteKey } from '#lib/staff/write-key.ts';

/** The last thing that was done or refused, and to which ticket. */
export type Notice =
  | { readonly kind: 'done'; readonly action: KeyedAction; readonly label: string }
  | { readonly kind: 'refused'; readonly reason: DeskRefusal; readonly said: Words }
  | { readonly kind: 'failed' }
  | { readonly kind: 'no-answer' };

/** Milliseconds after a call in which the same key is taken for a slip of the finger. */
const slipOfFinger = 1_000;
/** How long the page says that something was done. Milliseconds. */
const doneShows = 6_000;

/** A desk as its page keeps it: the newest view, the action under way, what came of the last one. */
export class DeskState {
  view: DeskView;
  connection = $state<Connection>('joining');
  doing = $state.raw<{ readonly action: KeyedAction; readonly retrying: boolean } | undefined>();
  notice = $state.raw<Notice | undefined>();
  /** True for a moment after a call: the key does nothing then. */
  justCalled = $state(false);
  /** The hub's time when it last said anything, and this browser's then. Milliseconds. */
  #heard = $state.raw<{ readonly hub: number; readonly here: number }>();
  #onExpelled: () => void;

  constructor(view: DeskView, onExpelled: () => void) {
    this.view = $state.raw(view);
    this.#onExpelled = onExpelled;
    this.#hear(view.at);
  }

  /** Follows the hub until the returned function is called. */
  follow(): () => void {
    return followFeed('/api/desk/feed', {
      desk: (view) => {
        this.#hear(view.at);
        this.#show(view);
      },
      beat: (at) => this.#hear(at),
      state: (state) => void (this.connection = state),
    });
  }

  /** Milliseconds since the hub last said anything, at this browser's time. */
  age(now: number): number {
    return Math.max(0, now - (this.#heard?.here ?? now));
  }

  /** The hub's time at this browser's time, milliseconds since the epoch. */
  hubTime(now: number): number {
    return (this.#heard?.hub ?? now) + this.age(now);
  }

  may(action: KeyedAction): boolean {
    if (this.doing !== undefined) return false;
    if (action === 'next') return this.view.waiting.length > 0 && !this.justCalled;
    return this.view.serving !== null;
  }

  async act(action: KeyedAction): Promise<void> {
    if (!this.may(action)) return;
    const before = this.view.serving;
    this.doing = { action, retrying: false };
    this.notice = undefined;
    const key = newWriteKey();
    const { ticketId, version } = before ?? { ticketId: '', version: 0 };
    const serving = before === null ? null : { ticketId, version };
    const outcome = await sendAction(
      action === 'next' ? { key, action, serving } : { key, action, ticketId, version },
      browserSending(() => void (this.doing = { action, retrying: true })),
    );
    if ('view' in outcome && outcome.view !== null) this.#show(outcome.view);
    if (outcome.kind === 'done') {
      const label = (action === 'next' ? this.view.serving : before)?.label ?? '';
      this.#say({ kind: 'done', action, label });
      if (action === 'next') this.#holdKey();
    } else {
      this.notice = outcome;
    }
    this.doing = undefined;
    if (outcome.kind === 'refused' && (outcome.reason === 'not-logged-in' || outcome.reason === 'desk-unknown'))
      this.#onExpelled();
  }

  /** Asks whether anybody is still logged in here: a feed that ended may mean that nobody is. */
  async checkLogin(): Promise<void> {
    try {
      const response = await fetch('/api/desk/login', { signal: AbortSignal.timeout(4_000) });
      if (response.status === 401 || response.status === 403) this.#onExpelled();
    } catch {
      // The hub is away; the feed says so already.
    }
  }

  #hear(at: string): void {
    this.#heard = { hub: Date.parse(at), here: Date.now() };
  }

  /** Replies and the feed overtake each other: only the newer view counts. */
  #show(view: DeskView): void {
    const { sequence, at } = this.view;
    if (view.sequence > sequence || (view.sequence === sequence && view.at >= at)) this.view = view;
  }

  #say(notice: Notice): void {
    this.notice = notice;
    setTimeout(() => {
      if (this.notice === notice) this.notice = undefined;
    }, doneShows);
  }

  #holdKey(): void {
    this.justCalled = true;
    setTimeout(() => void (this.justCalled = false), slipOfFinger);
  }
}
