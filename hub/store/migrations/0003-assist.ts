import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Requests for help and how many slips each staff member has scanned. The same text on every database. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table help_request (
    id text not null primary key, terminal_id text not null, business_date text not null, errand text not null,
    state text not null, asked_at text not null, since text not null,
    escalate_at text, escalated_at text, lapse_at text, first_taken_at text,
    helper_id text, helper text, version integer not null)`,
  `create unique index help_request_open on help_request (terminal_id)
    where state in ('waiting', 'taken', 'arrived')`,
  'create index help_request_day on help_request (business_date)',
  `create table slip_scan (
    staff_id text not null, minute text not null, scans integer not null, primary key (staff_id, minute))`,
];
