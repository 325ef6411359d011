import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** First tables: write keys and events, queues, visits, devices and staff. The same text on every database. */
export async function up(database: Kysely<Tables>): Promise<void> {
  for (const statement of [...feed, ...queue, ...visits, ...fleet]) await sql.raw(statement).execute(database);
}

const feed = [
  `create table write_key (
    actor text not null, operation text not null, key text not null,
    fingerprint text not null, reply text not null, at text not null,
    primary key (actor, operation, key))`,
  'create index write_key_at on write_key (at)',
  `create table event (
    sequence bigint not null primary key, type text not null, version integer not null, at text not null,
    business_date text not null, area_id text, queue_id text, body text not null)`,
  'create index event_at on event (at)',
];

const queue = [
  'create table queue_line (queue_id text not null primary key, version bigint not null)',
  `create table ticket (
    id text not null primary key, queue_id text not null, area_id text not null,
    business_date text not null, clinic_session text not null, number integer not null, label text not null,
    patient_id text not null, masked_name text not null, surname text, sex text not null, birth_year integer,
    kind text not null, appointment_id text unique, practitioner text, slot_start text, slot_end text,
    lane text not null, state text not null, checked_in_at text not null, misses integer not null,
    room_id text, desk_id text, work_no text, call_id text, first_called_at text, called_at text,
    times integer not null, ended_at text, version integer not null,
    unique (queue_id, business_date, clinic_session, number))`,
  'create index ticket_patient on ticket (patient_id, business_date)',
  `create table call (
    id text not null primary key, ticket_id text not null references ticket (id),
    queue_id text not null, area_id text not null, business_date text not null, lane text not null,
    room_id text not null, desk_id text not null, work_no text not null, called_at text not null,
    times integer not null, place integer not null)`,
  'create index call_queue on call (queue_id, business_date)',
  'create index call_ticket on call (ticket_id)',
  `create table call_shown (
    call_id text not null references call (id), screen_id text not null, at text not null,
    primary key (call_id, screen_id))`,
];

const visits = [
  `create table visit (
    id text not null primary key, terminal_id text not null, secret_hash text not null,
    patient text, choices text not null, opened_at text not null, touched_at text not null,
    ended_at text, why text)`,
  'create index visit_open on visit (terminal_id) where ended_at is null',
  `create table check_in_intent (
    id text not null primary key, terminal_id text, appointment_id text not null,
    state text not null, plan text not null, started_at text not null, attended_until text not null)`,
  "create unique index check_in_intent_open on check_in_intent (appointment_id) where state = 'open'",
];

const fleet = [
  `create table enrolment_code (
    code_hash text not null primary key, kind text not null, device_id text not null,
    expires_at text not null, used_at text)`,
  `create table device_credential (
    credential_hash text not null primary key, kind text not null, device_id text not null, issued_at text not null)`,
  'create index device_credential_device on device_credential (kind, device_id)',
  'create table terminal_state (terminal_id text not null primary key, state text not null, at text not null)',
  `create table screen_state (
    screen_id text not null primary key, connected integer not null, sound text not null,
    hub_id text not null, at text not null)`,
  `create table staff (
    work_no text not null primary key, name text not null, title text, role text not null, password_hash text not null)`,
  'create table login_attempt (work_no text not null primary key, wrong integer not null, locked_until text)',
  `create table login (
    token_hash text not null primary key, desk_id text not null, work_no text not null,
    at text not null, expires_at text not null, ended_at text)`,
  'create index login_desk on login (desk_id) where ended_at is null',
];
