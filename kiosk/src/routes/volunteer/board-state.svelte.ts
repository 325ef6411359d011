import { followFeed } from '#lib/feed/follow-feed.ts';
import type { Connection } from '#lib/staff/connection.ts';
import { browserSending } from '#lib/staff/send-until-answered.ts';
import { newWriteKey } from '#lib/staff/write-key.ts';
import type { FeedEvent, HelpActionKind, HelpBoard, Helper, HelpRefusal, HelpRequest } from '@lobby/hub/contract';
import type { SoundState } from '@lobby/display/calls/loudspeaker.ts';
import { SvelteMap } from 'svelte/reactivity';
import { Bell } from './bell.ts';
import { ringOf } from './ring.ts';
import { sendHelpAction } from './send-help-action.ts';

/** Something that the helper has to know though the lists do not say it. */
export type Notice =
  | { readonly kind: 'refused'; readonly reason: HelpRefusal; readonly helper: Helper | null }
  | { readonly kind: 'withdrawn' | 'lapsed'; readonly request: HelpRequest }
  | { readonly kind: 'failed' | 'no-answer' };

/** The volunteers' board as its page keeps it: the newest picture, presses under way, what has to be known besides. */
export class BoardState {
  board: HelpBoard;
  connection = $state<Connection>('joining');
  sound = $state<SoundState>();
  notice = $state.raw<Notice | undefined>();
  /** Requests whose press is on its way; true: it is being sent again. */
  readonly doing = new SvelteMap<string, boolean>();
  #heard = $state.raw<{ readonly hub: number; readonly here: number }>();
  #bell: Bell | undefined;
  readonly #onExpelled: () => void;

  constructor(board: HelpBoard, onExpelled: () => void) {
    this.board = $state.raw(board);
    this.#onExpelled = onExpelled;
    this.#hear(board.at);
  }

  get waiting(): readonly HelpRequest[] {
    return this.board.requests.filter(({ state }) => state === 'waiting');
  }

  get mine(): readonly HelpRequest[] {
    return this.board.requests.filter(({ mine }) => mine);
  }

  get others(): readonly HelpRequest[] {
    return this.board.requests.filter(({ state, mine }) => state !== 'waiting' && !mine);
  }

  /** Follows the hub until the returned function is called. */
  follow(): () => void {
    const bell = new Bell((sound) => void (this.sound = sound));
    this.#bell = bell;
    this.#ring(undefined, this.board);
    const leave = followFeed('/api/volunteer/feed', {
      help: (board) => this.#show(board),
      event: (event) => this.#noteEnd(event),
      beat: (at) => this.#hear(at),
      state: (state) => void (this.connection = state),
    });
    return () => {
      leave();
      bell.close();
    };
  }

  /** From a tap: lets the browser ring. */
  unmute(): void {
    void this.#bell?.unlock();
  }

  /** Milliseconds since the hub last said anything, at this browser's time. */
  age(now: number): number {
    return Math.max(0, now - (this.#heard?.here ?? now));
  }

  /** The hub's time at this browser's time, milliseconds since the epoch. */
  hubTime(now: number): number {
    return (this.#heard?.hub ?? now) + this.age(now);
  }

  async act(action: HelpActionKind, requestId: string): Promise<void> {
    if (this.doing.has(requestId)) return;
    this.notice = undefined;
    this.doing.set(requestId, false);
    const sending = browserSending(() => void this.doing.set(requestId, true));
    const outcome = await sendHelpAction({ key: newWriteKey(), action, requestId }, sending);
    if ('board' in outcome && outcome.board !== null) this.#show(outcome.board);
    this.doing.delete(requestId);
    if (outcome.kind === 'expelled') this.#onExpelled();
    else if (outcome.kind === 'refused') {
      const { reason, helper } = outcome;
      this.notice = { kind: 'refused', reason, helper };
    } else if (outcome.kind !== 'done') this.notice = { kind: outcome.kind };
  }

  /** Asks whether somebody is still logged in here: a feed that ended may mean that nobody is. */
  async checkLogin(): Promise<void> {
    try {
      const response = await fetch('/api/staff/login', { signal: AbortSignal.timeout(4_000) });
      if (response.status === 401 || response.status === 403) this.#onExpelled();
    } catch {
      // The hub is away; the feed says so already.
    }
  }

  #hear(at: string): void {
    this.#heard = { hub: Date.parse(at), here: Date.now() };
  }

  /** Replies and the feed overtake each other: only the newer picture counts. */
  #show(board: HelpBoard): void {
    this.#hear(board.at);
    const before = this.board;
    if (board.sequence < before.sequence || (board.sequence === before.sequence && board.at < before.at)) return;
    this.board = board;
    this.#ring(before, board);
  }

  #ring(before: HelpBoard | undefined, after: HelpBoard): void {
    const ring = ringOf(before, after);
    if (ring !== undefined) void this.#bell?.ring(ring);
  }

  /** A request that was mine has ended without me: whoever is on the way has to hear it. */
  #noteEnd({ type, body }: FeedEvent): void {
    const { state } = body;
    if (type !== 'assist.changed' || (state !== 'withdrawn' && state !== 'lapsed')) return;
    const request = this.mine.find(({ requestId }) => requestId === body['requestId']);
    if (request !== undefined) this.notice = { kind: state, request };
  }
}
