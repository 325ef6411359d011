import { sql } from 'kysely';
import type { Acting, Lane, Words } from '../contract/index.ts';
import type { TicketKind, TicketPatient } from '../queue/ticket.ts';
import { post } from '../store/post.ts';
import { statement } from '../store/statement.ts';
import type { CheckInIntentRow, Database, WriteTransaction } from '../store/tables.ts';

/** How far the hospital had the appointment when the check-in began. */
export type AppointmentStatus = 'booked' | 'checked-in' | 'arrived';

/** All that is needed to finish a check-in without the terminal. */
export interface CheckInPlan {
  readonly patient: TicketPatient;
  /** Who acts for the patient. */
  readonly actedBy: Acting | null;
  readonly queueId: string;
  readonly areaId: string;
  readonly status: AppointmentStatus;
  readonly kind: TicketKind;
  readonly practitioner: Words | null;
  readonly slotStart: string;
  readonly slotEnd: string;
  readonly lane: Lane;
  /** The hospital's own sequence number; null: it is given with the number, or there is none. */
  readonly registeredNo: number | null;
  /** Undoings of earlier check-ins of the appointment that the hospital had answered to when this one began. */
  readonly settled?: readonly string[];
}

/** A check-in that was begun; its id is the key of its writes at the hospital. */
export interface CheckInIntent {
  readonly id: string;
  readonly terminalId: string | null;
  readonly appointmentId: string;
  readonly plan: CheckInPlan;
}

export type IntentEnd = 'done' | 'refused' | 'abandoned';

/** Begins a check-in, or gives the one that is open for the same appointment: `resumed`. */
export async function openIntent(
  transaction: WriteTransaction,
  intent: CheckInIntent & { readonly at: string; readonly attendedUntil: string },
): Promise<{ readonly intent: CheckInIntent; readonly resumed: boolean }> {
  const row: CheckInIntentRow = {
    id: intent.id,
    terminal_id: intent.terminalId,
    appointment_id: intent.appointmentId,
    state: 'open',
    plan: JSON.stringify(intent.plan),
    started_at: intent.at,
    attended_until: intent.attendedUntil,
  };
  const { rows } = await transaction.executeQuery(opening(transaction, row));
  const [opened] = rows;
  if (opened === undefined) throw new Error(`check-in ${intent.id} could not be begun`);
  return { intent: intentOfRow(opened), resumed: opened.id !== intent.id };
}

const opening = statement((database, row: CheckInIntentRow) =>
  database
    .insertInto('check_in_intent')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('appointment_id')
        // A literal: a partial index is not recognised by a parameter.
        .where('state', '=', sql.lit('open'))
        .doUpdateSet({ attended_until: row.attended_until }),
    )
    .returningAll(),
);

/** Ends a check-in; nothing of its patient stays with it. */
export async function endIntent(database: Database, intentId: string, state: IntentEnd): Promise<void> {
  await ending(database, intentId, state).execute();
}

/** Ends a check-in with the transaction that gave it its ticket. */
export function intentDone(transaction: WriteTransaction, intentId: string): Promise<void> {
  return post(transaction, done(transaction, { intentId }));
}

const done = statement((database, { intentId }: { readonly intentId: string }) => ending(database, intentId, 'done'));

function ending(database: Database, intentId: string, state: IntentEnd) {
  const row = database.updateTable('check_in_intent').set({ state, plan: '{}' });
  return row.where('id', '=', intentId).where('state', '=', 'open');
}

/** Open check-ins that nobody has attended to since `at`. */
export async function openIntents(database: Database, at: string | undefined): Promise<CheckInIntent[]> {
  let query = database.selectFrom('check_in_intent').selectAll().where('state', '=', 'open');
  if (at !== undefined) query = query.where('attended_until', '<', at);
  return (await query.orderBy('id').execute()).map(intentOfRow);
}

function intentOfRow(row: CheckInIntentRow): CheckInIntent {
  const stored = JSON.parse(row.plan) as Omit<CheckInPlan, 'actedBy' | 'registeredNo'> & Partial<CheckInPlan>;
  // A plan of an earlier version says nothing of anybody who acts, nor of a number of the hospital.
  const plan = { ...stored, actedBy: stored.actedBy ?? null, registeredNo: stored.registeredNo ?? null };
  return { id: row.id, terminalId: row.terminal_id, appointmentId: row.appointment_id, plan };
}
