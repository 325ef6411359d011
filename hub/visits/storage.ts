import type { Acting, FileChoice, VisitEnd } from '../contract/index.ts';
import type { TicketPatient } from '../queue/ticket.ts';
import { post } from '../store/post.ts';
import { statement } from '../store/statement.ts';
import type { Database, VisitRow, WriteTransaction } from '../store/tables.ts';

/** One of the files that a credential opens, kept for the time of the visit. */
export interface KeptChoice {
  readonly choice: string;
  readonly patient: TicketPatient;
  readonly owner: FileChoice['owner'];
  /** Who acts for this patient, when this file is chosen. */
  readonly acting: Acting | null;
}

/** A visit that has not ended. */
export interface OpenVisit {
  readonly id: string;
  readonly terminalId: string;
  readonly secretHash: string;
  readonly patient: TicketPatient | null;
  /** Who acts for the patient; null: nobody, as far as is known. */
  readonly acting: Acting | null;
  readonly choices: readonly KeptChoice[];
  readonly touchedAt: string;
}

export async function insertVisit(
  transaction: WriteTransaction,
  visit: OpenVisit & { readonly openedAt: string },
): Promise<void> {
  const row: VisitRow = {
    id: visit.id,
    terminal_id: visit.terminalId,
    secret_hash: visit.secretHash,
    patient: visit.patient === null ? null : JSON.stringify(visit.patient),
    choices: JSON.stringify(visit.choices),
    opened_at: visit.openedAt,
    touched_at: visit.touchedAt,
    ended_at: null,
    why: null,
    acting: visit.acting === null ? null : JSON.stringify(visit.acting),
  };
  await post(transaction, insertion(transaction, row));
}

const insertion = statement((database, row: VisitRow) => database.insertInto('visit').values(row));

const openOne = statement((database, { visitId }: { readonly visitId: string }) =>
  database.selectFrom('visit').selectAll().where('id', '=', visitId).where('ended_at', 'is', null),
);

export async function openVisitById(database: Database, visitId: string): Promise<OpenVisit | undefined> {
  const { rows } = await database.executeQuery(openOne(database, { visitId }));
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    id: row.id,
    terminalId: row.terminal_id,
    secretHash: row.secret_hash,
    patient: row.patient === null ? null : (JSON.parse(row.patient) as TicketPatient),
    acting: row.acting === null ? null : (JSON.parse(row.acting) as Acting),
    choices: JSON.parse(row.choices) as KeptChoice[],
    touchedAt: row.touched_at,
  };
}

export async function putSecret(database: Database, visitId: string, secretHash: string): Promise<void> {
  const row = database.updateTable('visit').set({ secret_hash: secretHash }).where('id', '=', visitId);
  await row.where('ended_at', 'is', null).execute();
}

/** Says whose visit it is; false when it has ended in the meantime: nothing of a patient goes into it any more. */
export async function putPatient(
  database: Database,
  visitId: string,
  of: { readonly patient: TicketPatient; readonly acting: Acting | null },
): Promise<boolean> {
  const acting = of.acting === null ? null : JSON.stringify(of.acting);
  const row = database
    .updateTable('visit')
    .set({ patient: JSON.stringify(of.patient), acting })
    .where('id', '=', visitId);
  const put = await row.where('ended_at', 'is', null).executeTakeFirst();
  return put.numUpdatedRows === 1n;
}

export async function touchVisit(database: Database, visitId: string, at: string): Promise<void> {
  await database.updateTable('visit').set({ touched_at: at }).where('id', '=', visitId).execute();
}

/** An ended visit keeps when and where it was, and nothing of its patient. */
function ended(
  at: string,
  why: VisitEnd,
): Pick<VisitRow, 'ended_at' | 'why' | 'patient' | 'acting' | 'choices' | 'secret_hash'> {
  return { ended_at: at, why, patient: null, acting: null, choices: '[]', secret_hash: '' };
}

export async function endVisit(
  database: Database,
  end: { readonly visitId: string; readonly why: VisitEnd; readonly at: string },
): Promise<void> {
  const row = database.updateTable('visit').set(ended(end.at, end.why)).where('id', '=', end.visitId);
  await row.where('ended_at', 'is', null).execute();
}

/** Ends what is still open at a terminal: the next card ends the visit of the one before. */
export async function endVisitsAt(transaction: WriteTransaction, terminalId: string, at: string): Promise<void> {
  await post(transaction, endingAt(transaction, { terminalId, ...ended(at, 'next-card') }));
}

const endingAt = statement(
  (database, { terminalId, ...end }: ReturnType<typeof ended> & { readonly terminalId: string }) => {
    const rows = database.updateTable('visit').set(end).where('terminal_id', '=', terminalId);
    return rows.where('ended_at', 'is', null);
  },
);

/** Ends the visits of a terminal that an agent opened which is dead now. */
export async function endVisitsOpenedBefore(
  database: Database,
  lost: { readonly terminalId: string; readonly startedAt: string; readonly at: string },
): Promise<void> {
  const rows = database.updateTable('visit').set(ended(lost.at, 'agent-lost')).where('ended_at', 'is', null);
  await rows.where('terminal_id', '=', lost.terminalId).where('opened_at', '<=', lost.startedAt).execute();
}

export async function endVisitsTouchedBefore(database: Database, before: string, at: string): Promise<void> {
  const rows = database.updateTable('visit').set(ended(at, 'idle')).where('ended_at', 'is', null);
  await rows.where('touched_at', '<', before).execute();
}
