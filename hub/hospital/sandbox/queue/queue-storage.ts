import type { DatabaseSync } from 'node:sqlite';

export const queueStates = ['waiting', 'called', 'missed', 'finished'] as const;
export type QueueState = (typeof queueStates)[number];

/** A place in the hospital's own queue. Instants in milliseconds since the epoch. */
export interface QueueRow {
  readonly appointment: string;
  readonly clinic: string;
  readonly session: string;
  readonly number: number;
  readonly state: QueueState;
  readonly room: string | null;
  readonly since: number;
  readonly changed: number;
  /** How often it was called so far. */
  readonly calls: number;
  readonly calledAt: number | null;
}

/** The hospital's own queue: one place for each appointment that has arrived. */
export const queueSchema = `
  CREATE TABLE IF NOT EXISTS queue_ticket (appointment TEXT PRIMARY KEY, clinic TEXT NOT NULL, session TEXT NOT NULL, number INTEGER NOT NULL,
    state TEXT NOT NULL, room TEXT, since INTEGER NOT NULL, changed INTEGER NOT NULL, calls INTEGER NOT NULL, called_at INTEGER,
    UNIQUE (clinic, session, number)) STRICT;
`;

const columns = 'appointment, clinic, session, number, state, room, since, changed, calls, called_at';

export function queueOfClinic(database: DatabaseSync, clinic: string, session: string): QueueRow[] {
  const statement = database.prepare(
    `SELECT ${columns} FROM queue_ticket WHERE clinic = ? AND session = ? ORDER BY number`,
  );
  return statement.all(clinic, session).map(rowOf);
}

export function queueRow(database: DatabaseSync, appointment: string): QueueRow | undefined {
  const record = database.prepare(`SELECT ${columns} FROM queue_ticket WHERE appointment = ?`).get(appointment);
  return record === undefined ? undefined : rowOf(record);
}

/** Stores a new place under the next number of its clinic session. */
export function enterQueue(
  database: DatabaseSync,
  of: { readonly appointment: string; readonly clinic: string; readonly session: string; readonly now: number },
): QueueRow {
  const { appointment, clinic, session, now } = of;
  const highest = database
    .prepare('SELECT max(number) AS highest FROM queue_ticket WHERE clinic = ? AND session = ?')
    .get(clinic, session);
  const number = Number(highest?.['highest'] ?? 0) + 1;
  const row: QueueRow = {
    ...{ appointment, clinic, session, number, state: 'waiting', room: null },
    ...{ since: now, changed: now, calls: 0, calledAt: null },
  };
  database
    .prepare(`INSERT INTO queue_ticket (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(appointment, clinic, session, number, row.state, null, now, now, 0, null);
  return row;
}

export function putQueueRow(database: DatabaseSync, row: QueueRow): void {
  database
    .prepare('UPDATE queue_ticket SET state = ?, room = ?, changed = ?, calls = ?, called_at = ? WHERE appointment = ?')
    .run(row.state, row.room, row.changed, row.calls, row.calledAt, row.appointment);
}

/** Appointments of a clinic in [from, to) that have arrived and have no place yet, in the order of their slots. */
export function arrivedWithoutPlace(
  database: DatabaseSync,
  of: { readonly clinic: string; readonly from: number; readonly to: number },
): string[] {
  const statement = database.prepare(
    `SELECT id FROM appointment WHERE clinic = ? AND status = 'arrived' AND start_at >= ? AND start_at < ?
     AND id NOT IN (SELECT appointment FROM queue_ticket) ORDER BY start_at, id`,
  );
  return statement.all(of.clinic, of.from, of.to).map((record) => String(record['id']));
}

export function forgetQueueBefore(database: DatabaseSync, at: number): void {
  database.prepare('DELETE FROM queue_ticket WHERE changed < ?').run(at);
}

function rowOf(record: Record<string, unknown>): QueueRow {
  const state = queueStates.find((known) => known === record['state']);
  if (state === undefined) throw new Error(`the sandbox holds an unknown queue state ${String(record['state'])}`);
  return {
    appointment: String(record['appointment']),
    clinic: String(record['clinic']),
    session: String(record['session']),
    number: Number(record['number']),
    state,
    room: record['room'] === null ? null : String(record['room']),
    since: Number(record['since']),
    changed: Number(record['changed']),
    calls: Number(record['calls']),
    calledAt: record['called_at'] === null ? null : Number(record['called_at']),
  };
}
