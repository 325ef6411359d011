import { siteSchema, type QueueSettings } from '@lobby/config';
import { expect, test } from 'vitest';
import { classAtCheckIn } from './class-at-check-in.ts';
import { labelOf, numberFor, type GivenNumber, type NumberWish } from './numbering.ts';
import { mayRejoin, rejoinsAt } from './rejoin.ts';
import { SitePlan, type QueuePlace } from './site-plan.ts';

const words = { zh: '心血管内科', en: 'Cardiology' };

function placeOf(policy: QueueSettings): QueuePlace {
  const queue = { id: 'card', name: words, clinic: 'CARD', prefix: 'A', rooms: ['r1'], policy };
  const area = { id: 'hall', name: words, level: 3, rooms: [{ id: 'r1', name: words }], queues: [queue] };
  const place = new SitePlan(siteSchema.parse({ hospital: { name: words }, areas: [area] })).queue('card');
  if (place === undefined) throw new Error('the queue is there');
  return place;
}

const wish = (of: Partial<NumberWish>): NumberWish => ({
  businessDate: '2026-11-23',
  session: 'morning',
  slotStart: null,
  slotEnd: null,
  at: '2026-11-23T01:00:00.000Z',
  registeredNo: null,
  ...of,
});
const given = (number: number, of: Partial<GivenNumber> = {}): GivenNumber => ({
  businessDate: '2026-11-23',
  session: 'morning',
  state: 'finished',
  number,
  ...of,
});

test('each clinic session counts from one, unless tickets of another are still about', () => {
  const place = placeOf({});
  const afternoon = wish({ session: 'afternoon' });
  expect(numberFor(place, [], afternoon)).toBe(1);
  expect(numberFor(place, [given(1), given(7)], wish({}))).toBe(8);
  expect(numberFor(place, [given(1), given(7)], afternoon)).toBe(1);
  const waiting = [given(1), given(12, { state: 'waiting' })];
  expect(numberFor(place, waiting, afternoon)).toBe(13);
  expect(numberFor(place, [...waiting, given(13, { session: 'afternoon' })], afternoon)).toBe(14);
});

test('where numbers start again each day, the afternoon counts on', () => {
  const place = placeOf({ numbering: { restarts: 'day' } });
  expect(numberFor(place, [given(1), given(7)], wish({ session: 'afternoon' }))).toBe(8);
  expect(numberFor(place, [given(7, { businessDate: '2026-11-22' })], wish({}))).toBe(1);
});

test('a number is that of the registration while it is free, and one that nobody has otherwise', () => {
  const place = placeOf({ numbering: { by: 'registration' } });
  expect(numberFor(place, [given(3)], wish({ registeredNo: 12 }))).toBe(12);
  expect(numberFor(place, [given(3), given(12)], wish({ registeredNo: 12 }))).toBe(13);
  expect(numberFor(place, [given(3)], wish({}))).toBe(4);
  expect(numberFor(placeOf({}), [given(3)], wish({ registeredNo: 12 }))).toBe(4);
});

test('numbers by slot count from one in each slot, under the letter of the slot', () => {
  const place = placeOf({ numbering: { by: 'slot' } });
  // The morning starts at 06:00 in Shanghai: 09:00 is the tenth slot of 20 minutes.
  const nine = wish({ slotStart: '2026-11-23T01:00:00.000Z', slotEnd: '2026-11-23T01:20:00.000Z' });
  const first = numberFor(place, [], nine);
  expect(labelOf(place, first)).toBe('AK001');
  const second = numberFor(place, [given(first)], nine);
  expect(labelOf(place, second)).toBe('AK002');
  const next = wish({ slotStart: '2026-11-23T01:20:00.000Z', slotEnd: '2026-11-23T01:40:00.000Z' });
  expect(labelOf(place, numberFor(place, [given(first), given(second)], next))).toBe('AL001');
  expect(labelOf(place, numberFor(place, [given(first)], wish({ at: '2026-11-22T22:40:00.000Z' })))).toBe('AB001');
  expect(labelOf(placeOf({}), 7)).toBe('A007');
});

test('an age proves the best class that has it; who gives no year of birth proves none', () => {
  const age = (code: string, level: number, proof: object) => {
    return {
      code,
      name: words,
      level,
      rule: { rule: 'ahead', by: 3 },
      emergency: false,
      proof: { rule: 'age', ...proof },
    };
  };
  const place = placeOf({
    priority: [age('elder-65', 3, { from: 65 }), age('elder-80', 2, { from: 80 }), age('child', 1, { below: 7 })],
  } as QueueSettings);
  const classOf = (birthYear: number | null) => classAtCheckIn(place.policy, { birthYear, businessDate: '2026-11-23' });
  expect([1946, 1947, 1961, 1962, 2019, 2020, null].map(classOf)).toEqual([
    'elder-80',
    'elder-65',
    'elder-65',
    null,
    null,
    'child',
    null,
  ]);
});

test('a missed ticket waits again by itself after the minutes of the policy, as often as it says', () => {
  const { policy } = placeOf({ missed: { rejoin: { rule: 'itself', minutes: 10, most: 2 } } });
  const missed = { state: 'missed', misses: 1, endedAt: '2026-11-23T01:00:00.000Z' };
  expect(rejoinsAt(policy, missed)).toBe(Date.parse('2026-11-23T01:10:00.000Z'));
  expect(rejoinsAt(policy, { ...missed, misses: 3 })).toBeUndefined();
  expect(rejoinsAt(policy, { ...missed, state: 'waiting' })).toBeUndefined();
  expect(rejoinsAt(placeOf({}).policy, missed)).toBeUndefined();
});

test('whoever missed as many calls as the policy allows does not check in again', () => {
  const { policy } = placeOf({ missed: { places: [{ rule: 'after', others: 3 }, { rule: 'void' }] } });
  expect([1, 2, 3].map((misses) => mayRejoin(policy, { misses }))).toEqual([true, false, false]);
});
