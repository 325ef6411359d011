import type { Bilingual } from '@lobby/config';

/** How long something takes, in milliseconds: lognormal, with the standard deviation of its logarithm. */
export interface DurationPlan {
  readonly median: number;
  readonly sigma: number;
}

/** A stretch of the day; milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface AppointmentsPlan {
  readonly slots: readonly (Span & { readonly patients: number })[];
  /** How long before the start of their slot patients come, and how much they differ (standard deviation). */
  readonly early: number;
  readonly spread: number;
  readonly noShow: number;
  /** Share of those who come after the end of their slot, and by how long on average. */
  readonly late: { readonly share: number; readonly after: number };
}

export interface QueuePlan {
  readonly id: string;
  readonly name: Bilingual;
  readonly appointments: AppointmentsPlan;
  readonly walkIns: readonly (Span & { readonly patients: number })[];
  /** Share of the patients of each priority class. */
  readonly classes: readonly { readonly code: string; readonly share: number }[];
  readonly missed: {
    /** Share of calls at which the patient is away. */
    readonly share: number;
    /** How long a desk waits after each time it has called. */
    readonly wait: number;
    readonly comesBack: number;
    /** How long after the missed call, on average. */
    readonly after: number;
  };
  readonly tests: { readonly share: number; readonly duration: DurationPlan };
}

export interface DeskPlan {
  readonly id: string;
  /** Numbers of the queues that it serves. */
  readonly queues: readonly number[];
  readonly from: number;
  readonly until: number;
  readonly pauses: readonly Span[];
  /** For each of its queues: how long a first and another consultation takes. */
  readonly service: readonly { readonly first: DurationPlan; readonly again: DurationPlan }[];
}

/** A day that can be played. Instants in milliseconds since the epoch, of a clock without time zones. */
export interface DayPlan {
  readonly name: Bilingual;
  readonly from: number;
  readonly until: number;
  /** How long after a desk closes those who wait are still called there. */
  readonly overtime: number;
  readonly sessions: readonly Span[];
  readonly queues: readonly QueuePlan[];
  readonly desks: readonly DeskPlan[];
}

/** At most so many patients are played. */
export const mostPatients = 50_000;

export function patientsOf({ queues }: DayPlan): number {
  return queues.reduce((sum, { appointments, walkIns }) => sum + all(appointments.slots) + all(walkIns), 0);
}

function all(groups: readonly { readonly patients: number }[]): number {
  return groups.reduce((sum, { patients }) => sum + patients, 0);
}
