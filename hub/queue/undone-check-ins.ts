import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { post } from '../store/post.ts';
import type { Store } from '../store/store.ts';
import type { UndoneCheckInRow } from '../store/act-tables.ts';
import type { Database, WriteTransaction } from '../store/tables.ts';
import { ticketOfAppointment } from './storage.ts';
import type { Ticket } from './ticket.ts';

/** A check-in that a desk has undone; its id is the key of the write at the hospital. */
export interface UndoneCheckIn {
  readonly id: string;
  readonly appointmentId: string;
  readonly at: string;
  readonly state: 'open' | 'told' | 'kept';
}

/** An appointment whose check-in was undone while it was being checked in. */
export class UndoneMeanwhile extends Error {
  override readonly name = 'UndoneMeanwhile';
}

/**
 * Keeps, with the undoing itself, that the hospital is to be told, and gives up a check-in that somebody has left open:
 * finished later it would undo the undoing. Of numbers that the hospital knows nothing of there is nothing to tell.
 */
export async function hospitalHasToKnow(transaction: WriteTransaction, ticket: Ticket, at: string): Promise<void> {
  const { appointmentId } = ticket;
  // A number given on a payment or an order stands under `payment:…` or `order:…`.
  if (appointmentId === null || appointmentId.includes(':')) return;
  const row = {
    id: randomUUIDv7(),
    appointment_id: appointmentId,
    at,
    state: 'open',
    tried_at: null,
    settled_at: null,
  };
  await post(transaction, transaction.insertInto('undone_check_in').values(row));
  const intents = transaction.updateTable('check_in_intent').set({ state: 'abandoned', plan: '{}' });
  const open = intents.where('appointment_id', '=', appointmentId).where('state', '=', sql.lit('open'));
  await post(transaction, open);
}

/** Those of which the hospital has not been told yet, first undone first. */
export async function openUndone(database: Database): Promise<UndoneCheckIn[]> {
  const rows = database.selectFrom('undone_check_in').selectAll().where('state', '=', sql.lit('open'));
  return (await rows.orderBy('at').execute()).map(undoneOfRow);
}

/** What was undone of an appointment since its last check-in, first undone first. */
export async function undoneOf(database: Database, appointmentId: string): Promise<UndoneCheckIn[]> {
  const rows = database.selectFrom('undone_check_in').selectAll().where('appointment_id', '=', appointmentId);
  return (await rows.where('state', '!=', 'over').orderBy('at').orderBy('id').execute()).map(undoneOfRow);
}

/** True for whoever is the first to tell the hospital of it: nobody has to ask what became of it before. */
export function firstToTell(store: Store, undone: UndoneCheckIn, at: string): Promise<boolean> {
  return store.change(async (transaction) => {
    const row = transaction.updateTable('undone_check_in').set({ tried_at: at }).where('id', '=', undone.id);
    const first = await row.where('tried_at', 'is', null).returning('id').executeTakeFirst();
    return { reply: first !== undefined, events: [] };
  });
}

/** Notes what has come of telling the hospital, and tells the desks when it keeps the arrival; whoever was faster has noted the same. */
export async function noteTold(
  store: Store,
  undone: UndoneCheckIn,
  { state, at }: { readonly state: 'told' | 'kept'; readonly at: string },
): Promise<void> {
  const ticket = await ticketOfAppointment(store.database, undone.appointmentId);
  await store.change(async (transaction) => {
    const row = transaction.updateTable('undone_check_in').set({ state, settled_at: at }).where('id', '=', undone.id);
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

/** Labels of tickets whose undoing the hospital has refused since then, each with when it did so last. */
export async function keptSince(
  database: Database,
  of: { readonly queueIds: readonly string[]; readonly since: string },
): Promise<ReadonlyMap<string, string>> {
  if (of.queueIds.length === 0) return new Map();
  const kept = database
    .selectFrom('undone_check_in')
    .innerJoin('ticket', 'ticket.appointment_id', 'undone_check_in.appointment_id')
    .where('undone_check_in.state', '=', 'kept')
    .where('undone_check_in.settled_at', '>', of.since)
    .where('ticket.queue_id', 'in', of.queueIds);
  const columns = kept.select(['ticket.label', 'undone_check_in.settled_at as at']);
  const rows = await columns.orderBy('undone_check_in.settled_at').execute();
  return new Map(rows.map(({ label, at }) => [label, at ?? of.since]));
}

/**
 * The patient has checked in again: what was undone before is history. `settled`: what the check-in knew of when it
 * began. The queue is held, so nobody undoes anything now. Throws UndoneMeanwhile.
 */
export async function checkedInAgain(
  transaction: WriteTransaction,
  { appointmentId, settled }: { readonly appointmentId: string; readonly settled: readonly string[] },
): Promise<void> {
  const undone = await undoneOf(transaction, appointmentId);
  if (undone.some(({ id }) => !settled.includes(id))) throw new UndoneMeanwhile('the check-in was undone meanwhile');
  await undoneIsOver(transaction, settled);
}

/** These undoings say nothing any more of how the hospital has the appointment. */
export async function undoneIsOver(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await post(transaction, transaction.updateTable('undone_check_in').set({ state: 'over' }).where('id', 'in', ids));
}

/** Forgets what was undone before then, except what is open or was settled since. */
export async function forgetUndoneBefore(database: Database, at: string): Promise<void> {
  const old = database.deleteFrom('undone_check_in').where('at', '<', at).where('state', '!=', 'open');
  await old.where((build) => build.or([build('settled_at', 'is', null), build('settled_at', '<', at)])).execute();
}

function undoneOfRow(row: UndoneCheckInRow): UndoneCheckIn {
  const state = row.state === 'told' || row.state === 'kept' ? row.state : 'open';
  return { id: row.id, appointmentId: row.appointment_id, at: row.at, state };
}
