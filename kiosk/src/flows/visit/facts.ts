import type {
  Agenda,
  AgentEvent,
  CardTrouble,
  DeviceStatus,
  FileChoice,
  PaperState,
  VisitEnd,
  VisitRefusal,
} from '@lobby/hub/contract';
import type { Mode } from '#lib/panel/mode.ts';
import type { Language } from '#lib/words/language.ts';
import type { CheckInEvent } from '../check-in/facts.ts';
import type { Alternative, IdentificationRules, TypedFacts, Typing, Way } from './ways/facts.ts';
import type { HelpIntent } from '../help/facts.ts';
import type { Goal, WayIntent } from '../way/facts.ts';

export interface VisitInput {
  /** What the site allows of the ways to be known. */
  readonly rules: IdentificationRules;
  /** Milliseconds since the epoch, by the hub's clock. */
  readonly now: () => number;
  /** Makes a key; a new one for each intent. */
  readonly newKey: () => string;
  /** True: whoever takes the card back has gone, and the visit ends; a check-in under way still comes to its number. */
  readonly endsWhenCardIsTaken?: boolean;
  /** True: a map of the hospital is published. */
  readonly hasMap?: boolean;
}

/** How the terminal is. Outlives visits. */
export interface TerminalFacts {
  readonly agent: 'connecting' | 'here' | 'lost';
  readonly hub: 'here' | 'away';
  /** Instant since which the hospital system has been away; null: it answers, for all that is known. */
  readonly hospitalAwaySince: string | null;
  readonly reader: DeviceStatus['state'];
  readonly printer: DeviceStatus['state'];
  /** Readers that only some terminals have. */
  readonly devices: Readonly<Partial<Record<'scanner' | 'stripe' | 'documents', DeviceStatus['state']>>>;
  readonly paper: PaperState;
  /** True: a card lies on the reader, as far as the reader has said. */
  readonly cardPresent: boolean;
  /** True: somebody has been told that help is wanted here, and has not finished. */
  readonly helpComing: boolean;
  /** True: there is a map, and places can be found on it. */
  readonly finds: boolean;
}

/** What belongs to one patient's visit, and is gone when it ends. */
export interface PatientFacts {
  readonly visitId: string | null;
  readonly maskedName: string;
  readonly choices: readonly FileChoice[];
  readonly choice: string;
  readonly choiceKey: string;
  readonly agenda: Agenda | null;
  /** The step on the screen; null: the agenda's next one. */
  readonly stepId: string | null;
  /** Where the way leads that is on the screen, or was last. */
  readonly goal: Goal | null;
  /** The way was asked for once the patient had checked in: the day's list is older than that. */
  readonly dayIsOld: boolean;
  /** The patient walks without stairs. */
  readonly stepFree: boolean;
}

export interface VisitContext extends VisitInput, TerminalFacts, PatientFacts {
  readonly language: Language;
  readonly mode: Mode;
  readonly cardTrouble: CardTrouble;
  /** What was presented last: a card that lies on the reader, or something that was scanned, swiped or typed. */
  readonly presented: 'card' | 'code';
  readonly refusal: VisitRefusal;
  /** True: whoever showed the card that was refused may act for an inpatient. */
  readonly mayAct: boolean;
  readonly typed: TypedFacts;
  /** True: whoever laid down the card has turned away; a visit that opens late is not wanted any more. */
  readonly declined: boolean;
  /** How the last visit ended. */
  readonly leftBy: VisitEnd;
}

export const nobody: PatientFacts = {
  visitId: null,
  maskedName: '',
  choices: [],
  choice: '',
  choiceKey: '',
  agenda: null,
  stepId: null,
  goal: null,
  dayIsOld: false,
  stepFree: false,
};

/** What the visit hears: the agent's facts, what its patient wants, and what time says. */
export type VisitEvent =
  | AgentEvent
  | CheckInEvent
  | HelpIntent
  | WayIntent
  /** Somebody wants to find a place, or the patient the way to what is next. */
  | { readonly type: 'patient.askedTheWay' }
  /** The line to the agent broke; it is `lost` when it does not come back. */
  | { readonly type: 'agent.broke' }
  | { readonly type: 'agent.lost' }
  | { readonly type: 'patient.touched' }
  | { readonly type: 'patient.stayed' }
  | { readonly type: 'patient.wentHome' }
  | { readonly type: 'patient.choseWay'; readonly way: Way }
  | { readonly type: 'patient.typed'; readonly text: string }
  | { readonly type: 'patient.askedFor'; readonly what: Alternative }
  | { readonly type: 'patient.askedForSomebodyElse' }
  | { readonly type: 'patient.actedForBearer' }
  | { readonly type: 'patient.actedForInpatient' }
  | { readonly type: 'patient.choseFile'; readonly choice: string }
  | { readonly type: 'patient.startedStep' }
  | { readonly type: 'patient.askedForOtherSteps' }
  | { readonly type: 'patient.choseStep'; readonly stepId: string }
  /** The machine makes its patient wait, and has done so. */
  | { readonly type: 'work.began' }
  | { readonly type: 'work.ended' }
  /** Whether somebody comes has changed: whoever waits for a helper is given more time. */
  | { readonly type: 'help.noted'; readonly coming: boolean }
  | { readonly type: 'idle.ranOut' };

/** What a touch on a screen can mean. */
export type Intent = Extract<VisitEvent, { type: `patient.${string}` }>;

export type VisitScreen =
  | 'starting'
  | 'out-of-service'
  | 'welcome'
  | 'identifying'
  | 'card-trouble'
  | 'visit-refused'
  | 'choose-patient'
  | 'show-code'
  | 'show-card'
  | 'show-passport'
  | 'typing'
  | 'staff-approval'
  | 'somebody-else'
  | 'looking-up'
  | 'agenda-unavailable'
  | 'step'
  | 'other-steps'
  | 'errand'
  | 'finding'
  | 'farewell'
  | 'card-left';

/** What a state of the visit says of its screen; `typing`: what is typed there. */
export interface ScreenMeta {
  readonly screen: VisitScreen;
  readonly typing?: Typing;
}
