import type { Placed } from './because.ts';
import { waitingSince, type OrderTicket } from './ticket-in-order.ts';

/**
 * The order of an area whose queue lives elsewhere: by the rank that came from there. Those without a rank stand behind
 * the others, by their check-ins; no rule of ours is asked.
 */
export function mirroredOrder<Ticket extends OrderTicket>(
  tickets: readonly Ticket[],
  rankOf: (ticket: Ticket) => number | null,
): readonly Placed<Ticket>[] {
  const waiting = tickets.filter(({ state }) => state === 'waiting');
  const ranked = waiting.map((ticket) => ({ ticket, rank: rankOf(ticket) ?? Infinity }));
  ranked.sort((one, other) => compare(one.rank, other.rank) || byCheckIn(one.ticket, other.ticket));
  return ranked.map(({ ticket }) => ({ ticket, because: { rule: 'mirrored' }, overtaken: 0, automatic: false }));
}

function byCheckIn(one: OrderTicket, other: OrderTicket): number {
  const [since, otherSince] = [waitingSince(one), waitingSince(other)];
  return compare(since, otherSince) || one.number - other.number || compare(one.id, other.id);
}

function compare<Value extends string | number>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
