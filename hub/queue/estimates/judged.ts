import { sql } from 'kysely';
import type { EstimateRecord, Words } from '../../contract/index.ts';
import type { Database } from '../../store/tables.ts';

/** A row of the report before its queue has a name. */
export type Judged = Omit<EstimateRecord, 'queue'>;

/**
 * How well the waits of each queue and business day since a date were foretold. A wait ends with the first call that
 * was not undone; whoever was never called is judged by nobody.
 */
export async function judgedSince(database: Database, since: string): Promise<readonly Judged[]> {
  const calls = database
    .selectFrom('call')
    .select(['ticket_id', 'checked_in_at', sql<string>`min(called_at)`.as('at')])
    .where('business_date', '>=', since)
    .where('undone_at', 'is', null)
    .groupBy(['ticket_id', 'checked_in_at']);
  const rows = await database
    .selectFrom('wait_estimate as told')
    .leftJoin(calls.as('called'), (join) =>
      join.onRef('called.ticket_id', '=', 'told.ticket_id').onRef('called.checked_in_at', '=', 'told.since'),
    )
    .where('told.business_date', '>=', since)
    .select(['told.business_date', 'told.queue_id'])
    .select([
      countOf(sql`1 = 1`).as('told'),
      countOf(sql`told.from_at is null`).as('without_time'),
      countOf(sql`called.at < told.from_at`).as('sooner'),
      countOf(sql`called.at between told.from_at and told.to_at`).as('inside'),
      countOf(sql`called.at > told.to_at`).as('later'),
    ])
    .groupBy(['told.business_date', 'told.queue_id'])
    .orderBy('told.business_date', 'desc')
    .orderBy('told.queue_id')
    .execute();
  return rows.map((row) => ({
    businessDate: row.business_date,
    queueId: row.queue_id,
    told: Number(row.told),
    withoutTime: Number(row.without_time),
    sooner: Number(row.sooner),
    inside: Number(row.inside),
    later: Number(row.later),
  }));
}

/** PostgreSQL counts in numbers that do not fit JavaScript's and come as text. */
function countOf(condition: ReturnType<typeof sql>) {
  return sql<number | string>`sum(case when ${condition} then 1 else 0 end)`;
}

/** A queue in which nobody has been told anything. */
export function nobodyTold(queueId: string, businessDate: string): Judged {
  return { businessDate, queueId, told: 0, withoutTime: 0, sooner: 0, inside: 0, later: 0 };
}

/** Of one day by the ids of their queues. */
export function newestFirst(one: Judged, other: Judged): number {
  if (one.businessDate !== other.businessDate) return one.businessDate < other.businessDate ? 1 : -1;
  return one.queueId < other.queueId ? -1 : 1;
}

export function named(judged: Judged, name: Words | undefined): EstimateRecord {
  return { ...judged, queue: name ?? { zh: judged.queueId, en: judged.queueId } };
}
