import type { PrintReport, TicketPaper } from '../contract/index.ts';
import type { Database, TicketPrintRow, WriteTransaction } from '../store/tables.ts';

/** How a slip stands: fetched by a terminal and not heard of since, or as its terminal has reported it. */
type PrintState = 'asked' | PrintReport['prints'][number]['outcome'];

/** One slip that a terminal fetches. */
export interface AskedPrint {
  readonly terminalId: string;
  /** Made by the page; asked again with the same key, it is the same slip. */
  readonly key: string;
  readonly ticketId: string;
}

/** Notes that a terminal fetches a slip. */
export async function noteAsked(transaction: WriteTransaction, asked: AskedPrint, at: string): Promise<void> {
  await transaction
    .insertInto('ticket_print')
    .values({ ...rowOf(asked), state: 'asked' satisfies PrintState, asked_at: at, settled_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Notes how slips have ended. Tickets that do not exist are passed over; a slip that was never asked for is kept too. */
export async function noteEnded(
  transaction: WriteTransaction,
  report: PrintReport['prints'],
  by: { readonly terminalId: string; readonly at: string },
): Promise<void> {
  const known = await existingTickets(transaction, report);
  for (const { key, ticketId, outcome } of report) {
    if (!known.has(ticketId)) continue;
    const ended = { state: outcome satisfies PrintState, settled_at: by.at };
    await transaction
      .insertInto('ticket_print')
      .values({ ...rowOf({ terminalId: by.terminalId, key, ticketId }), ...ended, asked_at: by.at })
      .onConflict((conflict) => conflict.columns(['terminal_id', 'key']).doUpdateSet(ended))
      .execute();
  }
}

/**
 * Whether a slip that is asked for now is a second one. What this terminal itself fetched and has not reported is left
 * to its own spool, which knows whether a byte of it ever left.
 */
export async function isReprint(database: Database, asked: AskedPrint): Promise<boolean> {
  const earlier = await printsOf(database, [asked.ticketId]);
  return earlier.some(
    ({ terminal_id: terminal, key, state }) =>
      !(terminal === asked.terminalId && key === asked.key) &&
      (state === 'printed' || state === 'unknown' || (state === 'asked' && terminal !== asked.terminalId)),
  );
}

/** What is known of paper with each of these tickets. */
export async function papersOf(
  database: Database,
  ticketIds: readonly string[],
): Promise<(ticketId: string) => TicketPaper> {
  const prints = await printsOf(database, ticketIds);
  return (ticketId) => {
    const states = prints.filter((print) => print.ticket_id === ticketId).map(({ state }) => state);
    if (states.includes('printed')) return 'printed';
    return states.some((state) => state !== 'refused') ? 'unsure' : 'none';
  };
}

/** Forgets what was printed longer ago than anybody comes back with it. */
export async function forgetPrintsBefore(database: Database, before: string): Promise<void> {
  await database.deleteFrom('ticket_print').where('asked_at', '<', before).execute();
}

function rowOf({ terminalId, key, ticketId }: AskedPrint): Pick<TicketPrintRow, 'terminal_id' | 'key' | 'ticket_id'> {
  return { terminal_id: terminalId, key, ticket_id: ticketId };
}

async function printsOf(database: Database, ticketIds: readonly string[]): Promise<readonly TicketPrintRow[]> {
  if (ticketIds.length === 0) return [];
  return database.selectFrom('ticket_print').selectAll().where('ticket_id', 'in', ticketIds).execute();
}

async function existingTickets(transaction: WriteTransaction, report: PrintReport['prints']): Promise<Set<string>> {
  const ids = [...new Set(report.map(({ ticketId }) => ticketId))];
  const rows = await transaction.selectFrom('ticket').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}
