import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Accounts that operators make, one-day badges, and logins away from a desk. The same text on every database. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of [...accounts, ...badges]) await sql.raw(statement).execute(database);
}

const accounts = [
  // What there was before came from the settings of a demo.
  "alter table staff add column source text not null default 'demo'",
  'alter table staff add column disabled_at text',
  // A password that somebody else has seen: good for one change, until this instant.
  'alter table staff add column one_time_until text',
];

const badges = [
  `create table badge (
    id text not null primary key, secret_hash text not null, business_date text not null, number integer not null,
    name text, role text not null, issued_by text not null, issued_at text not null, withdrawn_at text,
    unique (business_date, number))`,
  `create table staff_login (
    token_hash text not null primary key, work_no text, badge_id text,
    at text not null, expires_at text not null, ended_at text)`,
  'create index staff_login_work_no on staff_login (work_no) where ended_at is null',
];
