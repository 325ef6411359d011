import type { QueuePolicy } from '@lobby/config';
import { placementOf, type Stand } from './stand.ts';
import { waitingSince, type OrderTicket } from './ticket-in-order.ts';

/** Where a ticket stands in its line: the first number that differs decides. */
export type SortKey = readonly number[];

const minute = 60_000;

export interface LaneCalendar<Ticket extends OrderTicket = OrderTicket> {
  /** Starts of the slots of the queue, rising; milliseconds. */
  readonly slots: () => readonly number[];
  /** End of the clinic session of a ticket; very far away when it is not known. Milliseconds. */
  readonly sessionEnd: (ticket: Ticket) => number;
}

/** The slots that tickets name. */
export function slotStarts(tickets: readonly OrderTicket[]): number[] {
  const named = new Set<string>();
  for (const { slotStart } of tickets) if (slotStart !== null) named.add(slotStart);
  return [...named].map((start) => Date.parse(start)).sort((one, other) => one - other);
}

/** Where a ticket of the normal lane, or of a class with a share of it, stands. */
export function normalKey<Ticket extends OrderTicket>(
  policy: QueuePolicy,
  calendar: LaneCalendar<Ticket>,
  entry: { readonly ticket: Ticket; readonly part: Extract<Stand, { line: 'normal' }>['part'] },
): SortKey {
  const { ticket, part } = entry;
  const since = Date.parse(waitingSince(ticket));
  const tie = [since, ticket.registeredNo ?? Number.MAX_SAFE_INTEGER, ticket.number];
  const kind = ticket.kind === 'appointment' ? 0 : 1;
  const due = dueAt(policy, calendar, entry);
  const last = part === 'regular' ? 0 : 1;
  switch (policy.appointments.rule) {
    case 'by-check-in':
      return last === 0 ? [since, 0, ...tie] : [due, 1, ...tie];
    case 'by-slot':
      return [due, last, kind, ...tie];
    case 'first': {
      // A session's walk-ins go before the appointments of the next one.
      const end = calendar.sessionEnd(ticket);
      return due < end ? [end, 0, kind, due, last, ...tie] : [end, 1, kind, due, last, ...tie];
    }
    case 'ratio':
      return [due, last, ...tie];
  }
}

/** Start of the slot in which a ticket is due. A walk-in stands in the slot that runs when it checks in. */
function dueAt<Ticket extends OrderTicket>(
  policy: QueuePolicy,
  calendar: LaneCalendar<Ticket>,
  { ticket, part }: { readonly ticket: Ticket; readonly part: Extract<Stand, { line: 'normal' }>['part'] },
): number {
  if (part === 'void') return Number.MAX_SAFE_INTEGER;
  if (part === 'end-of-session') {
    const place = placementOf(policy, ticket);
    const lastMinutes = place?.rule === 'end-of-session' ? place.lastMinutes : undefined;
    const end = calendar.sessionEnd(ticket);
    return lastMinutes === undefined ? end : slotRunningAt(calendar.slots(), end - lastMinutes * minute);
  }
  if (ticket.slotStart !== null) return Date.parse(ticket.slotStart);
  return slotRunningAt(calendar.slots(), Date.parse(waitingSince(ticket)));
}

/** The slot that runs at an instant; the instant itself before the first one. */
function slotRunningAt(slots: readonly number[], at: number): number {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return slots[low - 1] ?? at;
}

/** Those of a side lane, of a class at the top and of one with a share stand by their check-ins. */
export function checkInKey(ticket: OrderTicket): SortKey {
  return [Date.parse(waitingSince(ticket)), ticket.registeredNo ?? Number.MAX_SAFE_INTEGER, ticket.number];
}

export function compareKeys(one: SortKey, other: SortKey): number {
  for (let index = 0; index < one.length; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
