import type { TicketRef } from '../../contract/index.ts';
import { ticketById } from '../storage.ts';
import type { Ticket, TicketState } from '../ticket.ts';
import { refuse, type Act, type ActRefused } from './act.ts';
import { alreadyCalled } from './already-called.ts';

export type FoundTicket = { readonly ok: true; readonly ticket: Ticket } | ActRefused;

const over: readonly TicketState[] = ['finished', 'dropped', 'undone', 'missed', 'at-tests', 'held'];

/** The ticket of an action, when it is in one of these states and still as the desk saw it. */
export async function findTicket(act: Act, ref: TicketRef, states: readonly TicketState[]): Promise<FoundTicket> {
  const found = await ticketOfDesk(act, ref.ticketId);
  if (!found.ok) return found;
  const { ticket } = found;
  if (ticket.state === 'called' && !states.includes('called')) return alreadyCalled(act, ticket);
  if (!states.includes(ticket.state)) return refuse(over.includes(ticket.state) ? 'already-done' : 'stale');
  return ticket.version === ref.version ? found : refuse('stale');
}

/** The ticket of an action on whom a desk has called. A triage desk may speak for every desk of its area. */
export async function findCalled(act: Act, ref: TicketRef): Promise<FoundTicket> {
  const found = await ticketOfDesk(act, ref.ticketId);
  if (!found.ok) return found;
  const { ticket } = found;
  const own = ticket.call?.deskId === act.place.desk.id || act.place.kind === 'triage';
  if (!own) return refuse('not-your-ticket');
  if (ticket.state !== 'called') return refuse(ticket.state === 'waiting' ? 'stale' : 'already-done');
  return ticket.version === ref.version ? found : refuse('stale');
}

async function ticketOfDesk(act: Act, ticketId: string): Promise<FoundTicket> {
  for (const line of act.lines.values()) {
    const ticket = line.tickets.find((known) => known.id === ticketId);
    if (ticket !== undefined) return { ok: true, ticket };
  }
  const elsewhere = await ticketById(act.transaction, ticketId);
  if (elsewhere === undefined) return refuse('ticket-unknown');
  return refuse(act.lines.has(elsewhere.queueId) ? 'other-day' : 'not-your-ticket');
}
