import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Whose visit: who acts for a patient, what a staff member vouched for, and tries at numbers. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  'alter table visit add column acting text',
  'alter table ticket add column acted_by text',
  `create table identification_record (
    id text not null primary key, at text not null, business_date text not null, terminal_id text not null,
    visit_id text not null, what text not null, patient_id text not null,
    staff_id text, staff_role text, acted_by text)`,
  'create index identification_record_day on identification_record (business_date)',
  'create table identification_attempt (scope text not null primary key, wrong integer not null, since text not null)',
];
