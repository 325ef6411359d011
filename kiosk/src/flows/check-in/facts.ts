import type { AgentEvent, CheckInRefusal, PrintProblem, Step, TicketView, WalkProfile } from '@lobby/hub/contract';
import type { Mode } from '#lib/panel/mode.ts';
import type { Language } from '#lib/words/language.ts';

/** Asks for one check-in. The key belongs to the intent: asked again, it is the same check-in. */
export interface CheckInIntent {
  readonly visitId: string;
  readonly stepId: string;
  readonly key: string;
}

/** Asks for one piece of paper. */
export interface PrintIntent {
  readonly visitId: string;
  readonly ticketId: string;
  readonly language: Language;
  /** How whoever reads the way on it walks. */
  readonly profile: WalkProfile;
  readonly key: string;
}

/** Why the number is on the screen and not on paper. `unsure`: nobody knows whether paper came out. */
export type PaperTrouble = PrintProblem | 'unsure';

/** Refusals that are settled, and those after which the same check-in may be asked for again. */
export type SettledRefusal = Exclude<CheckInRefusal, RepeatableRefusal | 'visit-ended'>;
export type RepeatableRefusal = 'hospital-unavailable' | 'outcome-unknown';

export interface CheckInInput {
  readonly visitId: string;
  readonly step: Step;
  readonly language: Language;
  readonly mode: Mode;
  /** The patient walks without stairs. */
  readonly stepFree: boolean;
  /** True: a helper is on the way or there. */
  readonly helpComing: boolean;
  /** Makes a key; a new one for each intent. */
  readonly newKey: () => string;
}

export interface CheckInContext extends CheckInInput {
  readonly checkInKey: string;
  readonly printKey: string;
  readonly ticket: TicketView | null;
  /** True: the ticket existed before this errand. */
  readonly already: boolean;
  readonly refusal: SettledRefusal;
  readonly repeatable: RepeatableRefusal;
  readonly opensAt: string | null;
  readonly paperTrouble: PaperTrouble;
  /** A print job that has been answered for: what else is heard of it says nothing about the next paper. */
  readonly settledJob: string | null;
  readonly outcome: CheckInOutput['outcome'];
}

/** How the errand ended: done with, back to the day's list, or the visit was over already. */
export interface CheckInOutput {
  readonly outcome: 'finished' | 'back' | 'visit-ended';
}

export type CheckInScreen =
  'checking-in' | 'refused' | 'uncertain' | 'printing' | 'ticket-printed' | 'ticket-on-screen';

/** News of a print job, as the agent tells it. */
export type PrintNews = Extract<AgentEvent, { type: 'print.changed' }>;

/** What the errand hears: what its patient wants, and what becomes of the paper. */
export type CheckInEvent =
  | { readonly type: 'patient.finished' }
  | { readonly type: 'patient.wentBack' }
  | { readonly type: 'patient.retried' }
  | { readonly type: 'patient.askedForPaper' }
  | { readonly type: 'patient.choseLanguage'; readonly language: Language }
  | { readonly type: 'patient.choseMode'; readonly mode: Mode }
  | { readonly type: 'help.noted'; readonly coming: boolean }
  | PrintNews;
