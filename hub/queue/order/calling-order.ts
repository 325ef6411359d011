import type { QueuePolicy } from '@lobby/config';
import type { Placed } from './because.ts';
import { OrderOfQueue } from './order-of-queue.ts';
import type { OrderCall, OrderTicket } from './ticket-in-order.ts';

/** Everything that whose turn it is depends on. */
export interface OrderInput<Ticket extends OrderTicket> {
  /** Tickets of a queue, whatever their state; those called today among them. */
  readonly tickets: readonly Ticket[];
  /** First calls of today, oldest first. */
  readonly calls: readonly OrderCall[];
  readonly policy: QueuePolicy;
  /** ISO, UTC. */
  readonly at: string;
  /** Only what a desk is offered: its id and the work number of its doctor. Left out: the whole queue. */
  readonly offeredTo?: readonly string[];
  /** End of the clinic session of a ticket, ISO; left out or undefined: the end of the last slot that is named. */
  readonly sessionEndsAt?: (ticket: Ticket) => string | undefined;
  /** How many of the next are wanted; left out: all. */
  readonly limit?: number;
}

/**
 * The waiting tickets in calling order, each with its reason. A pure function: the order is what the next call takes,
 * again and again, so that calling the first one leaves the others as they were shown.
 */
export function callingOrder<Ticket extends OrderTicket>(input: OrderInput<Ticket>): readonly Placed<Ticket>[] {
  const order = new OrderOfQueue(input);
  const limit = input.limit ?? Infinity;
  const placed: Placed<Ticket>[] = [];
  while (placed.length < limit) {
    const next = order.next();
    if (next === undefined) return placed;
    placed.push(next);
  }
  return placed;
}
