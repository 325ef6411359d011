import type { QueuePolicy } from '@lobby/config';
import { lanes, type Lane } from '../../contract/index.ts';
import type { DayPlan } from './day-plan.ts';
import type { PlayedDay, PlayedPatient, Wait } from './wait.ts';

/** Figures of some patients of a played day. Minutes, to a tenth. */
export interface DayFigures {
  readonly patients: number;
  /** How often somebody waited: a patient back from tests waits again. */
  readonly waits: number;
  readonly waitingMinutes: {
    readonly mean: number;
    readonly p50: number;
    readonly p90: number;
    readonly longest: number;
  };
  /** By automatic calls of somebody who checked in later. `bound`: what the policy allows. */
  readonly overtakes: { readonly mean: number; readonly most: number; readonly bound: number };
  /** Share of those who were called and had been told when, that were called then; null: nobody was told. */
  readonly calledInsideEstimate: number | null;
}

/** Figures with what became of the patients. */
export interface PatientFigures extends DayFigures {
  readonly calls: number;
  readonly misses: number;
  readonly finished: number;
  readonly unfinished: number;
  /** Missed a call and did not come back. */
  readonly left: number;
  /** Came too late, or the number was void. */
  readonly turnedAway: number;
  readonly neverCame: number;
}

/** What a policy makes of a day. */
export interface PolicyFigures {
  readonly total: PatientFigures;
  readonly lanes: Readonly<Partial<Record<Lane, DayFigures>>>;
  /** By the code of the class; `none` for those without one. */
  readonly classes: Readonly<Record<string, PatientFigures>>;
  readonly queues: Readonly<Record<string, PatientFigures>>;
  /** When the last consultation ended: 12:40. */
  readonly endsAt: string;
}

export const noClass = 'none';

export function figuresOfDay(day: DayPlan, played: PlayedDay, policy: QueuePolicy): PolicyFigures {
  const { waits, patients } = played;
  const bound = policy.fairness.mostOvertakes;
  const dayEnds = Math.max(...day.desks.map(({ until }) => until)) + day.overtime;
  const minutesOf = ({ thereFrom, calledAt }: Wait): number[] => {
    const until = calledAt ?? dayEnds;
    // Who was not there did not wait; who came when all was over neither.
    return thereFrom === null || thereFrom > until ? [] : [(until - thereFrom) / 60_000];
  };
  const ofWaits = (some: readonly Wait[], people: number): DayFigures => {
    const minutes = some.flatMap(minutesOf).sort((one, other) => one - other);
    const judged = some.flatMap(({ told, calledAt }) =>
      told === null || calledAt === null ? [] : [{ told, calledAt }],
    );
    const inside = judged.filter(({ told, calledAt }) => calledAt >= told.from && calledAt <= told.until).length;
    const overtakes = some.filter(({ isBounded }) => isBounded).map(({ overtaken }) => overtaken);
    return {
      patients: people,
      waits: minutes.length,
      waitingMinutes: spreadOf(minutes),
      calledInsideEstimate: judged.length === 0 ? null : Math.round((1000 * inside) / judged.length) / 1000,
      overtakes: { mean: tenth(mean(overtakes)), most: overtakes.reduce((most, one) => Math.max(most, one), 0), bound },
    };
  };
  const ofPatients = (of: (patient: PlayedPatient | Wait) => boolean): PatientFigures => {
    const people = patients.filter(of);
    return { ...ofWaits(waits.filter(of), people.length), ...endings(people) };
  };
  const classes = new Set(patients.map((patient) => patient.class));
  return {
    total: ofPatients(() => true),
    lanes: Object.fromEntries(
      lanes.flatMap((lane) => {
        const some = waits.filter((wait) => wait.lane === lane);
        const people = new Set(some.map(({ patient }) => patient));
        return some.length === 0 ? [] : [[lane, ofWaits(some, people.size)]];
      }),
    ),
    classes: Object.fromEntries([...classes].map((code) => [code ?? noClass, ofPatients((one) => one.class === code)])),
    queues: Object.fromEntries(day.queues.map(({ id }, index) => [id, ofPatients(({ queue }) => queue === index)])),
    endsAt: new Date(played.endsAt).toISOString().slice(11, 16),
  };
}

function endings(people: readonly PlayedPatient[]): Omit<PatientFigures, keyof DayFigures> {
  const count = (ending: PlayedPatient['ending']): number => people.filter((one) => one.ending === ending).length;
  return {
    calls: people.reduce((sum, { calls }) => sum + calls, 0),
    misses: people.reduce((sum, { misses }) => sum + misses, 0),
    finished: count('finished'),
    unfinished: count('unfinished'),
    left: count('left'),
    turnedAway: count('turned-away'),
    neverCame: count('never-came'),
  };
}

/** Of minutes, rising. A share of p lies at or below its percentile. */
function spreadOf(minutes: readonly number[]): DayFigures['waitingMinutes'] {
  const at = (share: number): number => tenth(minutes[Math.max(0, Math.ceil(minutes.length * share) - 1)] ?? 0);
  return { mean: tenth(mean(minutes)), p50: at(0.5), p90: at(0.9), longest: at(1) };
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10;
}
