import type { Words } from '../../contract/index.ts';
import type { NormalReason } from './because.ts';
import type { OrderInput } from './calling-order.ts';
import { lineOf, lineTable, type LineTable } from './line-table.ts';
import { checkInKey, compareKeys, normalKey, slotStarts, type LaneCalendar, type SortKey } from './normal-lane.ts';
import { normalReasons } from './normal-reasons.ts';
import { classOf, standOf, type Stand } from './stand.ts';
import { waitingSince, type OrderTicket } from './ticket-in-order.ts';

/** The waiting tickets of a queue in their lines; all lists are by the number of the ticket among them. */
export interface FiledTickets<Ticket extends OrderTicket> {
  readonly tickets: readonly Ticket[];
  /** Check-ins, milliseconds. */
  readonly since: readonly number[];
  readonly stands: readonly Stand[];
  readonly table: LineTable;
  /** −1: with the urgent ones. */
  readonly lineOfTicket: readonly number[];
  /** Those whom nobody has put somewhere by hand. */
  readonly lines: readonly (readonly number[])[];
  readonly urgent: readonly number[];
  readonly classNames: readonly (Words | null)[];
  readonly normalReasons: ReadonlyMap<number, NormalReason>;
}

/** Puts those who wait, and are offered here, into their lines. */
export function fileTickets<Ticket extends OrderTicket>(input: OrderInput<Ticket>): FiledTickets<Ticket> {
  const { policy } = input;
  const tickets = input.tickets.filter((ticket) => ticket.state === 'waiting' && isOffered(ticket, input.offeredTo));
  const table = lineTable(policy);
  const stands = tickets.map((ticket) => standOf(policy, ticket));
  const lineOfTicket = tickets.map(({ kind }, index) => {
    const stand = stands[index];
    return stand === undefined ? 0 : lineOf(table, stand, kind);
  });
  const keys = keysOf(input, tickets, stands);
  const inOrder = (indexes: number[]): number[] =>
    indexes.sort((one, other) => compareKeys(keys[one] ?? [], keys[other] ?? []) || byId(tickets[one], tickets[other]));
  const lines = Array.from({ length: table.count }, (): number[] => []);
  const urgent: number[] = [];
  tickets.forEach((ticket, index) => {
    const line = lineOfTicket[index] ?? 0;
    if (line < 0 && (ticket.emergency !== null || ticket.move === null)) urgent.push(index);
    else if (ticket.move === null) lines[line]?.push(index);
  });
  lines.forEach(inOrder);
  const normal = [...(lines[0] ?? []), ...(lines[1] ?? [])];
  return {
    tickets,
    since: tickets.map((ticket) => Date.parse(waitingSince(ticket))),
    stands,
    table,
    lineOfTicket,
    lines,
    urgent: inOrder(urgent),
    classNames: tickets.map((ticket) => classOf(policy, ticket.class)?.name ?? null),
    normalReasons: normalReasons(policy, { tickets, stands, normal }),
  };
}

function isOffered(ticket: OrderTicket, offeredTo: readonly string[] | undefined): boolean {
  return offeredTo === undefined || ticket.assignedTo === null || offeredTo.includes(ticket.assignedTo);
}

function keysOf<Ticket extends OrderTicket>(
  input: OrderInput<Ticket>,
  tickets: readonly Ticket[],
  stands: readonly Stand[],
): readonly SortKey[] {
  const calendar = calendarOf(input);
  return tickets.map((ticket, index) => {
    const stand = stands[index];
    if (stand === undefined) return [];
    switch (stand.line) {
      case 'urgent':
        return [stand.emergency ? 0 : 1, stand.level, ...checkInKey(ticket)];
      case 'normal':
        return normalKey(input.policy, calendar, { ticket, part: stand.part });
      case 'share':
        return normalKey(input.policy, calendar, { ticket, part: 'regular' });
      case 'after':
      case 'turn':
        return checkInKey(ticket);
    }
  });
}

/** Nobody knows of an end of the day: it is far away. */
const farAway = Date.UTC(9999, 0);

/** Few rules ask for the slots or the end of the day, for which all tickets are gone over. */
function calendarOf<Ticket extends OrderTicket>(input: OrderInput<Ticket>): LaneCalendar<Ticket> {
  const { tickets, sessionEndsAt } = input;
  let slots: readonly number[] | undefined;
  let lastEnd: number | undefined;
  return {
    slots: () => (slots ??= slotStarts(tickets)),
    sessionEnd: (ticket) => {
      const end = sessionEndsAt?.(ticket);
      return end === undefined ? (lastEnd ??= lastEndOf(tickets)) : Date.parse(end);
    },
  };
}

function lastEndOf(tickets: readonly OrderTicket[]): number {
  const ends = tickets.map(({ slotEnd }) => slotEnd ?? '');
  const last = ends.reduce((latest, end) => (end > latest ? end : latest), '');
  return last === '' ? farAway : Date.parse(last);
}

function byId(one: OrderTicket | undefined, other: OrderTicket | undefined): number {
  const [a, b] = [one?.id ?? '', other?.id ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}
