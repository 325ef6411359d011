import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * The map of the hospital: venues that were published, what of them is closed or has moved, and the key of links for
 * phones. The same text on every database: a column of the type bytea keeps bytes on SQLite too.
 */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table guide_state (
    id integer not null primary key, venue_id text, revision bigint not null, link_key text not null)`,
  `create table guide_venue (
    id text not null primary key, name text not null, published_at text not null, published_by text not null,
    digest text not null, archive bytea not null, corrections text)`,
  `create table guide_piece (
    upload text not null, number integer not null, at text not null, bytes bytea not null,
    primary key (upload, number))`,
  `create table guide_change (
    id text not null primary key, change text not null, feature text not null, unit text, note text not null,
    made_by text not null, made_at text not null, over_by text, over_at text)`,
  'create index guide_change_over on guide_change (over_at)',
];
