import type { HubClock } from '#lib/staff/hub-clock.ts';
import type { StaffLanguage } from '#lib/staff/staff-language.svelte.ts';
import { inLanguage } from '#lib/words/language.ts';
import type { DeskView, Words } from '@lobby/hub/contract';
import type { AskingOf, Question } from './asking.ts';
import { DeskHand } from './desk-hand.svelte.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { keptLabels } from './kept-labels.ts';
import { questionOf } from './questions.ts';
import { callNews, screenTroubles, unseenOn, type CallNews, type ScreenTrouble } from './screen-news.ts';
import { deskWording, type DeskWording } from './wording/desk-wording.ts';

/** A desk as it stands before somebody: its state, the hand at its keys, the words and the clock. */
export class DeskScene {
  readonly desk: DeskState;
  readonly hand: DeskHand;
  readonly clock: HubClock;
  readonly language: StaffLanguage;

  constructor(of: { readonly desk: DeskState; readonly clock: HubClock; readonly language: StaffLanguage }) {
    this.desk = of.desk;
    this.hand = new DeskHand(of.desk);
    this.clock = of.clock;
    this.language = of.language;
  }

  get view(): DeskView {
    return this.desk.view;
  }

  get wording(): DeskWording {
    return deskWording[this.language.now];
  }

  get text(): (words: Words) => string {
    const { now } = this.language;
    return (words) => inLanguage(words, now);
  }

  get question(): Question | undefined {
    const { asking } = this.hand.now;
    const of: AskingOf = { view: this.view, wording: this.wording, text: this.text };
    return asking === undefined ? undefined : questionOf(asking, of);
  }

  /** What the screens have made of the call of now. */
  get callNews(): readonly CallNews[] {
    const { serving, screens } = this.view;
    return callNews({ serving, screens, hubTime: this.desk.hubTime });
  }

  /** Screens that should show the call of now and do not, when no screen at all does. */
  get unseenOn(): readonly string[] {
    return unseenOn(this.callNews);
  }

  /** What is wrong with the screens themselves. */
  get screenTroubles(): readonly ScreenTrouble[] {
    return screenTroubles(this.view);
  }

  /** Labels of tickets that the hospital still has as arrived; each goes by itself when its time is over. */
  get keptAtHospital(): readonly string[] {
    return keptLabels(this.view, this.desk.hubTime);
  }

  /** Time of day at which the hub was last heard. */
  get heardAt(): string {
    return this.clock.second(this.desk.hubTime - this.desk.age);
  }

  minutesSince(instant: string): number {
    return Math.max(0, Math.floor((this.desk.hubTime - Date.parse(instant)) / 60_000));
  }
}
