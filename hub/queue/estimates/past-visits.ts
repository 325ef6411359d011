import { businessDateAfter } from '../../business-date.ts';
import type { Database } from '../../store/tables.ts';
import { visitOf, type PastVisit } from './turns.ts';

/** For how many days visits count, and how many of a queue at most. */
const days = 14;
const most = 300;

/** The visits of a queue on the days before a business date, the newest first. */
export async function pastVisits(
  database: Database,
  queueId: string,
  businessDate: string,
): Promise<readonly PastVisit[]> {
  const rows = await database
    .selectFrom('ticket')
    .select(['state', 'ended_at', 'first_called_at', 'desk_id', 'work_no'])
    .where('queue_id', '=', queueId)
    .where('business_date', '>=', businessDateAfter(businessDate, -days))
    .where('business_date', '<', businessDate)
    .where('ended_at', 'is not', null)
    .where('first_called_at', 'is not', null)
    .orderBy('business_date', 'desc')
    .orderBy('ended_at', 'desc')
    .limit(most)
    .execute();
  return rows.flatMap((row) => {
    const { desk_id: deskId, work_no: workNo, first_called_at: firstCalledAt } = row;
    if (deskId === null || workNo === null || firstCalledAt === null) return [];
    const call = { deskId, workNo, firstCalledAt };
    return visitOf({ state: row.state as 'finished', endedAt: row.ended_at, call }) ?? [];
  });
}
