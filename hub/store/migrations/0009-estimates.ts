import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What patients were told of their wait, one row for each time that a ticket began to wait: nobody's name. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table wait_estimate (
    ticket_id text not null, since text not null, queue_id text not null, area_id text not null,
    business_date text not null, lane text not null, ahead integer not null, told_at text not null,
    from_at text, to_at text, primary key (ticket_id, since))`,
  'create index wait_estimate_date on wait_estimate (business_date, queue_id)',
];
