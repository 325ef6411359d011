import { randomUUIDv7 } from 'node:crypto';
import type { DeskActionKind, DeskRefusal } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { ticketEvent } from './join.ts';
import { orderAtDesk } from './desk-order.ts';
import { withTicket, type Line } from './lines.ts';
import { waitingSince } from './order/index.ts';
import type { DeskPlace } from './site-plan.ts';
import { insertCall, updateTicket, type PastCall } from './storage.ts';
import type { Ticket, TicketCall } from './ticket.ts';

/** What a desk wants, with its queues held for the transaction. */
export interface DeskWish {
  readonly place: DeskPlace;
  readonly workNo: string;
  readonly action: DeskActionKind;
  /** The ticket that the desk believes it serves. */
  readonly ticketId: string | undefined;
  readonly lines: Map<string, Line>;
  readonly at: string;
}

export type DeskOutcome =
  { readonly ok: true; readonly events: readonly NewEvent[] } | { readonly ok: false; readonly reason: DeskRefusal };

/** Does what a desk wants with its tickets, and puts the changed lines into `wish.lines`. */
export async function actAtDesk(transaction: WriteTransaction, wish: DeskWish): Promise<DeskOutcome> {
  if (wish.action === 'next') return callNextTicket(transaction, wish);
  const found = servedTicket(wish);
  if (!found.ok) return found;
  switch (wish.action) {
    case 'recall':
      return { ok: true, events: [await announce(transaction, wish, found.ticket)] };
    case 'missed':
      return { ok: true, events: [await endTurn(transaction, wish, { ticket: found.ticket, as: 'missed' })] };
    case 'finish':
      return { ok: true, events: [await endTurn(transaction, wish, { ticket: found.ticket, as: 'finished' })] };
  }
}

/** Whoever is being served at a desk; there may be several after a crash of habits, never of the hub. */
export function servedAt(lines: Iterable<Line>, deskId: string): readonly Ticket[] {
  const served: Ticket[] = [];
  for (const line of lines) {
    for (const ticket of line.tickets) {
      if (ticket.state === 'called' && ticket.call?.deskId === deskId) served.push(ticket);
    }
  }
  return served;
}

async function callNextTicket(transaction: WriteTransaction, wish: DeskWish): Promise<DeskOutcome> {
  const [first] = orderAtDesk(wish.place, { lines: wish.lines, workNo: wish.workNo, now: Date.parse(wish.at) });
  if (first === undefined) return { ok: false, reason: 'nobody-waits' };
  const events: NewEvent[] = [];
  for (const ticket of servedAt(wish.lines.values(), wish.place.desk.id)) {
    events.push(await endTurn(transaction, wish, { ticket, as: 'finished' }));
  }
  events.push(await announce(transaction, wish, first.ticket));
  return { ok: true, events };
}

function servedTicket(
  wish: DeskWish,
): { readonly ok: true; readonly ticket: Ticket } | { readonly ok: false; readonly reason: DeskRefusal } {
  const deskId = wish.place.desk.id;
  for (const line of wish.lines.values()) {
    const ticket = line.tickets.find((known) => known.id === wish.ticketId);
    if (ticket?.call?.deskId !== deskId) continue;
    return ticket.state === 'called' ? { ok: true, ticket } : { ok: false, reason: 'already-done' };
  }
  return { ok: false, reason: 'not-your-ticket' };
}

/** Calls a ticket to the desk's room: for the first time in this turn, or again. */
async function announce(transaction: WriteTransaction, wish: DeskWish, ticket: Ticket): Promise<NewEvent> {
  const { place, at } = wish;
  const again = ticket.state === 'called' ? ticket.call : null;
  const call: TicketCall = {
    callId: randomUUIDv7(),
    roomId: place.room.id,
    deskId: place.desk.id,
    workNo: wish.workNo,
    firstCalledAt: again?.firstCalledAt ?? at,
    calledAt: at,
    times: (again?.times ?? 0) + 1,
  };
  const called: Ticket = { ...ticket, state: 'called', call, version: ticket.version + 1 };
  const line = lineOf(wish, ticket);
  const callPlace = (line.calls.at(-1)?.place ?? 0) + 1;
  await updateTicket(transaction, called);
  await insertCall(transaction, { ticket: called, call, place: callPlace });
  const calls = again === null ? [...line.calls, pastCall(ticket, call, callPlace)] : line.calls;
  wish.lines.set(line.queueId, withTicket({ ...line, calls }, called));
  const { callId, roomId, deskId, times } = call;
  const body = { callId, ticketId: ticket.id, label: ticket.label, roomId, deskId, times };
  return ticketEvent(called, times === 1 ? 'ticket.called' : 'ticket.recalled', body);
}

function pastCall(ticket: Ticket, call: TicketCall, place: number): PastCall {
  const { deskId, workNo, calledAt: at } = call;
  const { id: ticketId, lane, emergency, move } = ticket;
  const automatic = emergency === null && move === null;
  return { ticketId, at, lane, since: waitingSince(ticket), automatic, deskId, workNo, place };
}

async function endTurn(
  transaction: WriteTransaction,
  wish: DeskWish,
  end: { readonly ticket: Ticket; readonly as: 'missed' | 'finished' },
): Promise<NewEvent> {
  const { ticket, as } = end;
  const misses = ticket.misses + (as === 'missed' ? 1 : 0);
  const ended: Ticket = { ...ticket, state: as, misses, endedAt: wish.at, version: ticket.version + 1 };
  await updateTicket(transaction, ended);
  const line = lineOf(wish, ticket);
  wish.lines.set(line.queueId, withTicket(line, ended));
  const body = { ticketId: ticket.id, label: ticket.label, deskId: wish.place.desk.id, misses };
  return ticketEvent(ended, as === 'missed' ? 'ticket.missed' : 'ticket.finished', body);
}

function lineOf(wish: DeskWish, ticket: Ticket): Line {
  const line = wish.lines.get(ticket.queueId);
  if (line === undefined) throw new Error(`queue ${ticket.queueId} of ticket ${ticket.id} is not held`);
  return line;
}
