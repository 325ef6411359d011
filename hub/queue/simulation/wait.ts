import type { Lane } from '../../contract/index.ts';
import type { ToldWait } from './told-wait.ts';

/** A patient has waited for one call: from a check-in, a return or a rejoin on. Instants in milliseconds. */
export interface Wait {
  /** Place of the patient among those of the day. */
  readonly patient: number;
  readonly queue: number;
  readonly lane: Lane;
  readonly class: string | null;
  /** From when the ticket counts. */
  readonly since: number;
  /** From when its patient was there; null: was called, or the day ended, without being there. */
  readonly thereFrom: number | null;
  /** When the patient was told to be called; null: nothing was told. */
  readonly told: ToldWait | null;
  /** When it was called; null: the day ended before. */
  readonly calledAt: number | null;
  /** How often the rules called somebody before it who counted from later. */
  readonly overtaken: number;
  /** Whether the bound holds for it: not for emergencies. */
  readonly isBounded: boolean;
}

/** What has become of somebody by the end of the day. */
export type Ending =
  | 'finished'
  /** Waits, is called, or is at tests. */
  | 'unfinished'
  /** Missed a call and never came back. */
  | 'left'
  /** Came too late, or missed so many calls that the number is void. */
  | 'turned-away'
  | 'never-came';

export interface PlayedPatient {
  readonly queue: number;
  readonly class: string | null;
  readonly ending: Ending;
  /** How often it was called out, and how many of its calls were missed. */
  readonly calls: number;
  readonly misses: number;
  /** Consultations that it had. */
  readonly served: number;
}

/** A day that has been played. */
export interface PlayedDay {
  readonly waits: readonly Wait[];
  readonly patients: readonly PlayedPatient[];
  /** When the last consultation ended, milliseconds. */
  readonly endsAt: number;
}
