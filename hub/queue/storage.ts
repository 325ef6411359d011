import type { Lane } from '../contract/index.ts';
import type { Database, WriteTransaction } from '../store/tables.ts';
import type { InPlay } from './in-play.ts';
import type { OrderCall } from './order/index.ts';
import { rowOfTicket, ticketOfRow, type Ticket, type TicketCall } from './ticket.ts';

/** A first call, as the order of the calls after it depends on it. */
export interface PastCall extends OrderCall {
  /** Rises by one from call to call of a queue. */
  readonly place: number;
}

/** A ticket was changed by somebody else although its queue was held: a bug, never a custom of the house. */
export class TicketMoved extends Error {
  override readonly name = 'TicketMoved';
}

/** Holds a queue until the transaction ends and gives its new version. */
export async function holdQueue(transaction: WriteTransaction, queueId: string): Promise<number> {
  const row = await transaction
    .insertInto('queue_line')
    .values({ queue_id: queueId, version: 1 })
    .onConflict((conflict) =>
      conflict.column('queue_id').doUpdateSet((build) => ({ version: build('queue_line.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function queueVersions(
  database: Database,
  queueIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.selectFrom('queue_line').selectAll().where('queue_id', 'in', queueIds).execute();
  return new Map(rows.map((row) => [row.queue_id, row.version]));
}

/** Tickets of a queue that are in play, whatever has become of them, in the order of their numbers. */
export async function ticketsInPlay(database: Database, queueId: string, inPlay: InPlay): Promise<Ticket[]> {
  const { businessDate, dayBefore, since } = inPlay;
  const rows = await database
    .selectFrom('ticket')
    .selectAll()
    .where('queue_id', '=', queueId)
    .where('business_date', '>=', dayBefore)
    .where((build) =>
      build.or([
        build('business_date', '>=', businessDate),
        build('checked_in_at', '>=', since),
        build('called_at', '>=', since),
      ]),
    )
    .orderBy('number')
    .execute();
  return rows.map(ticketOfRow);
}

/** First calls of a queue, as far as they bear on whose turn it is. */
export async function callsInPlay(database: Database, queueId: string, inPlay: InPlay): Promise<PastCall[]> {
  const { dayBefore, since } = inPlay;
  const columns = ['ticket_id', 'called_at', 'lane', 'desk_id', 'work_no', 'place'] as const;
  const query = database.selectFrom('call').select(columns).where('queue_id', '=', queueId);
  const called = query.where('business_date', '>=', dayBefore).where('called_at', '>=', since);
  const rows = await called.where('times', '=', 1).orderBy('place').execute();
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    at: row.called_at,
    lane: row.lane as Lane,
    since: null,
    automatic: true,
    deskId: row.desk_id,
    workNo: row.work_no,
    place: row.place,
  }));
}

export async function ticketById(database: Database, ticketId: string): Promise<Ticket | undefined> {
  const row = await database.selectFrom('ticket').selectAll().where('id', '=', ticketId).executeTakeFirst();
  return row === undefined ? undefined : ticketOfRow(row);
}

export async function ticketOfAppointment(database: Database, appointmentId: string): Promise<Ticket | undefined> {
  const query = database.selectFrom('ticket').selectAll().where('appointment_id', '=', appointmentId);
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : ticketOfRow(row);
}

export async function ticketsOfPatient(database: Database, patientId: string, since: string): Promise<Ticket[]> {
  const query = database.selectFrom('ticket').selectAll().where('patient_id', '=', patientId);
  const rows = await query.where('business_date', '>=', since).execute();
  return rows.map(ticketOfRow);
}

/** Stores a new ticket; false when its appointment has one already, in play or not. */
export async function insertTicket(transaction: WriteTransaction, ticket: Ticket): Promise<boolean> {
  const row = transaction.insertInto('ticket').values(rowOfTicket(ticket));
  const inserted = await row
    .onConflict((conflict) => conflict.column('appointment_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Stores the next version of a ticket; refuses when the stored one is not the version before it. */
export async function updateTicket(transaction: WriteTransaction, ticket: Ticket): Promise<void> {
  const row = rowOfTicket(ticket);
  const result = await transaction
    .updateTable('ticket')
    .set({
      lane: row.lane,
      state: row.state,
      checked_in_at: row.checked_in_at,
      misses: row.misses,
      room_id: row.room_id,
      desk_id: row.desk_id,
      work_no: row.work_no,
      call_id: row.call_id,
      first_called_at: row.first_called_at,
      called_at: row.called_at,
      times: row.times,
      ended_at: row.ended_at,
      version: row.version,
    })
    .where('id', '=', row.id)
    .where('version', '=', row.version - 1)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new TicketMoved(`ticket ${ticket.id} is not at version ${row.version - 1}`);
}

export async function insertCall(
  transaction: WriteTransaction,
  made: { readonly ticket: Ticket; readonly call: TicketCall; readonly place: number },
): Promise<void> {
  const { ticket, call, place } = made;
  await transaction
    .insertInto('call')
    .values({
      id: call.callId,
      ticket_id: ticket.id,
      queue_id: ticket.queueId,
      area_id: ticket.areaId,
      business_date: ticket.businessDate,
      lane: ticket.lane,
      room_id: call.roomId,
      desk_id: call.deskId,
      work_no: call.workNo,
      called_at: call.calledAt,
      times: call.times,
      place,
    })
    .execute();
}

export interface StoredCall {
  readonly callId: string;
  readonly ticketId: string;
  readonly queueId: string;
  readonly areaId: string;
  readonly businessDate: string;
  readonly roomId: string;
}

export async function callById(database: Database, callId: string): Promise<StoredCall | undefined> {
  const row = await database.selectFrom('call').selectAll().where('id', '=', callId).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    callId: row.id,
    ticketId: row.ticket_id,
    queueId: row.queue_id,
    areaId: row.area_id,
    businessDate: row.business_date,
    roomId: row.room_id,
  };
}

/** True when the screen had not shown this call before. */
export async function insertShown(
  transaction: WriteTransaction,
  shown: { readonly callId: string; readonly screenId: string; readonly at: string },
): Promise<boolean> {
  const row = await transaction
    .insertInto('call_shown')
    .values({ call_id: shown.callId, screen_id: shown.screenId, at: shown.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('call_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function shownOn(
  database: Database,
  callId: string,
): Promise<readonly { readonly screenId: string; readonly at: string }[]> {
  const query = database.selectFrom('call_shown').select(['screen_id', 'at']).where('call_id', '=', callId);
  const rows = await query.orderBy('at').orderBy('screen_id').execute();
  return rows.map((row) => ({ screenId: row.screen_id, at: row.at }));
}
