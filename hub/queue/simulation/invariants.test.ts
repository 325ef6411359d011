import { expect, test } from 'vitest';
import fc from 'fast-check';
import { usualPolicy, type QueuePolicy } from '@lobby/config';
import { seededRandom } from '../../hospital/sandbox/seeded-random.ts';
import { inventedClasses, inventedPolicy } from '../order/days/invented-policy.ts';
import type { DayPlan } from './day-plan.ts';
import { playDay } from './play-day.ts';
import { readDay } from './read-day.ts';
import type { PlayedDay } from './wait.ts';

const seeds = fc.nat({ max: 2 ** 30 });

function busyDay(queue: object): DayPlan {
  const appointments = { slotMinutes: 30, perSlot: 6, noShow: 0.1, late: { share: 0.15, minutes: 25 } };
  const walkIns = { '08:00': 8, '09:00': 6, '10:00': 4, '11:00': 2 };
  const classes = Object.fromEntries(inventedClasses.map((code) => [code, 0.08]));
  const read = readDay({ queues: [{ id: 'card', appointments, walkIns, classes, desks: 2, ...queue }] });
  if (!read.ok) throw new Error(`${read.key} ${read.sentence}`);
  return read.day;
}

const withAll = busyDay({ service: { median: 6, p90: 12 }, missed: { share: 0.15 }, tests: { share: 0.3 } });

test('the same seed gives the same day, another seed another one', () => {
  const play = (seed: number): PlayedDay => playDay(withAll, { policy: usualPolicy, seed });
  expect(play(7)).toEqual(play(7));
  expect(play(8).waits).not.toEqual(play(7).waits);
});

test('two policies meet the same patients: who comes, when, and how long each is served', () => {
  const play = (policy: QueuePolicy): PlayedDay => playDay(withAll, { policy, seed: 3 });
  const first = play(usualPolicy);
  const other = play({ ...usualPolicy, appointments: { rule: 'by-check-in' } });
  const arrivals = ({ waits }: PlayedDay): string[] =>
    waits.flatMap(({ lane, patient, since }) => (lane === 'normal' ? [`${patient} ${since}`] : [])).sort();
  expect(arrivals(other)).toEqual(arrivals(first));
});

test('under any policy nobody is lost or served twice, and nobody is overtaken more often than the policy allows', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const policy = inventedPolicy(seededRandom(seed));
      const { waits, patients } = playDay(withAll, { policy, seed });
      expect(patients).toHaveLength(68);
      const bounded = waits.filter(({ isBounded }) => isBounded);
      expect(Math.max(0, ...bounded.map(({ overtaken }) => overtaken))).toBeLessThanOrEqual(
        policy.fairness.mostOvertakes,
      );
      const called = new Map<number, number>();
      for (const { patient, calledAt } of waits) {
        if (calledAt !== null) called.set(patient, (called.get(patient) ?? 0) + 1);
      }
      for (const [place, { served, misses, ending }] of patients.entries()) {
        expect(served).toBeLessThanOrEqual(2);
        // A call is answered, missed, or the last one of the day.
        expect(called.get(place) ?? 0).toBe(served + misses);
        if (ending === 'finished') expect(served).toBeGreaterThan(0);
        if (ending === 'never-came') expect(called.has(place)).toBe(false);
      }
    }),
    { numRuns: 25 },
  );
});

test('under any policy a longer service time never shortens what all wait together', () => {
  const waitedOn = (day: DayPlan, policy: QueuePolicy, seed: number): number =>
    playDay(day, { policy, seed, tells: false }).waits.reduce(
      (sum, { since, calledAt }) => sum + ((calledAt ?? Infinity) - since),
      0,
    );
  const overtime = 1440 * 60_000;
  const days = [3, 4, 6].map((service) => ({ ...busyDay({ service }), overtime }));
  fc.assert(
    fc.property(seeds, (seed) => {
      const policy = inventedPolicy(seededRandom(seed));
      const [short = 0, middle = 0, long = 0] = days.map((day) => waitedOn(day, policy, seed));
      expect(middle).toBeGreaterThanOrEqual(short);
      expect(long).toBeGreaterThanOrEqual(middle);
      expect(long).toBeLessThan(Infinity);
    }),
    { numRuns: 8 },
  );
});
