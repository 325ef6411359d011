import type { WaitTold } from '../../contract/index.ts';
import type { WaitEstimateRow } from '../../store/estimate-tables.ts';
import { post } from '../../store/post.ts';
import { statement } from '../../store/statement.ts';
import type { Database, WriteTransaction } from '../../store/tables.ts';
import { waitingSince } from '../order/index.ts';
import type { Ticket } from '../ticket.ts';

/** For how long it is known how well waits were foretold. Milliseconds. */
const kept = 90 * 24 * 3_600_000;

/** Keeps what a patient has been told for the first time since the ticket began to wait. Nothing of the patient. */
export async function keepTold(
  transaction: WriteTransaction,
  { ticket, wait, at }: { readonly ticket: Ticket; readonly wait: WaitTold; readonly at: string },
): Promise<void> {
  const after = (minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  const row = {
    ticket_id: ticket.id,
    since: waitingSince(ticket),
    queue_id: ticket.queueId,
    area_id: ticket.areaId,
    business_date: ticket.businessDate,
    lane: ticket.lane,
    ahead: wait.ahead,
    told_at: at,
    from_at: wait.expected === null ? null : after(wait.expected.fromMinutes),
    to_at: wait.expected === null ? null : after(wait.expected.toMinutes),
  };
  await post(transaction, insertion(transaction, row));
}

const insertion = statement((database, row: WaitEstimateRow) =>
  database
    .insertInto('wait_estimate')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
);

export async function forgetToldBefore(database: Database, now: number): Promise<void> {
  const before = new Date(now - kept).toISOString();
  await database.deleteFrom('wait_estimate').where('told_at', '<', before).execute();
}
