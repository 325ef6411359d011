import type { QueuePolicy } from '@lobby/config';
import { lineOf, type LineTable } from './line-table.ts';
import { standOf } from './stand.ts';
import { waitingSince, type OrderCall, type OrderTicket } from './ticket-in-order.ts';

/** A call that was made, as the lines count it. */
export interface CountedCall {
  readonly at: number;
  /** Line in which the ticket stood; −1: with the urgent ones. */
  readonly line: number;
  /** Whether it counts for those who wait for so many others. */
  readonly isFlow: boolean;
  /** Check-in of whoever was called, where the rules called them; null: an emergency, or chosen by hand. */
  readonly overtakesBefore: number | null;
  readonly by: readonly (string | null)[];
}

/** The calls of a day in the order in which they were made. */
export function countedCalls(of: {
  readonly policy: QueuePolicy;
  readonly table: LineTable;
  readonly tickets: readonly OrderTicket[];
  readonly calls: readonly OrderCall[];
}): CountedCall[] {
  const { policy, table, tickets, calls } = of;
  if (calls.length === 0) return [];
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const before = new Map<string, number>();
  return calls.map((call) => {
    const ticket = byId.get(call.ticketId);
    const earlier = before.get(call.ticketId) ?? 0;
    before.set(call.ticketId, earlier + 1);
    return countedCall({ policy, table, call, ticket, earlier });
  });
}

interface KnownCall {
  readonly policy: QueuePolicy;
  readonly ticket: OrderTicket | undefined;
  readonly earlier: number;
  readonly counted: CountedCall;
}

/** The calls of a day are counted again at each next one, and few of their tickets have changed since. */
const known = new WeakMap<OrderCall, KnownCall>();

function countedCall(
  of: Omit<KnownCall, 'counted'> & { readonly table: LineTable; readonly call: OrderCall },
): CountedCall {
  const { policy, table, call, ticket, earlier } = of;
  const before = known.get(call);
  if (before?.policy === policy && before.ticket === ticket && before.earlier === earlier) return before.counted;
  const stand = standOf(policy, standingAt(call, ticket, earlier));
  const line = lineOf(table, stand, ticket?.kind ?? 'appointment');
  const counted: CountedCall = {
    at: Date.parse(call.at),
    line,
    isFlow: line < table.firstPaced,
    overtakesBefore: call.automatic ? Date.parse(sinceAtCall(call, ticket)) : null,
    by: [call.deskId, call.workNo],
  };
  known.set(call, { policy, ticket, earlier, counted });
  return counted;
}

/** The ticket as it was when it was called: a call is missed before the next one, at most. */
function standingAt(call: OrderCall, ticket: OrderTicket | undefined, earlier: number): Parameters<typeof standOf>[1] {
  return {
    lane: call.lane,
    class: ticket?.class ?? null,
    emergency: call.automatic ? null : (ticket?.emergency ?? null),
    misses: Math.min(earlier, ticket?.misses ?? 0),
  };
}

/** The check-in that counted at a call: what is known of it, else the latest that was not after the call. */
function sinceAtCall(call: OrderCall, ticket: OrderTicket | undefined): string {
  if (call.since !== null) return call.since;
  if (ticket === undefined) return call.at;
  const since = waitingSince(ticket);
  if (since <= call.at) return since;
  return ticket.checkedInAt <= call.at ? ticket.checkedInAt : call.at;
}

/** How many of some instants, rising, are not after an instant. */
export function countUntil(instants: readonly number[], at: number): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
