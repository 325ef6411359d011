import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { post } from '../store/post.ts';
import type { Store } from '../store/store.ts';
import type { Database, WriteTransaction } from '../store/tables.ts';
import { ticketOfAppointment } from './storage.ts';
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

/** Notes what has come of telling the hospital, and tells the desks when it keeps the arrival; whoever was faster has noted the same. */
export async function noteTold(store: Store, undone: UndoneCheckIn, state: 'told' | 'kept'): Promise<void> {
  const ticket = await ticketOfAppointment(store.database, undone.appointmentId);
  await store.change(async (transaction) => {
    const row = transaction.updateTable('undone_check_in').set({ state }).where('id', '=', undone.id);
    const noted = await row.where('state', '=', 'open').returning('id').executeTakeFirst();
    if (noted === undefined || ticket === undefined || state === 'told') return { reply: undefined, events: [] };
    const { businessDate, areaId, queueId } = ticket;
    // Nothing has become of the ticket: an event about it would say again what is known.
    return {
      reply: undefined,
      events: [{ type: 'area.changed', businessDate, areaId, queueId, body: { areaId, kept: true } }],
    };
  });
}

/** Labels of tickets whose undoing the hospital has not taken. */
export async function keptSince(
  database: Database,
  of: { readonly queueIds: readonly string[]; readonly since: string },
): Promise<readonly string[]> {
  if (of.queueIds.length === 0) return [];
  const kept = database
    .selectFrom('undone_check_in')
    .innerJoin('ticket', 'ticket.appointment_id', 'undone_check_in.appointment_id')
    .where('undone_check_in.state', '=', 'kept')
    .where('undone_check_in.at', '>=', of.since)
    .where('ticket.queue_id', 'in', of.queueIds);
  const rows = await kept.select('ticket.label').orderBy('undone_check_in.at').execute();
  return [...new Set(rows.map(({ label }) => label))];
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
