import type { Helper, HelpErrand, HelpState } from '../contract/index.ts';
import type { Database, HelpRequestRow, WriteTransaction } from '../store/tables.ts';
import type { HelpRecord, KnownHelper } from './request.ts';

const open = ['waiting', 'taken', 'arrived'] as const;

/** Stores a new request; false when one is open at its terminal. */
export async function insertRequest(transaction: WriteTransaction, record: HelpRecord): Promise<boolean> {
  const row = await transaction
    .insertInto('help_request')
    .values(rowOf(record))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Stores the next version of a request; false when somebody else was quicker. */
export async function updateRequest(transaction: WriteTransaction, record: HelpRecord): Promise<boolean> {
  const row = rowOf(record);
  const result = await transaction
    .updateTable('help_request')
    .set(row)
    .where('id', '=', row.id)
    .where('version', '=', row.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function requestById(database: Database, id: string): Promise<HelpRecord | undefined> {
  const row = await database.selectFrom('help_request').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : recordOf(row);
}

export async function openRequestAt(database: Database, terminalId: string): Promise<HelpRecord | undefined> {
  const query = database.selectFrom('help_request').selectAll().where('terminal_id', '=', terminalId);
  const row = await query.where('state', 'in', open).executeTakeFirst();
  return row === undefined ? undefined : recordOf(row);
}

export async function openRequests(database: Database): Promise<HelpRecord[]> {
  const query = database.selectFrom('help_request').selectAll().where('state', 'in', open);
  return (await query.orderBy('asked_at').orderBy('id').execute()).map(recordOf);
}

/** Marks those that have waited too long, each once however many hub servers look at the same moment. */
export async function escalateDue(transaction: WriteTransaction, at: string): Promise<HelpRecord[]> {
  const due = transaction
    .updateTable('help_request')
    .set((build) => ({ escalated_at: at, escalate_at: null, version: build('version', '+', 1) }));
  const rows = await due.where('state', '=', 'waiting').where('escalate_at', '<=', at).returningAll().execute();
  return rows.map(recordOf);
}

/** Ends those with which nothing has happened for too long. */
export async function lapseDue(transaction: WriteTransaction, at: string): Promise<HelpRecord[]> {
  const due = transaction.updateTable('help_request').set((build) => ({
    state: 'lapsed',
    since: at,
    escalate_at: null,
    lapse_at: null,
    version: build('version', '+', 1),
  }));
  const rows = await due.where('state', 'in', open).where('lapse_at', '<=', at).returningAll().execute();
  return rows.map(recordOf);
}

/** When the next request is to be escalated or ends by itself; undefined while none is open. */
export async function nextDue(database: Database): Promise<string | undefined> {
  const query = database.selectFrom('help_request').where('state', 'in', open);
  const first = await query
    .select((build) => [build.fn.min('escalate_at').as('escalate'), build.fn.min('lapse_at').as('lapse')])
    .executeTakeFirst();
  return [first?.escalate, first?.lapse].filter((at) => typeof at === 'string').toSorted()[0];
}

/** What statistics need of a request. */
export type HelpFigures = Pick<HelpRecord, 'askedAt' | 'firstTakenAt' | 'escalatedAt'>;

export async function figuresOfDay(database: Database, businessDate: string): Promise<HelpFigures[]> {
  const query = database.selectFrom('help_request').select(['asked_at', 'first_taken_at', 'escalated_at']);
  const rows = await query.where('business_date', '=', businessDate).execute();
  return rows.map((row) => ({
    askedAt: row.asked_at,
    firstTakenAt: row.first_taken_at,
    escalatedAt: row.escalated_at,
  }));
}

/** Waits are kept as figures; who helped is nobody's business on another day. Scans only count for a minute. */
export async function forgetHelpers(database: Database, businessDate: string, minute: string): Promise<void> {
  const rows = database.updateTable('help_request').set({ helper_id: null, helper: null });
  await rows
    .where('business_date', '<', businessDate)
    .where('state', 'not in', open)
    .where('helper_id', 'is not', null)
    .execute();
  await database.deleteFrom('slip_scan').where('minute', '<', minute).execute();
}

/** Counts one more scan of a staff member in a minute and gives how many that makes. */
export async function countScan(transaction: WriteTransaction, staffId: string, minute: string): Promise<number> {
  const row = await transaction
    .insertInto('slip_scan')
    .values({ staff_id: staffId, minute, scans: 1 })
    .onConflict((conflict) =>
      conflict.columns(['staff_id', 'minute']).doUpdateSet((build) => ({ scans: build('slip_scan.scans', '+', 1) })),
    )
    .returning('scans')
    .executeTakeFirstOrThrow();
  return row.scans;
}

function recordOf(row: HelpRequestRow): HelpRecord {
  return {
    id: row.id,
    terminalId: row.terminal_id,
    businessDate: row.business_date,
    errand: row.errand as HelpErrand,
    state: row.state as HelpState,
    askedAt: row.asked_at,
    since: row.since,
    escalateAt: row.escalate_at,
    escalatedAt: row.escalated_at,
    lapseAt: row.lapse_at,
    firstTakenAt: row.first_taken_at,
    helper: helperOf(row),
    version: row.version,
  };
}

function helperOf({ helper_id: staffId, helper }: HelpRequestRow): KnownHelper | null {
  if (staffId === null || helper === null) return null;
  return { ...(JSON.parse(helper) as Helper), staffId };
}

function rowOf(record: HelpRecord): HelpRequestRow {
  const { helper } = record;
  return {
    id: record.id,
    terminal_id: record.terminalId,
    business_date: record.businessDate,
    errand: record.errand,
    state: record.state,
    asked_at: record.askedAt,
    since: record.since,
    escalate_at: record.escalateAt,
    escalated_at: record.escalatedAt,
    lapse_at: record.lapseAt,
    first_taken_at: record.firstTakenAt,
    helper_id: helper?.staffId ?? null,
    helper: helper === null ? null : JSON.stringify({ role: helper.role, name: helper.name }),
    version: record.version,
  };
}
