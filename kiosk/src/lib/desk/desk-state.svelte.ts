import type { DeskAction, DeskActionKind, DeskView } from '@lobby/hub/contract';
import type { Connection } from '#lib/staff/connection.ts';
import { newWriteKey } from '#lib/staff/write-key.ts';
import type { Wish } from './asking.ts';
import type { NotDone, Notice } from './notice.ts';
import { nextTicketOf, ticketIn } from './rows.ts';
import type { ActionOutcome } from './send-action.ts';
import { calledBesideUs, takenBetween, takenSoFar, type Taken } from './taken.ts';

/** Milliseconds after a call in which the same key is taken for a slip of the finger. */
const slipOfFinger = 1_000;
/** How long the page says that something was done. Milliseconds. */
const doneShows = 6_000;
/** How long a ticket that another desk took stays in the list and says so. Milliseconds. */
const takenShows = 5_000;

/** How a page reaches the hub, and what it does when nobody is logged in any more. */
export interface DeskSeams {
  readonly send: (action: DeskAction, onRetry: () => void) => Promise<ActionOutcome>;
  readonly onExpelled: () => void;
}

/** A desk as its page keeps it: the newest view, the action under way, what came of the last one. */
export class DeskState {
  view: DeskView;
  connection = $state<Connection>('joining');
  /** Whether the page lives. Before that no key reaches it, so nothing may look as if it could be pressed. */
  alive = $state(false);
  doing = $state.raw<{ readonly action: DeskActionKind; readonly retrying: boolean } | undefined>();
  notice = $state.raw<Notice | undefined>();
  /** Tickets that others have just taken from the list. */
  taken = $state.raw<readonly Taken[]>([]);
  /** True for a moment after a call: the key for the next does nothing then. */
  justCalled = $state(false);
  /** This browser's time, as the page last looked. Milliseconds. */
  now = $state(Date.now());
  /** The hub's time when it last said anything, and this browser's then. Milliseconds. */
  #heard = $state.raw<{ readonly hub: number; readonly here: number }>();
  /** The action that was wanted last, done or not. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #seams: DeskSeams;
  readonly #watchers: ((before: DeskView) => void)[] = [];

  constructor(view: DeskView, seams: DeskSeams) {
    this.view = $state.raw(view);
    this.#seams = seams;
    this.hear(view.at);
  }

  /** Milliseconds since the hub last said anything. */
  get age(): number {
    return Math.max(0, this.now - (this.#heard?.here ?? this.now));
  }

  /** The hub's time, milliseconds since the epoch. */
  get hubTime(): number {
    return (this.#heard?.hub ?? this.now) + this.age;
  }

  /** Whole seconds for which the last call can still be undone; 0: no longer. */
  get undoSeconds(): number {
    const { lastCall } = this.view;
    if (lastCall === null) return 0;
    return Math.max(0, Math.ceil((Date.parse(lastCall.undoUntil) - this.hubTime) / 1000));
  }

  /** Why nothing can be done at all now; undefined: it can. `busy`: an action is on its way, or the page begins to live. */
  get blocked(): 'lost' | 'busy' | undefined {
    if (this.connection === 'lost') return 'lost';
    return this.alive && this.doing === undefined ? undefined : 'busy';
  }

  /** Does what is wanted, one thing after the other. Undefined: it was not sent. */
  act(wish: Wish): Promise<ActionOutcome | undefined> {
    const outcome = this.#last.then(() => this.#act(wish));
    this.#last = outcome.catch(() => undefined);
    return outcome;
  }

  async #act(wish: Wish): Promise<ActionOutcome | undefined> {
    if (this.blocked === 'lost') this.refuse('lost');
    const calls = wish.action === 'next';
    if (this.blocked !== undefined || (calls && this.justCalled)) return undefined;
    const before = this.view;
    const label = labelOf(wish, before);
    this.doing = { action: wish.action, retrying: false };
    this.notice = undefined;
    const outcome = await this.#seams.send({ ...wish, key: newWriteKey() }, () => {
      this.doing = { action: wish.action, retrying: true };
    });
    if ('view' in outcome && outcome.view !== null) this.show(outcome.view);
    this.doing = undefined;
    if (outcome.kind === 'done') {
      this.say({ kind: 'done', action: wish.action, label: label || newcomerLabel(before, this.view, wish) });
      if (calls) this.#holdKey();
    } else {
      this.say(outcome);
    }
    if (outcome.kind === 'refused' && (outcome.reason === 'not-logged-in' || outcome.reason === 'desk-unknown'))
      this.#seams.onExpelled();
    return outcome;
  }

  /** Tells of every new view, with the one before it. */
  watch(watcher: (before: DeskView) => void): void {
    this.#watchers.push(watcher);
  }

  refuse(why: NotDone): void {
    this.say({ kind: 'not-done', why });
  }

  /** Says something; what asks for nothing goes away by itself. */
  say(notice: Notice): void {
    this.notice = notice;
    if (notice.kind === 'failed' || notice.kind === 'no-answer' || notice.kind === 'refused') return;
    setTimeout(() => {
      if (this.notice === notice) this.notice = undefined;
    }, doneShows);
  }

  hear(at: string): void {
    this.#heard = { hub: Date.parse(at), here: Date.now() };
    this.now = Date.now();
  }

  /** Replies and the feed overtake each other: only the newer view counts. */
  show(view: DeskView): void {
    const before = this.view;
    if (view.sequence < before.sequence || (view.sequence === before.sequence && view.at < before.at)) return;
    this.view = view;
    for (const watcher of this.#watchers) watcher(before);
    if (this.doing !== undefined || before.sequence === view.sequence) return;
    this.#showTaken(takenBetween(before, view));
    const beside = calledBesideUs(before, view);
    if (beside !== undefined) this.say({ kind: 'beside-us', label: beside.label });
  }

  #showTaken(taken: readonly Taken[]): void {
    if (taken.length === 0) return;
    this.taken = takenSoFar(this.taken, taken);
    setTimeout(() => (this.taken = this.taken.filter((one) => !taken.includes(one))), takenShows);
  }

  #holdKey(): void {
    this.justCalled = true;
    setTimeout(() => void (this.justCalled = false), slipOfFinger);
  }
}

/** Whom an action has called or added. */
function newcomerLabel(before: DeskView, after: DeskView, { action }: Wish): string {
  if (action === 'next') return after.serving?.label ?? '';
  const known = new Set(before.waiting.map(({ ticketId }) => ticketId));
  return action === 'add' ? (after.waiting.find(({ ticketId }) => !known.has(ticketId))?.label ?? '') : '';
}

/** The ticket that an action is about, by its number. */
function labelOf(wish: Wish, view: DeskView): string {
  if (wish.action === 'undo-call') return view.lastCall?.label ?? '';
  if (wish.action === 'call-in') return ticketIn(view, wish.ticket?.ticketId)?.label ?? nextTicketOf(view)?.label ?? '';
  return 'ticketId' in wish ? (ticketIn(view, wish.ticketId)?.label ?? '') : '';
}
