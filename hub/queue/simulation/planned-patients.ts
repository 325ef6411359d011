import { seedFor } from '../../hospital/sandbox/seeded-random.ts';
import { chanceOf, lengthOf, type Chance } from './chance.ts';
import type { DayPlan, QueuePlan, Span } from './day-plan.ts';

/** What will become of a patient at one call: drawn before the day, so that all policies meet the same patients. */
export interface AtCall {
  readonly isAway: boolean;
  /** Comes back so long after the missed call, milliseconds; null: never. */
  readonly backAfter: number | null;
}

/** A patient of a day, with all that chance decides. Instants in milliseconds. */
export interface PlannedPatient {
  readonly queue: number;
  readonly id: string;
  readonly kind: 'appointment' | 'walk-in';
  readonly slot: Span | null;
  /** Place among the appointments of the queue; null for walk-ins. */
  readonly registeredNo: number | null;
  readonly class: string | null;
  /** When the patient stands in the hall; null: never comes. */
  readonly arrivesAt: number | null;
  readonly atCalls: readonly AtCall[];
  /** Deviations of a first and another consultation from the median of whoever serves. */
  readonly first: number;
  readonly again: number;
  /** Comes back from tests so long after the first consultation, milliseconds; null: is sent to none. */
  readonly testsTake: number | null;
}

/** No patient misses more calls than this. */
const mostMisses = 6;

/** Everybody who comes, or should, on a day. */
export function plannedPatients(day: DayPlan, seed: number): PlannedPatient[] {
  return day.queues.flatMap((plan, queue) => [
    ...people(plan.appointments.slots).map((slot, index) => {
      const chance = chanceOf(seedFor(seed, `${plan.id} appointment ${index}`));
      const arrivesAt = arrivalOf(plan, slot, chance);
      const who = { queue, kind: 'appointment', slot, registeredNo: index + 1, arrivesAt } as const;
      return { ...who, id: `${plan.id} ${index + 1}`, ...fateOf(plan, chance) };
    }),
    ...people(plan.walkIns).map((hour, index) => {
      const chance = chanceOf(seedFor(seed, `${plan.id} walk-in ${index}`));
      const arrivesAt = Math.round(hour.from + chance.fraction() * (hour.until - hour.from));
      const who = { queue, kind: 'walk-in', slot: null, registeredNo: null, arrivesAt } as const;
      return { ...who, id: `${plan.id} walk-in ${index + 1}`, ...fateOf(plan, chance) };
    }),
  ]);
}

function people(groups: readonly (Span & { readonly patients: number })[]): Span[] {
  return groups.flatMap(({ from, until, patients }) => Array.from({ length: patients }, () => ({ from, until })));
}

/** Every draw is made for everybody: who is late draws as much as who is not. */
function arrivalOf({ appointments }: QueuePlan, slot: Span, chance: Chance): number | null {
  const { early, spread, noShow, late } = appointments;
  const [comes, isLate, normal, exponential] = [
    chance.fraction() >= noShow,
    chance.fraction() < late.share,
    chance.normal(),
    chance.exponential(),
  ];
  if (!comes) return null;
  if (isLate) return Math.round(slot.until + exponential * late.after);
  return Math.round(slot.from - early + normal * spread);
}

function fateOf(
  plan: QueuePlan,
  chance: Chance,
): Pick<PlannedPatient, 'class' | 'atCalls' | 'first' | 'again' | 'testsTake'> {
  const [first, again] = [chance.normal(), chance.normal()];
  const [goes, testsNormal] = [chance.fraction() < plan.tests.share, chance.normal()];
  return {
    class: classOf(plan.classes, chance.fraction()),
    first,
    again,
    testsTake: goes ? lengthOf(plan.tests.duration, testsNormal) : null,
    atCalls: Array.from({ length: mostMisses }, () => atCall(plan, chance)),
  };
}

function atCall({ missed }: QueuePlan, chance: Chance): AtCall {
  const [isAway, comesBack] = [chance.fraction() < missed.share, chance.fraction() < missed.comesBack];
  const after = Math.round(chance.exponential() * missed.after);
  return { isAway, backAfter: comesBack ? after : null };
}

function classOf(classes: QueuePlan['classes'], fraction: number): string | null {
  let below = 0;
  for (const { code, share } of classes) {
    below += share;
    if (fraction < below) return code;
  }
  return null;
}
