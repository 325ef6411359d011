import type { Acting, Lane, TicketState, Words } from '../contract/index.ts';
import type { TicketRow } from '../store/tables.ts';
import type { NurseMove } from './order/index.ts';

export type { TicketState } from '../contract/index.ts';
export type TicketKind = 'appointment' | 'walk-in';
export type Sex = 'male' | 'female' | 'unknown';

/** What a ticket keeps of its patient: never the full name, never a number of a card. */
export interface TicketPatient {
  readonly patientId: string;
  readonly maskedName: string;
  readonly surname: string | null;
  readonly sex: Sex;
  readonly birthYear: number | null;
}

/** Where a called ticket is to go: into the room, or into the corridor before it (二次候诊). */
export type Stage = 'room' | 'corridor';

/** The last call of a ticket and where it is served. Instants are ISO, UTC. */
export interface TicketCall {
  readonly callId: string;
  readonly roomId: string;
  readonly deskId: string;
  readonly workNo: string;
  readonly firstCalledAt: string;
  readonly calledAt: string;
  readonly times: number;
}

/** How many reports of who is at tests are awaited, and how many of them are ready. */
export interface TicketReports {
  readonly awaited: number;
  readonly ready: number;
}

/** A ticket of a queue that lives in another system: the system, its id of the ticket, and the place that it has there. */
export interface OutsideTicket {
  readonly source: string;
  readonly id: string;
  /** Smallest first; null: after those that have one. */
  readonly rank: number | null;
}

/** A place in a queue. */
export interface Ticket {
  readonly id: string;
  readonly queueId: string;
  readonly areaId: string;
  readonly businessDate: string;
  /** Code of the clinic session whose numbers it has one of. */
  readonly session: string;
  readonly number: number;
  readonly label: string;
  readonly patient: TicketPatient;
  /** Who took it for the patient; null: the patient. */
  readonly actedBy: Acting | null;
  readonly kind: TicketKind;
  readonly appointmentId: string | null;
  readonly practitioner: Words | null;
  readonly slotStart: string | null;
  readonly slotEnd: string | null;
  readonly lane: Lane;
  /** Code of its priority class. */
  readonly class: string | null;
  readonly state: TicketState;
  readonly stage: Stage;
  readonly checkedInAt: string;
  /** When its patient came back from tests. */
  readonly returnedAt: string | null;
  /** Its number among the registrations at the hospital. */
  readonly registeredNo: number | null;
  /** Level of an emergency that was inserted, 1 first. */
  readonly emergency: number | null;
  /** Where a nurse has put it. */
  readonly move: NurseMove | null;
  /** Id of the desk, or work number of the doctor, that alone is offered it. */
  readonly assignedTo: string | null;
  readonly reports: TicketReports | null;
  /** Left out and null: a ticket of our own. */
  readonly outside?: OutsideTicket | null;
  readonly misses: number;
  readonly call: TicketCall | null;
  /** When it was missed or finished, or left. */
  readonly endedAt: string | null;
  readonly version: number;
}

/** What a new ticket has not been given yet. */
export const untouched = {
  state: 'waiting',
  stage: 'room',
  class: null,
  registeredNo: null,
  returnedAt: null,
  emergency: null,
  move: null,
  assignedTo: null,
  reports: null,
  misses: 0,
  call: null,
  endedAt: null,
  version: 1,
} as const satisfies Partial<Ticket>;

export function ticketOfRow(row: TicketRow): Ticket {
  return {
    id: row.id,
    queueId: row.queue_id,
    areaId: row.area_id,
    businessDate: row.business_date,
    session: row.clinic_session,
    number: row.number,
    label: row.label,
    patient: {
      patientId: row.patient_id,
      maskedName: row.masked_name,
      surname: row.surname,
      sex: row.sex as Sex,
      birthYear: row.birth_year,
    },
    actedBy: row.acted_by === null ? null : (JSON.parse(row.acted_by) as Acting),
    kind: row.kind as TicketKind,
    appointmentId: row.appointment_id,
    practitioner: row.practitioner === null ? null : (JSON.parse(row.practitioner) as Words),
    slotStart: row.slot_start,
    slotEnd: row.slot_end,
    lane: row.lane as Lane,
    state: row.state as TicketState,
    stage: row.stage as Stage,
    checkedInAt: row.checked_in_at,
    class: row.class,
    registeredNo: row.registered_no,
    returnedAt: row.returned_at,
    emergency: row.emergency,
    move: moveOfRow(row),
    assignedTo: row.assigned_to,
    reports: reportsOfRow(row),
    outside: outsideOfRow(row),
    misses: row.misses,
    call: callOfRow(row),
    endedAt: row.ended_at,
    version: row.version,
  };
}

function moveOfRow({ moved_at, moved_before, moved_rank }: TicketRow): NurseMove | null {
  if (moved_at === null) return null;
  return moved_before === null ? { at: moved_at, rank: moved_rank ?? 1 } : { at: moved_at, before: moved_before };
}

function moveColumns(move: NurseMove | null) {
  if (move === null) return { moved_at: null, moved_before: null, moved_rank: null };
  if ('before' in move) return { moved_at: move.at, moved_before: move.before, moved_rank: null };
  return { moved_at: move.at, moved_before: null, moved_rank: move.rank };
}

function outsideOfRow({ outside_source, outside_id, outside_rank }: TicketRow): OutsideTicket | null {
  if (outside_source === null || outside_id === null) return null;
  return { source: outside_source, id: outside_id, rank: outside_rank };
}

function reportsOfRow({ reports_awaited, reports_ready }: TicketRow): TicketReports | null {
  return reports_awaited === null ? null : { awaited: reports_awaited, ready: reports_ready ?? 0 };
}

function callOfRow(row: TicketRow): TicketCall | null {
  const { call_id, room_id, desk_id, work_no, first_called_at, called_at } = row;
  if (call_id === null || room_id === null || desk_id === null) return null;
  if (work_no === null || first_called_at === null || called_at === null) return null;
  return {
    callId: call_id,
    roomId: room_id,
    deskId: desk_id,
    workNo: work_no,
    firstCalledAt: first_called_at,
    calledAt: called_at,
    times: row.times,
  };
}

export function rowOfTicket(ticket: Ticket): TicketRow {
  const { patient } = ticket;
  return {
    id: ticket.id,
    patient_id: patient.patientId,
    masked_name: patient.maskedName,
    surname: patient.surname,
    sex: patient.sex,
    birth_year: patient.birthYear,
    acted_by: ticket.actedBy === null ? null : JSON.stringify(ticket.actedBy),
    appointment_id: ticket.appointmentId,
    practitioner: ticket.practitioner === null ? null : JSON.stringify(ticket.practitioner),
    business_date: ticket.businessDate,
    registered_no: ticket.registeredNo,
    outside_source: ticket.outside?.source ?? null,
    outside_id: ticket.outside?.id ?? null,
    outside_rank: ticket.outside?.rank ?? null,
    ...changingColumns(ticket),
  };
}

/** What an action may change of a ticket; whose it is stays. */
export function changingColumns(ticket: Ticket) {
  return { ...placeColumns(ticket), ...orderColumns(ticket), ...callColumns(ticket) };
}

function placeColumns(ticket: Ticket) {
  return {
    queue_id: ticket.queueId,
    area_id: ticket.areaId,
    clinic_session: ticket.session,
    number: ticket.number,
    label: ticket.label,
    kind: ticket.kind,
    slot_start: ticket.slotStart,
    slot_end: ticket.slotEnd,
    state: ticket.state,
    stage: ticket.stage,
    ended_at: ticket.endedAt,
    version: ticket.version,
  };
}

function orderColumns(ticket: Ticket) {
  return {
    lane: ticket.lane,
    checked_in_at: ticket.checkedInAt,
    misses: ticket.misses,
    class: ticket.class,
    returned_at: ticket.returnedAt,
    emergency: ticket.emergency,
    ...moveColumns(ticket.move),
    assigned_to: ticket.assignedTo,
    reports_awaited: ticket.reports?.awaited ?? null,
    reports_ready: ticket.reports?.ready ?? null,
  };
}

function callColumns({ call }: Ticket) {
  return {
    room_id: call?.roomId ?? null,
    desk_id: call?.deskId ?? null,
    work_no: call?.workNo ?? null,
    call_id: call?.callId ?? null,
    first_called_at: call?.firstCalledAt ?? null,
    called_at: call?.calledAt ?? null,
    times: call?.times ?? 0,
  };
}
