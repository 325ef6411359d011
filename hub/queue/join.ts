import { randomUUIDv7 } from 'node:crypto';
import type { Acting, Lane, Words } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { classAtCheckIn } from './class-at-check-in.ts';
import { withTicket, type Line, type Lines } from './lines.ts';
import { labelOf, numberFor } from './numbering.ts';
import type { QueuePlace } from './site-plan.ts';
import { insertTicket, ticketOfAppointment, updateTicket } from './storage.ts';
import { ticketEvent } from './ticket-event.ts';
import { untouched, type Ticket, type TicketKind, type TicketPatient } from './ticket.ts';

/** A patient who starts to wait. */
export interface Joining {
  readonly place: QueuePlace;
  readonly businessDate: string;
  readonly session: string;
  readonly patient: TicketPatient;
  /** Who takes the ticket for the patient; null: the patient. */
  readonly actedBy: Acting | null;
  readonly kind: TicketKind;
  readonly appointmentId: string | null;
  readonly practitioner: Words | null;
  readonly slotStart: string | null;
  readonly slotEnd: string | null;
  readonly lane: Lane;
  /** What else is known of it from the start. */
  readonly given?: Partial<Pick<Ticket, 'class' | 'emergency' | 'assignedTo' | 'registeredNo'>>;
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
  const queueId = await queueToJoin(transaction, joining);
  const line = (await lines.hold(transaction, [queueId])).get(queueId);
  if (line === undefined) throw new Error(`queue ${queueId} could not be held`);
  const joined = await joinLine(transaction, line, joining);
  lines.changed(transaction, [joined.line]);
  return joined;
}

/** A ticket that a desk has sent to another queue waits there from then on. */
async function queueToJoin(transaction: WriteTransaction, { place, appointmentId }: Joining): Promise<string> {
  const known = appointmentId === null ? undefined : await ticketOfAppointment(transaction, appointmentId);
  return known?.queueId ?? place.queue.id;
}

/** The same with a line that is held already. */
export async function joinLine(transaction: WriteTransaction, line: Line, joining: Joining): Promise<Joined> {
  const existing = ticketFor(line, joining.appointmentId);
  if (existing !== undefined) return joinAgain(transaction, { line, existing, joining });
  const ticket = newTicket(line, joining);
  if (await insertTicket(transaction, ticket)) {
    return { ticket, already: false, line: withTicket(line, ticket), events: [checkedIn(ticket)] };
  }
  const { appointmentId } = joining;
  const earlier = appointmentId === null ? undefined : await ticketOfAppointment(transaction, appointmentId);
  if (earlier === undefined) throw new Error(`appointment ${appointmentId ?? ''} has a ticket that is not there`);
  return joinAgain(transaction, { line, existing: earlier, joining });
}

function ticketFor(line: Line, appointmentId: string | null): Ticket | undefined {
  if (appointmentId === null) return undefined;
  return line.tickets.find((ticket) => ticket.appointmentId === appointmentId);
}

function newTicket(line: Line, joining: Joining): Ticket {
  const { place, at, ...of } = joining;
  const registeredNo = joining.given?.registeredNo ?? null;
  const number = numberFor(place, [...line.tickets, ...line.numbersGone], { ...of, at, registeredNo });
  return {
    id: randomUUIDv7(),
    queueId: place.queue.id,
    areaId: place.area.id,
    businessDate: of.businessDate,
    session: of.session,
    number,
    label: labelOf(place, number),
    patient: of.patient,
    actedBy: of.actedBy,
    kind: of.kind,
    appointmentId: of.appointmentId,
    practitioner: of.practitioner,
    slotStart: of.slotStart,
    slotEnd: of.slotEnd,
    lane: of.lane,
    checkedInAt: at,
    ...untouched,
    class: classAtCheckIn(place.policy, { birthYear: of.patient.birthYear, businessDate: of.businessDate }),
    ...joining.given,
  };
}

/** In these states a ticket waits again when its patient checks in again. */
const waitsAgain: Partial<Record<Ticket['state'], Lane | 'as-new'>> = {
  missed: 'missed',
  'at-tests': 'return',
  dropped: 'as-new',
  undone: 'as-new',
};

/** The lane in which a ticket waits when its patient checks in again; undefined: it does not wait again by that. */
export function laneAgain(state: Ticket['state']): Lane | 'as-new' | undefined {
  return waitsAgain[state];
}

/** An appointment that has a ticket keeps it; whoever is to wait again does so under the same number. */
async function joinAgain(
  transaction: WriteTransaction,
  again: { readonly line: Line; readonly existing: Ticket; readonly joining: Joining },
): Promise<Joined> {
  const { line, existing, joining } = again;
  const lane = laneAgain(existing.state);
  if (lane === undefined || existing.queueId !== line.queueId)
    return { ticket: existing, already: true, line, events: [] };
  const ticket = waitingAgain(existing, { lane: lane === 'as-new' ? joining.lane : lane, at: joining.at });
  await updateTicket(transaction, ticket);
  return { ticket, already: false, line: withTicket(line, ticket), events: [checkedIn(ticket)] };
}

/** A ticket that starts to wait once more: from now on, whatever became of it before. */
export function waitingAgain(ticket: Ticket, as: { readonly lane: Lane; readonly at: string }): Ticket {
  return {
    ...ticket,
    lane: as.lane,
    state: 'waiting',
    stage: 'room',
    checkedInAt: as.at,
    returnedAt: as.lane === 'return' ? as.at : ticket.returnedAt,
    move: null,
    call: null,
    endedAt: null,
    version: ticket.version + 1,
  };
}

export function checkedIn(ticket: Ticket): NewEvent {
  return ticketEvent(ticket, 'ticket.checked-in', { lane: ticket.lane, number: ticket.number });
}
