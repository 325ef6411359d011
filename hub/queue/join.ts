import { randomUUIDv7 } from 'node:crypto';
import type { Acting, Lane, Words } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { withTicket, type Line, type Lines } from './lines.ts';
import type { QueuePlace } from './site-plan.ts';
import { insertTicket, ticketOfAppointment, updateTicket } from './storage.ts';
import type { Ticket, TicketKind, TicketPatient } from './ticket.ts';

/** A patient who starts to wait. */
export interface Joining {
  readonly place: QueuePlace;
  readonly businessDate: string;
  readonly session: string;
  readonly patient: TicketPatient;
  /** Who takes the ticket for the patient; null: the patient. */
  readonly actedBy: Acting | null;
  readonly kind: TicketKind;
  readonly appointmentId: string;
  readonly practitioner: Words | null;
  readonly slotStart: string | null;
  readonly slotEnd: string | null;
  readonly lane: Lane;
  readonly at: string;
}

/** `already`: the appointment had a ticket that counts. `line` is to be remembered once all is committed. */
export interface Joined {
  readonly ticket: Ticket;
  readonly already: boolean;
  readonly line: Line;
  readonly events: readonly NewEvent[];
}

/**
 * Gives an appointment its place in the queue: a new number, the ticket that exists, or, after a missed call, the
 * same number in the missed lane. The queue is held, so numbers are unique however many check in at once.
 */
export async function joinQueue(transaction: WriteTransaction, lines: Lines, joining: Joining): Promise<Joined> {
  const queueId = joining.place.queue.id;
  const line = (await lines.hold(transaction, [queueId])).get(queueId);
  if (line === undefined) throw new Error(`queue ${queueId} could not be held`);
  const joined = await joinLine(transaction, line, joining);
  lines.changed(transaction, [joined.line]);
  return joined;
}

async function joinLine(transaction: WriteTransaction, line: Line, joining: Joining): Promise<Joined> {
  const existing = line.tickets.find((ticket) => ticket.appointmentId === joining.appointmentId);
  if (existing !== undefined) return joinAgain(transaction, { line, existing, at: joining.at });
  const ticket = newTicket(line, joining);
  if (await insertTicket(transaction, ticket)) {
    return { ticket, already: false, line: withTicket(line, ticket), events: [checkedIn(ticket)] };
  }
  const earlier = await ticketOfAppointment(transaction, joining.appointmentId);
  if (earlier === undefined) throw new Error(`appointment ${joining.appointmentId} has a ticket that is not there`);
  return joinAgain(transaction, { line, existing: earlier, at: joining.at });
}

function newTicket(line: Line, joining: Joining): Ticket {
  const { place, at, ...given } = joining;
  const number = nextNumber(line.tickets, joining);
  return {
    id: randomUUIDv7(),
    queueId: place.queue.id,
    areaId: place.area.id,
    businessDate: given.businessDate,
    session: given.session,
    number,
    label: `${place.queue.prefix}${String(number).padStart(3, '0')}`,
    patient: given.patient,
    actedBy: given.actedBy,
    kind: given.kind,
    appointmentId: given.appointmentId,
    practitioner: given.practitioner,
    slotStart: given.slotStart,
    slotEnd: given.slotEnd,
    lane: given.lane,
    class: null,
    state: 'waiting',
    checkedInAt: at,
    returnedAt: null,
    registeredNo: null,
    emergency: null,
    move: null,
    assignedTo: null,
    misses: 0,
    call: null,
    endedAt: null,
    version: 1,
  };
}

/**
 * Each clinic session counts from 1. While tickets of another session are still about, it counts on from theirs
 * instead: two people with A003 in one hall would both stand up.
 */
export function nextNumber(
  tickets: readonly Ticket[],
  of: { readonly businessDate: string; readonly session: string },
): number {
  const inSession = tickets.filter((one) => one.businessDate === of.businessDate && one.session === of.session);
  const counted = inSession.length > 0 ? inSession : tickets.filter((ticket) => ticket.state !== 'finished');
  return counted.reduce((highest, ticket) => Math.max(highest, ticket.number), 0) + 1;
}

/** An appointment that has a ticket keeps it; after a missed call it waits again under the same number. */
async function joinAgain(
  transaction: WriteTransaction,
  again: { readonly line: Line; readonly existing: Ticket; readonly at: string },
): Promise<Joined> {
  const { line, existing, at } = again;
  if (existing.state !== 'missed') return { ticket: existing, already: true, line, events: [] };
  const ticket: Ticket = {
    ...existing,
    lane: 'missed',
    state: 'waiting',
    checkedInAt: at,
    call: null,
    endedAt: null,
    version: existing.version + 1,
  };
  await updateTicket(transaction, ticket);
  return { ticket, already: false, line: withTicket(line, ticket), events: [checkedIn(ticket)] };
}

function checkedIn(ticket: Ticket): NewEvent {
  const { id: ticketId, label, lane, number } = ticket;
  return ticketEvent(ticket, 'ticket.checked-in', { ticketId, label, lane, number });
}

/** An event about a ticket: nothing of its patient is in it. */
export function ticketEvent(ticket: Ticket, type: NewEvent['type'], body: NewEvent['body']): NewEvent {
  return { type, businessDate: ticket.businessDate, areaId: ticket.areaId, queueId: ticket.queueId, body };
}
