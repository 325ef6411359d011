import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Check-ins that a desk has undone, until the hospital has been told of each. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table undone_check_in (
    id text not null primary key, appointment_id text not null, at text not null, state text not null,
    tried_at text, settled_at text)`,
  'create index undone_check_in_appointment on undone_check_in (appointment_id)',
  "create index undone_check_in_open on undone_check_in (at) where state = 'open'",
];
