import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * What desks and triage nurses may change of a ticket, how a call is undone, and what is kept of every action: ids
 * only, nobody's name. The same text on every database.
 */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of [...tickets, ...calls, ...desks]) await sql.raw(statement).execute(database);
}

const tickets = [
  "alter table ticket add column stage text not null default 'room'",
  'alter table ticket add column class text',
  'alter table ticket add column registered_no integer',
  'alter table ticket add column returned_at text',
  'alter table ticket add column emergency integer',
  'alter table ticket add column moved_before text',
  'alter table ticket add column moved_rank integer',
  'alter table ticket add column moved_at text',
  'alter table ticket add column assigned_to text',
  'alter table ticket add column reports_awaited integer',
  'alter table ticket add column reports_ready integer',
  // A number of a queue whose ticket has gone to another queue: it is not given twice.
  `create table number_gone (
    queue_id text not null, business_date text not null, clinic_session text not null, number integer not null,
    ticket_id text not null, primary key (queue_id, business_date, clinic_session, number))`,
];

const calls = [
  // Whether the order chose it, and whether it took a turn of the order.
  'alter table call add column automatic integer not null default 1',
  'alter table call add column counts integer not null default 1',
  "alter table call add column stage text not null default 'room'",
  // When the called one had checked in: whoever waits longer was overtaken.
  'alter table call add column checked_in_at text',
  'alter table call add column undone_at text',
  // The ticket as it stood before the call, and those that the call finished, as JSON.
  'alter table call add column before text',
  'alter table call add column finished text',
  'create index call_desk on call (desk_id, called_at)',
];

const desks = [
  `create table desk_act (
    id text not null primary key, at text not null, business_date text not null, area_id text not null,
    desk_id text not null, work_no text not null, action text not null, queue_id text, ticket_id text,
    before text, after text, detail text)`,
  'create index desk_act_area on desk_act (area_id, business_date)',
  'create index desk_act_ticket on desk_act (ticket_id)',
  `create table desk_state (
    desk_id text not null primary key, area_id text not null, state text not null, reason text,
    since text not null, work_no text not null, practitioner text)`,
  `create table broadcast (
    id text not null primary key, area_id text not null, text_zh text not null, text_en text not null,
    at text not null, until text not null, work_no text not null, ended_at text)`,
  'create index broadcast_area on broadcast (area_id, until)',
  `create table alarm (
    id text not null primary key, area_id text not null, desk_id text not null, work_no text not null,
    at text not null, ended_at text, ended_by text)`,
  'create index alarm_open on alarm (at) where ended_at is null',
  `create table api_credential (
    id text not null primary key, credential_hash text not null unique, desk_id text not null, work_no text not null,
    issued_by text not null, issued_at text not null, withdrawn_at text)`,
];
