import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../hospital/sandbox/seeded-random.ts';
import { somethingHappens } from './days/invented-day.ts';
import { inventedPolicy } from './days/invented-policy.ts';
import { playDay } from './days/play-day.ts';
import { PlayedQueue, type DayTicket } from './days/played-queue.ts';
import { callingOrder } from './index.ts';

const seeds = fc.nat({ max: 2 ** 30 });
const start = Date.parse('2026-11-23T00:00:00.000Z');

/** A queue in the middle of an invented day. */
function someQueue(seed: number, steps: number): PlayedQueue {
  const random = seededRandom(seed);
  const queue = new PlayedQueue(inventedPolicy(random), start);
  for (let step = 0; step < steps; step += 1) {
    const [first] = random.below(3) === 0 ? queue.order(1) : [];
    if (first !== undefined) queue.call(first.ticket, first.automatic);
    somethingHappens(queue, random);
  }
  return queue;
}

test('under any policy, on any day: all who wait are in the order once, nobody is overtaken too often, and alike go by check-in', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 10, max: 40 }), (seed, steps) => {
      expect(playDay(seed, steps).problem).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
}, 60_000);

test('on a long day nobody is overtaken too often either', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(playDay(seed, 250).problem).toBeUndefined();
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('the order is the same however the tickets are handed in, and whatever has been asked before', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 10, max: 60 }), (seed, steps) => {
      const queue = someQueue(seed, steps);
      const { calls, policy, at } = queue;
      const orderOf = (tickets: readonly DayTicket[]) => callingOrder({ tickets, calls, policy, at });
      const shuffled = seededRandom(seed).shuffled(queue.tickets);
      expect(orderOf(shuffled)).toEqual(orderOf(queue.tickets));
      expect(orderOf(queue.tickets.map((ticket) => ({ ...ticket })))).toEqual(orderOf(queue.tickets));
    }),
    { numRuns: 200 },
  );
});

test('what belongs to one doctor is offered to that doctor alone, and everything is offered to somebody', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const queue = someQueue(seed, 40);
      const desks = ['D-1', 'D-2'];
      const tickets = queue.tickets.map((ticket, index) => ({ ...ticket, assignedTo: desks[index % 3] ?? null }));
      const { calls, policy, at } = queue;
      const offered = desks.map((desk) =>
        callingOrder({ tickets, calls, policy, at, offeredTo: [desk] }).map(({ ticket }) => ticket),
      );
      for (const [index, desk] of desks.entries()) {
        expect(offered[index]?.every(({ assignedTo }) => assignedTo === null || assignedTo === desk)).toBe(true);
      }
      const some = new Set(offered.flat().map(({ id }) => id));
      expect(some.size).toBe(queue.waiting.length);
    }),
    { numRuns: 200 },
  );
});
