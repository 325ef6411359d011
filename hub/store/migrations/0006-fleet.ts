import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What screens painted last, how far clocks are off, and start-of-day self-tests. The same text on every database. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  'alter table terminal_state add column clock_ahead bigint',
  `create table screen_picture (
    screen_id text not null primary key, picture text not null, at text not null, clock_ahead bigint not null)`,
  `create table self_test (
    run_id text not null, terminal_id text not null, asked_by text not null,
    started_at text not null, until text not null, screens text not null,
    primary key (run_id, terminal_id))`,
  'create index self_test_terminal on self_test (terminal_id, started_at)',
  `create table self_test_part (
    run_id text not null, terminal_id text not null, part text not null, fault text, at text not null,
    primary key (run_id, terminal_id, part))`,
  `create table screen_test (
    run_id text not null, screen_id text not null, at text not null, primary key (run_id, screen_id))`,
];
