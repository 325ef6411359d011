import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Areas whose queue lives in another system: what it said, and who may say it. The same text on every database. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of [...tickets, ...areas, ...sources]) await sql.raw(statement).execute(database);
}

const tickets = [
  'alter table ticket add column outside_source text',
  'alter table ticket add column outside_id text',
  'alter table ticket add column outside_rank bigint',
  'create unique index ticket_outside on ticket (outside_source, outside_id)',
];

const areas = [
  `create table area_mode (
    area_id text not null primary key, mode text not null, since text not null, changed_by text not null,
    version integer not null)`,
  `create table mirror_credential (
    id text not null primary key, source text not null, area_id text, credential_hash text not null unique,
    issued_by text not null, issued_at text not null, withdrawn_at text, last_used_at text)`,
];

const sources = [
  `create table mirrored_source (
    source text not null primary key, version bigint not null, ordering text, newest text)`,
  `create table mirrored_fact (
    source text not null, external_id text not null, queue_id text, ticket_id text references ticket (id),
    adopted integer not null, facts text not null, calls text not null, changed_at text not null,
    primary key (source, external_id))`,
  'create index mirrored_fact_queue on mirrored_fact (source, queue_id)',
  'create index mirrored_fact_changed on mirrored_fact (changed_at)',
  'create table mirrored_snapshot (source text not null, queue_id text not null, stamp text not null, primary key (source, queue_id))',
  'create table mirrored_heard (source text not null, area_id text not null, heard_at text not null, primary key (source, area_id))',
];
