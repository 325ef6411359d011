import type { Lane } from '../contract/index.ts';
import { statement } from '../store/statement.ts';
import type { Database, TicketRow, WriteTransaction } from '../store/tables.ts';
import type { InPlay } from './in-play.ts';
import type { OrderCall } from './order/index.ts';
import { changingColumns, rowOfTicket, ticketOfRow, type Ticket } from './ticket.ts';

/** A first call, as the order of the calls after it depends on it. */
export interface PastCall extends OrderCall {
  /** Rises by one from call to call of a queue. */
  readonly place: number;
}

/** A number of a queue that is not given again, although its ticket waits elsewhere now. */
export interface NumberGone {
  readonly businessDate: string;
  readonly session: string;
  readonly number: number;
}

/** A ticket was changed by somebody else although its queue was held: a bug, never a custom of the house. */
export class TicketMoved extends Error {
  override readonly name = 'TicketMoved';
}

/** Holds a queue until the transaction ends and gives its new version. */
export async function holdQueue(transaction: WriteTransaction, queueId: string): Promise<number> {
  const { rows } = await transaction.executeQuery(holding(transaction, { queueId }));
  const [row] = rows;
  if (row === undefined) throw new Error(`queue ${queueId} could not be held`);
  return row.version;
}

const holding = statement((database, { queueId }: { readonly queueId: string }) =>
  database
    .insertInto('queue_line')
    .values({ queue_id: queueId, version: 1 })
    .onConflict((conflict) =>
      conflict.column('queue_id').doUpdateSet((build) => ({ version: build('queue_line.version', '+', 1) })),
    )
    .returning('version'),
);

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

/** First calls of a queue that were not undone, as far as they bear on whose turn it is. */
export async function callsInPlay(database: Database, queueId: string, inPlay: InPlay): Promise<PastCall[]> {
  const { dayBefore, since } = inPlay;
  const columns = [
    'ticket_id',
    'called_at',
    'lane',
    'desk_id',
    'work_no',
    'place',
    'automatic',
    'checked_in_at',
  ] as const;
  const query = database.selectFrom('call').select(columns).where('queue_id', '=', queueId);
  const called = query.where('business_date', '>=', dayBefore).where('called_at', '>=', since);
  const first = called.where('times', '=', 1).where('counts', '=', 1).where('undone_at', 'is', null);
  const rows = await first.orderBy('place').orderBy('called_at').execute();
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    at: row.called_at,
    lane: row.lane as Lane,
    since: row.checked_in_at,
    automatic: row.automatic === 1,
    deskId: row.desk_id,
    workNo: row.work_no,
    place: row.place,
  }));
}

/** Numbers of a queue whose tickets have gone to other queues. */
export async function numbersGone(database: Database, queueId: string, since: string): Promise<NumberGone[]> {
  const query = database.selectFrom('number_gone').selectAll().where('queue_id', '=', queueId);
  const rows = await query.where('business_date', '>=', since).execute();
  return rows.map((row) => ({
    businessDate: row.business_date,
    session: row.clinic_session,
    number: row.number,
  }));
}

export async function ticketById(database: Database, ticketId: string): Promise<Ticket | undefined> {
  const row = await database.selectFrom('ticket').selectAll().where('id', '=', ticketId).executeTakeFirst();
  return row === undefined ? undefined : ticketOfRow(row);
}

const ofAppointment = statement((database, { appointmentId }: { readonly appointmentId: string }) =>
  database.selectFrom('ticket').selectAll().where('appointment_id', '=', appointmentId),
);

const ofPatient = statement(
  (database, { patientId, since }: { readonly patientId: string; readonly since: string }) => {
    const query = database.selectFrom('ticket').selectAll().where('patient_id', '=', patientId);
    return query.where('business_date', '>=', since);
  },
);

export async function ticketOfAppointment(database: Database, appointmentId: string): Promise<Ticket | undefined> {
  const { rows } = await database.executeQuery(ofAppointment(database, { appointmentId }));
  const [row] = rows;
  return row === undefined ? undefined : ticketOfRow(row);
}

/** When each of these tickets was sent for tests last. */
export async function sentForTestsAt(
  database: Database,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ticketIds.length === 0) return new Map();
  const acts = database.selectFrom('desk_act').where('ticket_id', 'in', ticketIds).where('action', '=', 'to-tests');
  const rows = await acts.select(['ticket_id', 'at']).orderBy('at').execute();
  return new Map(rows.flatMap(({ ticket_id, at }) => (ticket_id === null ? [] : [[ticket_id, at] as const])));
}

export async function ticketsOfPatient(database: Database, patientId: string, since: string): Promise<Ticket[]> {
  const { rows } = await database.executeQuery(ofPatient(database, { patientId, since }));
  return rows.map(ticketOfRow);
}

/** Stores a new ticket; false when its appointment has one already, in play or not. */
export async function insertTicket(transaction: WriteTransaction, ticket: Ticket): Promise<boolean> {
  const { rows } = await transaction.executeQuery(insertion(transaction, rowOfTicket(ticket)));
  return rows.length === 1;
}

const insertion = statement((database, row: TicketRow) =>
  database
    .insertInto('ticket')
    .values(row)
    .onConflict((conflict) => conflict.column('appointment_id').doNothing())
    .returning('id'),
);

/** Stores the next version of a ticket; refuses when the stored one is not the version before it. */
export async function updateTicket(transaction: WriteTransaction, ticket: Ticket): Promise<void> {
  const { id, version } = ticket;
  const change = nextVersion(transaction, { id, before: version - 1, ...changingColumns(ticket) });
  const { numAffectedRows } = await transaction.executeQuery(change);
  if (numAffectedRows !== 1n) throw new TicketMoved(`ticket ${id} is not at version ${version - 1}`);
}

const nextVersion = statement(
  (
    database,
    { id, before, ...columns }: ReturnType<typeof changingColumns> & { readonly id: string; readonly before: number },
  ) => database.updateTable('ticket').set(columns).where('id', '=', id).where('version', '=', before),
);

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

/** Which screens have shown each of some calls, and when. */
export async function shownOnEach(
  database: Database,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, { screenId: string; at: string }[]>> {
  if (callIds.length === 0) return new Map();
  const query = database.selectFrom('call_shown').selectAll().where('call_id', 'in', callIds);
  const rows = await query.orderBy('at').orderBy('screen_id').execute();
  const byCall = Map.groupBy(rows, (row) => row.call_id);
  return new Map([...byCall].map(([id, shown]) => [id, shown.map((row) => ({ screenId: row.screen_id, at: row.at }))]));
}
