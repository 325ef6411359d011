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

/** The calls of a day in the order in which they were made; the same list as long as nothing has changed in it. */
export function countedCalls(of: {
  readonly policy: QueuePolicy;
  readonly table: LineTable;
  readonly tickets: readonly OrderTicket[];
  readonly calls: readonly OrderCall[];
}): readonly CountedCall[] {
  const { policy, tickets, calls } = of;
  const [first] = calls;
  if (first === undefined) return [];
  const before = known.get(first);
  const goesOn = before?.policy === policy && before.entries.every(({ call }, index) => call === calls[index]);
  const times = goesOn ? before.times : new Map<string, number>();
  const indexOf = indexesOf(tickets);
  const entries = calls.map((call, index): Entry => {
    const entry = goesOn ? before.entries[index] : undefined;
    if (entry?.ticket !== undefined && tickets[entry.at] === entry.ticket) return entry;
    const at = entry !== undefined && tickets[entry.at]?.id === call.ticketId ? entry.at : indexOf(call.ticketId);
    const earlier = entry?.earlier ?? times.get(call.ticketId) ?? 0;
    if (entry === undefined) times.set(call.ticketId, earlier + 1);
    const ticket = tickets[at];
    if (entry !== undefined && entry.ticket === ticket) return { ...entry, at };
    return { call, at, ticket, earlier, counted: countedCall({ ...of, call, ticket, earlier }) };
  });
  const isSame = goesOn && entries.length === before.entries.length && !entries.some(differsFrom(before.counted));
  const counted = isSame ? before.counted : entries.map((entry) => entry.counted);
  known.set(first, { policy, entries, counted, times });
  return counted;
}

/** A call, its ticket and where that stands in the list; −1: nowhere. */
interface Entry {
  readonly call: OrderCall;
  readonly at: number;
  readonly ticket: OrderTicket | undefined;
  /** How many calls of the same ticket were before. */
  readonly earlier: number;
  readonly counted: CountedCall;
}

interface CountedDay {
  readonly policy: QueuePolicy;
  readonly entries: readonly Entry[];
  readonly counted: readonly CountedCall[];
  /** How often each ticket was called; goes on with the day. */
  readonly times: Map<string, number>;
}

/** By the first call of a day. The calls are counted again at each next one, and few of their tickets have changed. */
const known = new WeakMap<OrderCall, CountedDay>();

function differsFrom(before: readonly CountedCall[]): (entry: Entry, index: number) => boolean {
  return ({ counted }, index) => counted !== before[index];
}

/** Where a ticket stands in a list; the list is gone over once somebody asks. */
function indexesOf(tickets: readonly OrderTicket[]): (ticketId: string) => number {
  let indexes: ReadonlyMap<string, number> | undefined;
  return (ticketId) => {
    indexes ??= new Map(tickets.map(({ id }, index) => [id, index]));
    return indexes.get(ticketId) ?? -1;
  };
}

function countedCall(of: {
  readonly policy: QueuePolicy;
  readonly table: LineTable;
  readonly call: OrderCall;
  readonly ticket: OrderTicket | undefined;
  readonly earlier: number;
}): CountedCall {
  const { policy, table, call, ticket, earlier } = of;
  const stand = standOf(policy, standingAt(call, ticket, earlier));
  const line = lineOf(table, stand, ticket?.kind ?? 'appointment');
  return {
    at: Date.parse(call.at),
    line,
    isFlow: line < table.firstPaced,
    overtakesBefore: call.automatic ? Date.parse(sinceAtCall(call, ticket)) : null,
    by: [call.deskId, call.workNo],
  };
}

/** Instants of the calls of the normal flow, rising. */
export function flowOf(calls: readonly CountedCall[]): readonly number[] {
  const before = knownFlow.get(calls);
  if (before !== undefined) return before;
  const flow: number[] = [];
  for (const { isFlow, at } of calls) if (isFlow) flow.push(at);
  knownFlow.set(calls, flow);
  return flow;
}

const knownFlow = new WeakMap<readonly CountedCall[], readonly number[]>();

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
