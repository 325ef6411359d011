import type { DatabaseSync } from 'node:sqlite';
import type { Appointment } from 'fhir/r4.js';
import { seeNoExtension, type AppointmentEntry } from '../port.ts';
import type { Bilingual } from '@lobby/config';

export const appointmentStatuses = ['booked', 'checked-in', 'arrived', 'cancelled', 'noshow', 'fulfilled'] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** An appointment as the hospital keeps it. Instants in milliseconds since the epoch. */
export interface AppointmentRow {
  readonly id: string;
  readonly patient: string;
  readonly clinic: string;
  readonly role: string;
  readonly start: number;
  readonly end: number;
  readonly status: AppointmentStatus;
  readonly version: number;
  /** 看诊序号, once the number has been taken. */
  readonly seeNo: number | null;
  /**
   * Named patients only: what the appointment shows, and the clinic session for which it was made or moved last.
   * `loadedStory`: it came with the hospital's own data.
   */
  readonly story: string | null;
  readonly placedIn: string | null;
}

/** Story of an appointment that was loaded: it stays as its file has it. */
export const loadedStory = 'loaded';

const columns = 'id, patient, clinic, role, start_at, end_at, status, version, see_no, story, placed_in';

function rowOf(record: Record<string, unknown>): AppointmentRow {
  const status = appointmentStatuses.find((known) => known === record['status']);
  if (status === undefined) throw new Error(`the sandbox holds an unknown status ${String(record['status'])}`);
  return {
    id: String(record['id']),
    patient: String(record['patient']),
    clinic: String(record['clinic']),
    role: String(record['role']),
    start: Number(record['start_at']),
    end: Number(record['end_at']),
    status,
    version: Number(record['version']),
    seeNo: record['see_no'] === null ? null : Number(record['see_no']),
    story: record['story'] === null ? null : String(record['story']),
    placedIn: record['placed_in'] === null ? null : String(record['placed_in']),
  };
}

export function readAppointment(database: DatabaseSync, id: string): AppointmentRow | undefined {
  const record = database.prepare(`SELECT ${columns} FROM appointment WHERE id = ?`).get(id);
  return record === undefined ? undefined : rowOf(record);
}

/** Appointments of a patient that start in [from, to), in time order. */
export function appointmentsOf(
  database: DatabaseSync,
  query: { readonly patientId: string; readonly from: number; readonly to: number },
): AppointmentRow[] {
  const statement = database.prepare(
    `SELECT ${columns} FROM appointment WHERE patient = ? AND start_at >= ? AND start_at < ? ORDER BY start_at, id`,
  );
  return statement.all(query.patientId, query.from, query.to).map(rowOf);
}

/** Booked appointments of background patients whose slot starts in [from, to], in time order. */
export function bookedInBackground(database: DatabaseSync, from: number, to: number): AppointmentRow[] {
  const statement = database.prepare(
    `SELECT ${columns} FROM appointment WHERE story IS NULL AND status = 'booked' AND start_at BETWEEN ? AND ? ORDER BY start_at, id`,
  );
  return statement.all(from, to).map(rowOf);
}

/** Appointments of named patients, whatever became of them. */
export function namedAppointments(database: DatabaseSync): AppointmentRow[] {
  const statement = database.prepare(
    `SELECT ${columns} FROM appointment WHERE story IS NOT NULL AND story <> ? ORDER BY id`,
  );
  return statement.all(loadedStory).map(rowOf);
}

/** Stores a new appointment; one that exists stays as it is. */
export function storeAppointment(database: DatabaseSync, row: AppointmentRow): void {
  database
    .prepare(`INSERT OR IGNORE INTO appointment (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      row.id,
      row.patient,
      row.clinic,
      row.role,
      row.start,
      row.end,
      row.status,
      row.version,
      row.seeNo,
      row.story,
      row.placedIn,
    );
}

/** Who is seen by whom and where, in words; a person or a room only where the hospital has one. */
export interface ServedBy {
  readonly clinicName: Bilingual;
  readonly name: Bilingual | null;
  readonly room: string;
}

/** The appointment as FHIR R4. */
export function asFhir(row: AppointmentRow, doctor: ServedBy | undefined): Appointment {
  const actors = [
    `Patient/${row.patient}`,
    `HealthcareService/${row.clinic}`,
    `PractitionerRole/${row.role}`,
    ...(doctor === undefined ? [] : [`Location/room-${doctor.room}`]),
  ];
  return {
    resourceType: 'Appointment',
    id: row.id,
    meta: { versionId: String(row.version) },
    status: row.status,
    appointmentType: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0276', code: 'ROUTINE' }] },
    start: new Date(row.start).toISOString(),
    end: new Date(row.end).toISOString(),
    slot: [{ reference: `Slot/${slotId(row.role, row.start)}` }],
    participant: actors.map((reference) => ({ actor: { reference }, status: 'accepted' as const })),
    ...(row.status === 'cancelled' ? { cancelationReason: { coding: [{ code: 'pat' }] } } : {}),
    ...(row.seeNo === null ? {} : { extension: [{ url: seeNoExtension, valuePositiveInt: row.seeNo }] }),
  };
}

export function slotId(role: string, start: number): string {
  return `slot-${role.replace(/^role-/, '')}-${start}`;
}

/** The appointment with what a terminal must show of it. */
export function asEntry(row: AppointmentRow, doctor: ServedBy | undefined): AppointmentEntry {
  return {
    appointment: asFhir(row, doctor),
    clinic: row.clinic,
    clinicName: doctor?.clinicName ?? { zh: row.clinic, en: row.clinic },
    practitioner: doctor?.name ?? null,
    room: doctor?.room ?? null,
  };
}
