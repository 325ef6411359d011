import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Since when wrong tries are counted, so that old ones are forgotten. The same text on every database. */
export async function up(database: Kysely<Tables>): Promise<void> {
  await sql.raw(statement).execute(database);
}

const statement = `alter table login_attempt add column since text not null default '1970-01-01T00:00:00.000Z'`;
