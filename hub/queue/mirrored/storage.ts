import type { Database, WriteTransaction } from '../../store/tables.ts';
import { noFacts, type Facts } from './facts.ts';
import type { Ordering, Stamp } from './stamp.ts';

/** A source as far as it has spoken. */
export interface KnownSource {
  readonly ordering: Ordering | null;
  readonly newest: Stamp | null;
}

/** Holds a source until the transaction ends: what it says is taken in one after the other. */
export async function holdSource(transaction: WriteTransaction, source: string): Promise<KnownSource> {
  const row = await transaction
    .insertInto('mirrored_source')
    .values({ source, version: 1, ordering: null, newest: null })
    .onConflict((conflict) =>
      conflict.column('source').doUpdateSet((build) => ({ version: build('mirrored_source.version', '+', 1) })),
    )
    .returning(['ordering', 'newest'])
    .executeTakeFirstOrThrow();
  return { ordering: row.ordering as Ordering | null, newest: row.newest };
}

export async function putSource(transaction: WriteTransaction, source: string, known: KnownSource): Promise<void> {
  await transaction.updateTable('mirrored_source').set(known).where('source', '=', source).execute();
}

/** What is known of a ticket of a source. */
export interface FactRecord {
  readonly externalId: string;
  readonly ticketId: string | null;
  readonly queueId: string | null;
  /** The ticket had a number of ours before, which it keeps. */
  readonly adopted: boolean;
  readonly facts: Facts;
  /** Our ids of its calls, by those of the source. */
  readonly callIds: Readonly<Record<string, string>>;
}

export function newRecord(externalId: string): FactRecord {
  return { externalId, ticketId: null, queueId: null, adopted: false, facts: noFacts, callIds: {} };
}

export async function recordsOf(
  database: Database,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, FactRecord>> {
  if (externalIds.length === 0) return new Map();
  const query = database.selectFrom('mirrored_fact').selectAll().where('source', '=', source);
  const rows = await query.where('external_id', 'in', externalIds).execute();
  return new Map(rows.map((row) => [row.external_id, recordOfRow(row)]));
}

/** What is known of the tickets of a source in a queue that are not over. */
export async function liveRecordsOf(database: Database, source: string, queueId: string): Promise<FactRecord[]> {
  const rows = await database
    .selectFrom('mirrored_fact')
    .innerJoin('ticket', 'ticket.id', 'mirrored_fact.ticket_id')
    .selectAll('mirrored_fact')
    .where('source', '=', source)
    .where('mirrored_fact.queue_id', '=', queueId)
    .where('ticket.state', 'not in', ['finished', 'dropped', 'undone'])
    .execute();
  return rows.map(recordOfRow);
}

/** Records of these tickets, whichever source has spoken of them. */
export async function recordsOfTickets(
  database: Database,
  ticketIds: readonly string[],
): Promise<(FactRecord & { readonly source: string })[]> {
  if (ticketIds.length === 0) return [];
  const query = database.selectFrom('mirrored_fact').selectAll().where('ticket_id', 'in', ticketIds);
  return (await query.execute()).map((row) => ({ ...recordOfRow(row), source: row.source }));
}

export async function putRecord(
  transaction: WriteTransaction,
  source: string,
  record: FactRecord,
  at: string,
): Promise<void> {
  const row = {
    queue_id: record.queueId,
    ticket_id: record.ticketId,
    adopted: record.adopted ? 1 : 0,
    facts: JSON.stringify(record.facts),
    calls: JSON.stringify(record.callIds),
    changed_at: at,
  };
  await transaction
    .insertInto('mirrored_fact')
    .values({ source, external_id: record.externalId, ...row })
    .onConflict((conflict) => conflict.columns(['source', 'external_id']).doUpdateSet(row))
    .execute();
}

function recordOfRow(row: {
  readonly external_id: string;
  readonly ticket_id: string | null;
  readonly queue_id: string | null;
  readonly adopted: number;
  readonly facts: string;
  readonly calls: string;
}): FactRecord {
  return {
    externalId: row.external_id,
    ticketId: row.ticket_id,
    queueId: row.queue_id,
    adopted: row.adopted === 1,
    // As this hub has stored them.
    facts: { ...noFacts, ...(JSON.parse(row.facts) as Facts) },
    callIds: JSON.parse(row.calls) as FactRecord['callIds'],
  };
}

/** The newest snapshots of a source, by queue. */
export async function snapshotsOf(
  database: Database,
  source: string,
  queueIds: readonly string[],
): Promise<Map<string, Stamp>> {
  if (queueIds.length === 0) return new Map();
  const query = database.selectFrom('mirrored_snapshot').selectAll().where('source', '=', source);
  const rows = await query.where('queue_id', 'in', queueIds).execute();
  return new Map(rows.map((row) => [row.queue_id, row.stamp]));
}

/** Keeps a snapshot; one that is older than the known one changes nothing. */
export async function putSnapshot(
  transaction: WriteTransaction,
  snapshot: { readonly source: string; readonly queueId: string; readonly stamp: Stamp },
): Promise<void> {
  const { source, queueId, stamp } = snapshot;
  await transaction
    .insertInto('mirrored_snapshot')
    .values({ source, queue_id: queueId, stamp })
    .onConflict((conflict) =>
      conflict.columns(['source', 'queue_id']).doUpdateSet({ stamp }).where('mirrored_snapshot.stamp', '<', stamp),
    )
    .execute();
}

/** Notes that a source has spoken of some areas. */
export async function noteHeard(
  transaction: WriteTransaction,
  heard: { readonly source: string; readonly areaIds: readonly string[]; readonly at: string },
): Promise<void> {
  const { source, areaIds, at } = heard;
  if (areaIds.length === 0) return;
  await transaction
    .insertInto('mirrored_heard')
    .values(areaIds.map((areaId) => ({ source, area_id: areaId, heard_at: at })))
    .onConflict((conflict) => conflict.columns(['source', 'area_id']).doUpdateSet({ heard_at: at }))
    .execute();
}

export async function areasHeardFrom(database: Database, source: string): Promise<string[]> {
  const query = database.selectFrom('mirrored_heard').select('area_id').where('source', '=', source);
  return (await query.execute()).map((row) => row.area_id);
}

/** Who has spoken of each area, the last one first. */
export async function heardOfAreas(
  database: Database,
): Promise<ReadonlyMap<string, readonly { readonly source: string; readonly heardAt: string }[]>> {
  const rows = await database.selectFrom('mirrored_heard').selectAll().orderBy('heard_at', 'desc').execute();
  const byArea = Map.groupBy(rows, (row) => row.area_id);
  return new Map(
    [...byArea].map(([area, heard]) => [area, heard.map((row) => ({ source: row.source, heardAt: row.heard_at }))]),
  );
}

/** Forgets what was said of tickets that nobody asks for any more. */
export async function forgetFactsBefore(database: Database, at: string): Promise<void> {
  await database.deleteFrom('mirrored_fact').where('changed_at', '<', at).execute();
}

/** Queues in which these appointments have tickets. */
export async function queuesWithAppointments(
  database: Database,
  appointmentIds: readonly string[],
): Promise<readonly string[]> {
  if (appointmentIds.length === 0) return [];
  const query = database.selectFrom('ticket').select('queue_id').distinct();
  return (await query.where('appointment_id', 'in', appointmentIds).execute()).map((row) => row.queue_id);
}

export async function giveAppointmentUp(transaction: WriteTransaction, ticketId: string): Promise<void> {
  await transaction.updateTable('ticket').set({ appointment_id: null }).where('id', '=', ticketId).execute();
}
