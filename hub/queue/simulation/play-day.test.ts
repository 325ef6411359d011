import { expect, test } from 'vitest';
import { usualPolicy, withSettings, type QueueSettings } from '@lobby/config';
import { figuresOfDay } from './figures-of-day.ts';
import { playDay } from './play-day.ts';
import { readDay } from './read-day.ts';
import type { PlayedDay } from './wait.ts';

/** Everybody comes when the slot starts. */
const onTime = { earlyMinutes: 0, spreadMinutes: 0 };
const eight = (patients: number) => ({ slots: [{ from: '08:00', until: '08:30', patients }], ...onTime });

function dayOf(queue: object, day: object = {}) {
  const read = readDay({ queues: [{ id: 'card', ...queue }], ...day });
  if (!read.ok) throw new Error(`${read.key} ${read.sentence}`);
  return read.day;
}

function policyOf(settings: QueueSettings = {}) {
  return withSettings(usualPolicy, settings);
}

/** Minutes from the check-in to the call, in the order of the calls. */
function waited({ waits }: PlayedDay): number[] {
  return waits.map(({ since, calledAt }) => ((calledAt ?? NaN) - since) / 60_000);
}

test('four who come at eight wait 0, 10, 20 and 30 minutes for one doctor who takes 10 minutes', () => {
  const day = dayOf({ appointments: eight(4), service: 10 });
  const played = playDay(day, { policy: policyOf(), seed: 1 });
  expect(waited(played)).toEqual([0, 10, 20, 30]);
  const { total, endsAt } = figuresOfDay(day, played, policyOf());
  expect(total.waitingMinutes).toEqual({ mean: 15, p50: 10, p90: 30, longest: 30 });
  expect(total).toMatchObject({ patients: 4, waits: 4, calls: 4, misses: 0, finished: 4, unfinished: 0 });
  expect(endsAt).toBe('08:40');
});

test('a second desk halves the wait; one that opens at 08:15 takes its part from then on', () => {
  const policy = policyOf();
  const both = dayOf({ appointments: eight(4), service: 10, desks: 2 });
  expect(waited(playDay(both, { policy, seed: 1 }))).toEqual([0, 0, 10, 10]);
  const later = dayOf({ appointments: eight(4), service: 10, desks: [{}, { from: '08:15' }] });
  expect(waited(playDay(later, { policy, seed: 1 }))).toEqual([0, 10, 15, 20]);
});

test('nobody is called in a pause, and whoever is being served then is served to the end', () => {
  const desks = [{ pauses: [{ from: '08:15', until: '08:45' }] }];
  const day = dayOf({ appointments: eight(4), service: 10, desks });
  expect(waited(playDay(day, { policy: policyOf(), seed: 1 }))).toEqual([0, 10, 45, 55]);
});

test('whoever comes back from tests waits as a return, and is called after two others where the policy says so', () => {
  const tests = { share: 1, minutes: 20, again: 5 };
  const day = dayOf({ appointments: eight(5), service: 10, tests });
  const played = playDay(day, { policy: policyOf({ preset: 'returns-after-two' }), seed: 1 });
  const called = played.waits.map(({ patient, lane }) => `${patient + 1} ${lane}`);
  // The first is back at 08:30, when a fourth is called; one more goes before, then turns are 2 to 1 until all are back.
  expect(called.slice(0, 6)).toEqual(['1 normal', '2 normal', '3 normal', '4 normal', '5 normal', '1 return']);
  expect(waited(played)[5]).toBe(20);
  expect(played.patients.every(({ served, ending }) => served === 2 && ending === 'finished')).toBe(true);
});

test('a patient who is away is called three times, missed, comes back and is called in the lane of missed calls', () => {
  const missed = { share: 0.3, waitSeconds: 20, comesBack: 1, afterMinutes: 5 };
  const day = dayOf({ appointments: eight(30), service: 4, missed });
  const played = playDay(day, { policy: policyOf(), seed: 5 });
  const { total, lanes } = figuresOfDay(day, played, policyOf());
  expect(total.misses).toBeGreaterThan(3);
  expect(total.calls).toBe(total.finished + 3 * total.misses);
  expect(lanes.missed?.waits).toBe(total.misses);
  expect(total).toMatchObject({ finished: 30, left: 0 });
});

test('a number that is void after one missed call is not called again', () => {
  const missed = { share: 0.3, comesBack: 1, afterMinutes: 5 };
  const day = dayOf({ appointments: eight(30), service: 4, missed });
  const policy = policyOf({ missed: { places: [{ rule: 'void' }] } });
  const { total, lanes } = figuresOfDay(day, playDay(day, { policy, seed: 5 }), policy);
  expect(lanes.missed).toBeUndefined();
  expect(total.turnedAway).toBe(total.misses);
  expect(total.finished + total.turnedAway).toBe(30);
});

test('a number waits again by itself, and whoever is not back is missed again', () => {
  const missed = { share: 1, comesBack: 0 };
  const rejoin = { rule: 'itself', minutes: 10, most: 2 } as const;
  const day = dayOf({ appointments: eight(1), service: 4, missed });
  const policy = policyOf({ missed: { rejoin } });
  const { total } = figuresOfDay(day, playDay(day, { policy, seed: 1 }), policy);
  expect(total).toMatchObject({ calls: 9, misses: 3, left: 1, finished: 0 });
});

test('who comes before check-in opens waits from its opening; who comes after it has closed is turned away', () => {
  const policy = policyOf({ checkIn: { opens: { rule: 'minutes-before', minutes: 10 }, closesMinutesAfter: 30 } });
  const early = dayOf({ appointments: { ...eight(1), earlyMinutes: 40 }, service: 10 });
  expect(waited(playDay(early, { policy, seed: 1 }))).toEqual([10]);
  const late = dayOf({ appointments: { ...eight(40), late: { share: 1, minutes: 40 } }, service: 1 });
  const { total, lanes } = figuresOfDay(late, playDay(late, { policy, seed: 1 }), policy);
  expect(total.turnedAway).toBeGreaterThan(5);
  expect(lanes.late?.patients).toBeGreaterThan(5);
  expect(total.finished + total.turnedAway).toBe(40);
});

test('where nobody checks in a number is called before its patient has come, and missed', () => {
  const policy = policyOf({ checkIn: { required: false } });
  const slots = [{ from: '09:00', until: '09:30', patients: 1 }];
  const day = dayOf({ appointments: { slots, ...onTime }, service: 10 });
  const played = playDay(day, { policy, seed: 1 });
  expect(figuresOfDay(day, played, policy).total).toMatchObject({ misses: 1, finished: 1, waits: 1 });
  expect(played.waits.map(({ lane }) => lane)).toEqual(['normal', 'missed']);
});

test('who still waits when the desks stop is unfinished, with the time waited until then', () => {
  const day = dayOf({ appointments: eight(4), service: 10 }, { until: '08:15', overtimeMinutes: 5 });
  const { total } = figuresOfDay(day, playDay(day, { policy: policyOf(), seed: 1 }), policyOf());
  expect(total).toMatchObject({ finished: 2, unfinished: 2 });
  expect(total.waitingMinutes).toEqual({ mean: 12.5, p50: 10, p90: 20, longest: 20 });
});

test('one desk that serves two queues calls whom both orders make due first', () => {
  const read = readDay({
    queues: [
      { id: 'one', appointments: { slots: [{ from: '08:00', until: '08:30', patients: 2 }], ...onTime }, service: 10 },
      { id: 'two', appointments: { slots: [{ from: '08:05', until: '08:30', patients: 1 }], ...onTime }, service: 10 },
    ],
    desks: [{ queues: ['one', 'two'] }],
  });
  if (!read.ok) throw new Error(read.sentence);
  const played = playDay(read.day, { policy: policyOf(), seed: 1 });
  expect(waited(played)).toEqual([0, 10, 15]);
  expect(played.waits.map(({ queue }) => queue)).toEqual([0, 0, 1]);
});

test('with one doctor who always takes 10 minutes everybody is called when they were told', () => {
  const day = dayOf({ appointments: eight(4), service: 10 });
  const played = playDay(day, { policy: policyOf(), seed: 1 });
  const told = played.waits.map((wait) => (wait.told === null ? [] : [wait.told.from, wait.told.until]));
  expect(told.map((range) => range.map((at) => (at - day.from) / 60_000))).toEqual([
    [0, 5],
    [10, 15],
    [20, 25],
    [30, 35],
  ]);
  expect(figuresOfDay(day, played, policyOf()).total.calledInsideEstimate).toBe(1);
});
