import { usualPolicy, type Placement, type PriorityClass, type QueuePolicy } from '@lobby/config';
import type { SeededRandom } from '../../../hospital/sandbox/seeded-random.ts';

/** Any policy that a site may write, drawn from chance. */
export function inventedPolicy(random: SeededRandom): QueuePolicy {
  const chance = (percent: number): boolean => random.below(100) < percent;
  const number = (from: number, to: number): number => from + random.below(to - from + 1);
  const many = chance(50) ? { waiting: number(1, 6), others: number(1, 3) } : undefined;
  return {
    ...usualPolicy,
    appointments: random.pick([
      { rule: 'first' },
      { rule: 'by-slot' },
      { rule: 'by-check-in' },
      { rule: 'ratio', appointments: number(1, 4), walkIns: number(1, 3) },
    ]),
    late: { graceMinutes: number(0, 20), place: inventedPlacement(random) },
    missed: {
      places: Array.from({ length: number(1, 3) }, () => inventedPlacement(random)),
      rejoin: { rule: 'check-in' },
    },
    return: {
      place: random.pick([
        { rule: 'in-turn' },
        { rule: 'as-normal' },
        { rule: 'after', others: number(1, 4), ...(many !== undefined && { many }) },
      ]),
      freeDays: 3,
    },
    interleave: { normal: number(1, 4), return: number(0, 3), missed: number(0, 3), late: number(0, 3) },
    priority: inventedClasses.flatMap((code) => (chance(60) ? [inventedClass(random, code)] : [])),
    fairness: { mostOvertakes: random.pick([0, 1, 2, 3, 6, 10, 20, 1000]) },
    calls: { ...usualPolicy.calls, gapMinutes: chance(25) ? number(1, 15) : 0 },
  };
}

/** Codes that tickets of an invented day may have, whether the policy knows them or not. */
export const inventedClasses = ['elder', 'soldier', 'pregnant', 'level-1', 'level-2'] as const;

function inventedPlacement(random: SeededRandom): Placement {
  return random.pick<Placement>([
    { rule: 'in-turn' },
    { rule: 'after', others: 1 + random.below(5) },
    { rule: 'end-of-slot' },
    { rule: 'end-of-session' },
    { rule: 'end-of-session', lastMinutes: 60 },
    { rule: 'as-normal' },
    { rule: 'void' },
  ]);
}

function inventedClass(random: SeededRandom, code: string): PriorityClass {
  const level = 1 + random.below(3);
  const rule = random.pick<PriorityClass['rule']>([
    { rule: 'top' },
    { rule: 'ahead', by: 1 + random.below(6) },
    // Classes of one level share one ratio.
    { rule: 'ratio', others: level, own: 1 + (level % 2) },
    { rule: 'as-others' },
  ]);
  const emergency = rule.rule === 'top' && random.below(3) === 0;
  return { code, name: { zh: code, en: code }, level, rule, emergency, proof: { rule: 'staff' } };
}
