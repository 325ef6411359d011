import type { DatabaseSync } from 'node:sqlite';
import type { Patient } from 'fhir/r4.js';
import { loadedStory } from '../appointments.ts';
import type { DataInUse, LoadedAppointment } from './day-of-data.ts';
import { clinicCode, keepClinics } from './loaded-clinics.ts';

/** Makes the hospital's tables say what the loaded data comes to. In a transaction. */
export function keepData(database: DatabaseSync, data: DataInUse): void {
  keepPatients(database, data.patients);
  const numbers = keepClinics(database, data.owners);
  keepAppointments(database, data.appointments, ({ owner }) => clinicCode(numbers.get(owner.identity) ?? 0));
}

/** Files that are not among the data any more stay for their history, not to be found. */
function keepPatients(database: DatabaseSync, patients: readonly Patient[]): void {
  database.exec(`DELETE FROM patient_identifier WHERE patient IN (SELECT id FROM patient WHERE loaded = 1);
    UPDATE patient SET active = 0 WHERE loaded = 1;`);
  const keep = database.prepare(
    `INSERT INTO patient (id, active, background, loaded, resource) VALUES (?, 1, 0, 1, ?)
     ON CONFLICT (id) DO UPDATE SET active = 1, resource = excluded.resource`,
  );
  const identify = database.prepare(
    'INSERT OR IGNORE INTO patient_identifier (system, value, patient) VALUES (?, ?, ?)',
  );
  for (const patient of patients) {
    const id = patient.id ?? '';
    keep.run(id, JSON.stringify(patient));
    // Keyboards of terminals have capitals only.
    for (const { system = '', value = '' } of patient.identifier ?? [])
      for (const written of new Set([value, value.toUpperCase()])) identify.run(system, written, id);
  }
}

/** What was done at a terminal stays done when the same appointment is loaded again, unless its file knows of something later. */
function keepAppointments(
  database: DatabaseSync,
  appointments: readonly LoadedAppointment[],
  clinicOf: (appointment: LoadedAppointment) => string,
): void {
  const wanted = new Set(appointments.map(({ id }) => id));
  const remove = database.prepare('DELETE FROM appointment WHERE id = ?');
  const stored = database.prepare('SELECT id FROM appointment WHERE story = ?').all(loadedStory);
  for (const row of stored) if (!wanted.has(String(row['id']))) remove.run(String(row['id']));
  const keep = database.prepare(
    `INSERT INTO appointment (id, patient, clinic, role, start_at, end_at, status, version, story)
     VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, 1, ?7)
     ON CONFLICT (id) DO UPDATE SET clinic = ?3, role = ?3, start_at = ?4, end_at = ?5, version = version + 1,
       status = CASE WHEN ?6 = 'booked' AND status IN ('checked-in', 'arrived')
         OR ?6 = 'checked-in' AND status = 'arrived' THEN status ELSE ?6 END
     WHERE clinic <> ?3 OR start_at <> ?4 OR end_at <> ?5 OR status <> ?6`,
  );
  for (const one of appointments)
    keep.run(one.id, one.patientId, clinicOf(one), one.time.start, one.time.end, one.status, loadedStory);
}
