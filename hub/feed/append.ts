import { sql, type Compilable } from 'kysely';
import type { EventType } from '../contract/index.ts';
import type { DatabaseKind } from '../store/open-database.ts';
import { post } from '../store/post.ts';
import { statement } from '../store/statement.ts';
import type { Database, EventRow, WriteTransaction } from '../store/tables.ts';

/** An event as a concern reports it; sequence and instant are added when it is stored. */
export interface NewEvent {
  readonly type: EventType;
  readonly businessDate: string;
  readonly areaId: string | null;
  readonly queueId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Channel on which hub servers on one PostgreSQL database wake each other. */
export const feedChannel = 'lobby_feed';

// Any number will do, as long as every hub server takes the same one.
const feedLock = 7_061_726;

/**
 * Stores events as the last statement of a transaction. Sequences are given under a lock that is held until the
 * commit, so that they rise by one in commit order and no follower can see 2 before 1.
 */
export async function appendEvents(
  transaction: WriteTransaction,
  append: { readonly kind: DatabaseKind; readonly at: string; readonly events: readonly NewEvent[] },
): Promise<void> {
  if (append.events.length === 0) return;
  if (append.kind === 'postgres') {
    // On SQLite BEGIN IMMEDIATE has locked everybody else out already.
    await post(transaction, lockAndTell(transaction));
  }
  // Counted by the insert itself: every other round trip would be one more for which all hub servers wait.
  for (const { type, businessDate, areaId, queueId, body } of append.events) {
    const where = { business_date: businessDate, area_id: areaId, queue_id: queueId };
    const row = { type, version: 1, at: append.at, ...where, body: JSON.stringify(body) };
    await post(transaction, nextEvent(transaction, row));
  }
}

const nextEvent = statement((database, row: Omit<EventRow, 'sequence'>) =>
  database
    .insertInto('event')
    .values({ sequence: sql<number>`(select coalesce(max(sequence), 0) + 1 from event)`, ...row }),
);

/** The notice travels with the commit. */
function lockAndTell(transaction: WriteTransaction): Compilable {
  const asked = sql`select pg_advisory_xact_lock(${sql.lit(feedLock)}), pg_notify(${feedChannel}, '')`;
  return { compile: () => asked.compile(transaction) };
}

/** Sequence of the newest event; 0 when there is none. */
export async function newestSequence(database: Database): Promise<number> {
  const { rows } = await database.executeQuery(newest(database, {}));
  return rows[0]?.newest ?? 0;
}

const newest = statement((database) =>
  database.selectFrom('event').select((build) => build.fn.max('sequence').as('newest')),
);
