import type { DeskTicket } from '@lobby/hub/contract';
import type { Step, Wish } from './asking.ts';
import type { KeyMeaning } from './desk-keys.ts';
import type { DeskState } from './desk-state.svelte.ts';
import {
  afterView,
  answered,
  askAbout,
  back,
  callChosen,
  chosenTicket,
  emptyHand,
  lookAt,
  pressed,
  type After,
  type Hand,
  type HandsOn,
} from './hand.ts';
import { rowsOf, type Row } from './rows.ts';
import type { Verb } from './verbs.ts';
import { wanted } from './wanted.ts';

/** In how many milliseconds the second press of the alarm has to follow the first. */
const armedFor = 3_000;

/** The hand at a desk's keys and buttons, and what its desk does for it. */
export class DeskHand {
  now = $state.raw<Hand>(emptyHand);
  readonly #desk: DeskState;

  constructor(desk: DeskState) {
    this.#desk = desk;
    desk.watch((before) => (this.now = afterView(this.now, before, desk.view)));
  }

  get rows(): readonly Row[] {
    return rowsOf(this.#desk.view, this.now.queueId);
  }

  get chosenTicket(): DeskTicket | undefined {
    return chosenTicket(this.now, this.#desk.view);
  }

  press(meaning: KeyMeaning): void {
    this.#take(pressed(this.now, meaning, this.#at));
  }

  want(verb: Verb): void {
    this.#take(wanted(this.now, { verb }, this.#at));
  }

  answer(step: Step): void {
    this.#take(answered(this.now, step, this.#at));
  }

  callChosen(): void {
    this.#take(callChosen(this.now, this.#at));
  }

  askAbout(ticketId: string): void {
    this.#take(askAbout(this.now, ticketId, this.#at));
  }

  back(): void {
    this.#take(back(this.now));
  }

  choose(ticketId: string): void {
    if (this.now.grabbed === undefined) this.now = { ...this.now, chosen: ticketId };
  }

  lookAt(queue: number): void {
    if (this.now.grabbed === undefined) this.now = lookAt(this.now, queue, this.#desk.view);
  }

  showKeys(shown: boolean): void {
    this.now = { ...this.now, showsKeys: shown };
  }

  get #at(): HandsOn {
    const { view, blocked, undoSeconds } = this.#desk;
    return { view, blocked, undoSeconds };
  }

  #take({ hand, wish, notDone, quiet }: After): void {
    if (hand.armed && !this.now.armed) setTimeout(() => (this.now = { ...this.now, armed: false }), armedFor);
    this.now = hand;
    if (quiet) this.#desk.notice = undefined;
    if (notDone !== undefined) this.#desk.refuse(notDone);
    if (wish !== undefined) void this.#act(wish);
  }

  /** What the hub wants to hear once more is asked as a question. */
  async #act(wish: Wish): Promise<void> {
    const outcome = await this.#desk.act(wish);
    if (outcome?.kind !== 'refused' || outcome.reason !== 'needs-confirmation') return;
    if (wish.action !== 'call' && wish.action !== 'missed') return;
    this.#desk.notice = undefined;
    const { action: verb, ticketId } = wish;
    this.now = { ...this.now, asking: { about: 'again', ticketId, verb, said: outcome.said } };
  }
}
