import { standOf } from '../stand.ts';
import { waitingSince } from '../ticket-in-order.ts';
import type { Placed } from '../because.ts';
import type { DayTicket, PlayedQueue } from './played-queue.ts';

/** Counts overtakes by itself, from what is called: the order's own counting is not asked. */
export class Witness {
  readonly #queue: PlayedQueue;
  readonly #overtaken = new Map<string, { readonly since: string; count: number }>();

  constructor(queue: PlayedQueue) {
    this.#queue = queue;
  }

  /** What is wrong with calling this one now; undefined: nothing. */
  problemOf(placed: Placed<DayTicket>): string | undefined {
    const { ticket } = placed;
    if (!placed.automatic) return undefined;
    const since = waitingSince(ticket);
    for (const other of this.#queue.waiting) {
      if (other.id === ticket.id || waitingSince(other) >= since) continue;
      const known = this.#countOf(other);
      known.count += 1;
      if (this.#isUnbounded(other)) continue;
      if (known.count > this.#queue.policy.fairness.mostOvertakes) {
        return `${other.label} is overtaken for the ${known.count}th time, by ${ticket.label}`;
      }
      if (placed.because.rule !== 'fairness' && isAlike(ticket, other)) {
        return `${ticket.label} is called before ${other.label}, which is alike and checked in earlier`;
      }
    }
    return undefined;
  }

  /** How often a ticket was overtaken since its check-in. */
  overtaken(ticket: DayTicket): number {
    return this.#countOf(ticket).count;
  }

  #countOf(ticket: DayTicket): { readonly since: string; count: number } {
    const since = waitingSince(ticket);
    const known = this.#overtaken.get(ticket.id);
    if (known?.since === since) return known;
    const fresh = { since, count: 0 };
    this.#overtaken.set(ticket.id, fresh);
    return fresh;
  }

  /** A nurse has put it somewhere, or it goes before all others anyway. */
  #isUnbounded(ticket: DayTicket): boolean {
    const stand = standOf(this.#queue.policy, ticket);
    return ticket.move !== null || (stand.line === 'urgent' && stand.emergency);
  }
}

/** Every waiting ticket is in the order exactly once, and no other is; undefined: it is so. */
export function problemOfOrder(queue: PlayedQueue, order: readonly Placed<DayTicket>[]): string | undefined {
  const placed = order.map(({ ticket }) => ticket.id).sort();
  const waiting = queue.waiting.map(({ id }) => id).sort();
  if (placed.join() === waiting.join()) return undefined;
  return `waiting: ${waiting.join()}; in the order: ${placed.join()}`;
}

function isAlike(one: DayTicket, other: DayTicket): boolean {
  return (
    one.lane === other.lane &&
    one.class === other.class &&
    one.kind === other.kind &&
    one.slotStart === other.slotStart &&
    // The rules for missed calls differ by how many there were.
    (one.lane !== 'missed' || one.misses === other.misses)
  );
}
