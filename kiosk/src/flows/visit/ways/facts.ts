import type { SecondFactor, TypedVisit } from '@lobby/hub/contract';

/** Ways to be known beside a card on the reader. */
export const ways = ['code', 'card', 'passport', 'number'] as const;
export type Way = (typeof ways)[number];

/** What can be typed, one thing a screen. */
export const typings = [
  'number',
  'passport-number',
  'passport-lines',
  'birth-date',
  'phone-end',
  'work-number',
  'password',
  'wristband',
] as const;
export type Typing = (typeof typings)[number];

/** Why what was typed leads nowhere. */
export type TypingProblem =
  | 'too-short'
  | 'number-wrong'
  | 'date-wrong'
  | 'four-digits'
  | 'not-matched'
  | 'lines-incomplete'
  | 'lines-number'
  | 'lines-birth-date'
  | 'lines-expiry'
  | 'lines-whole'
  | 'lines-not-supported'
  | 'staff-not-recognised'
  | 'staff-locked'
  | 'staff-not-allowed'
  | 'wristband-unknown'
  | 'wristband-not-offered'
  | 'too-many-tries'
  | 'no-answer';

/** What else can be done on a screen of this flow. */
export type Alternative = 'staff' | 'password' | 'birth-date' | 'phone-end' | 'lines' | 'number';

/** What the site allows at its terminals. */
export interface IdentificationRules {
  readonly secondFactors: readonly SecondFactor[];
  /** Staff may vouch for a patient. */
  readonly staffMayVouch: boolean;
  /** A badge of the day is enough for it: badges are for volunteers. */
  readonly badgesVouch: boolean;
  /** Relatives may act for an inpatient. */
  readonly inpatients: boolean;
  /** Which of the ways open a visit at all, whatever devices there are. */
  readonly ways: readonly Way[];
}

/** What somebody types before a visit is open; gone when they leave, whichever way. */
export interface TypedFacts {
  /**
   * How they came here. `factor`: a code was shown that alone is not enough; `wristband`: a card was shown that opens no file,
   * by somebody who acts for an inpatient.
   */
  readonly way: Way | 'factor' | 'wristband';
  /** The number; null: what was shown. */
  readonly number: string | null;
  readonly workNo: string;
  /** What stands behind the number, as it was sent last. */
  readonly proof: TypedVisit['proof'] | null;
  /** What was typed on the screen that is there, when it led nowhere: it is not asked for again. */
  readonly kept: string;
  readonly problem: TypingProblem | null;
}

export const nothingTyped: TypedFacts = {
  way: 'number',
  number: null,
  workNo: '',
  proof: null,
  kept: '',
  problem: null,
};
