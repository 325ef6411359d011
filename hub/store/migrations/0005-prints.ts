import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What was put on paper where: one row a slip that a terminal has fetched. Nothing of a patient. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of prints) await sql.raw(statement).execute(database);
}

const prints = [
  `create table ticket_print (
    terminal_id text not null, key text not null, ticket_id text not null,
    state text not null, asked_at text not null, settled_at text,
    primary key (terminal_id, key))`,
  'create index ticket_print_ticket on ticket_print (ticket_id)',
  'create index ticket_print_asked on ticket_print (asked_at)',
];
