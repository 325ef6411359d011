import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { post } from '../store/post.ts';
import type { Database, WriteTransaction } from '../store/tables.ts';
import type { Ticket } from './ticket.ts';

/** A check-in that a desk has undone; its id is the key of the write at the hospital. */
export interface UndoneCheckIn {
  readonly id: string;
  readonly appointmentId: string;
  readonly state: 'open' | 'told';
}

/** Keeps, with the undoing itself, that the hospital is to be told; of numbers that it knows nothing of there is nothing to tell. */
export async function hospitalHasToKnow(transaction: WriteTransaction, ticket: Ticket, at: string): Promise<void> {
  const { appointmentId } = ticket;
  // A number given on a payment or an order stands under `payment:…` or `order:…`.
  if (appointmentId === null || appointmentId.includes(':')) return;
  const row = { id: randomUUIDv7(), appointment_id: appointmentId, at, state: 'open' };
  await post(transaction, transaction.insertInto('undone_check_in').values(row));
}

/** Those of which the hospital has not been told yet, first undone first. */
export async function openUndone(database: Database): Promise<UndoneCheckIn[]> {
  const rows = database.selectFrom('undone_check_in').selectAll().where('state', '=', sql.lit('open'));
  return (await rows.orderBy('at').execute()).map(undoneOfRow);
}

/** What is undone of an appointment since its last check-in, as far as the hospital takes part in it. */
export async function undoneOf(database: Database, appointmentId: string): Promise<UndoneCheckIn | undefined> {
  const rows = database.selectFrom('undone_check_in').selectAll().where('appointment_id', '=', appointmentId);
  const row = await rows.where('state', 'in', ['open', 'told']).orderBy('id', 'desc').executeTakeFirst();
  return row === undefined ? undefined : undoneOfRow(row);
}

/** Notes what has come of telling the hospital; whoever was faster has noted the same. */
export async function noteTold(database: Database, id: string, state: 'told' | 'kept'): Promise<void> {
  const row = database.updateTable('undone_check_in').set({ state });
  await row.where('id', '=', id).where('state', '=', 'open').execute();
}

/** The patient has checked in again: what was undone before is history. */
export async function checkedInAgain(transaction: WriteTransaction, appointmentId: string): Promise<void> {
  const rows = transaction.updateTable('undone_check_in').set({ state: 'over' });
  await post(transaction, rows.where('appointment_id', '=', appointmentId));
}

export async function forgetUndoneBefore(database: Database, at: string): Promise<void> {
  await database.deleteFrom('undone_check_in').where('at', '<', at).where('state', '!=', 'open').execute();
}

function undoneOfRow(row: { readonly id: string; readonly appointment_id: string; readonly state: string }) {
  return { id: row.id, appointmentId: row.appointment_id, state: row.state === 'told' ? 'told' : 'open' } as const;
}
