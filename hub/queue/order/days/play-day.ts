import { seededRandom } from '../../../hospital/sandbox/seeded-random.ts';
import { somethingHappens } from './invented-day.ts';
import { inventedPolicy } from './invented-policy.ts';
import type { Placed } from '../because.ts';
import { PlayedQueue, type DayTicket } from './played-queue.ts';
import { problemOfOrder, Witness } from './what-must-hold.ts';

const start = Date.parse('2026-11-23T00:00:00.000Z');

/**
 * An invented day under an invented policy, call by call; the same seed gives the same day. Answers with the first
 * thing that did not hold, undefined when all of it did. `calls`: how many were made.
 */
export function playDay(seed: number, steps: number): { readonly problem: string | undefined; readonly calls: number } {
  const random = seededRandom(seed);
  const queue = new PlayedQueue(inventedPolicy(random), start);
  const witness = new Witness(queue);
  const callsPercent = 15 + random.below(35);
  for (let step = 0; step < steps; step += 1) {
    const problem = random.below(100) < callsPercent ? callNext(queue, witness) : undefined;
    if (problem !== undefined) return { problem: `step ${step}: ${problem}`, calls: queue.calls.length };
    somethingHappens(queue, random);
  }
  return { problem: callAll(queue, witness), calls: queue.calls.length };
}

function callNext(queue: PlayedQueue, witness: Witness): string | undefined {
  const order = queue.order();
  const [first] = order;
  const wrong = problemOfOrder(queue, order);
  if (wrong !== undefined || first === undefined) return wrong;
  if (order.length % 4 === 0 && queue.order(1)[0]?.ticket.id !== first.ticket.id) {
    return 'the next one alone is another than the first of all';
  }
  return call(queue, witness, first);
}

function call(queue: PlayedQueue, witness: Witness, first: Placed<DayTicket>): string | undefined {
  if (first.overtaken !== witness.overtaken(first.ticket)) {
    return `${first.ticket.label} says overtaken ${first.overtaken}, was ${witness.overtaken(first.ticket)}`;
  }
  const problem = witness.problemOf(first);
  queue.call(first.ticket, first.automatic);
  queue.pass(1);
  return problem;
}

/** The evening: nobody comes any more, and all are called in the order that was shown. */
function callAll(queue: PlayedQueue, witness: Witness): string | undefined {
  // Whoever missed a call a moment ago moves as time goes on.
  queue.pass(queue.policy.calls.gapMinutes * 60_000);
  const shown = queue.order().map(({ ticket }) => ticket.label);
  for (const label of shown) {
    const [first] = queue.order(1);
    if (first?.ticket.label !== label) return `evening: shown ${label}, called ${first?.ticket.label ?? 'nobody'}`;
    const problem = call(queue, witness, first);
    if (problem !== undefined) return `evening: ${problem}`;
  }
  return undefined;
}
