import { DatabaseSync } from 'node:sqlite';
import type { Site } from '@lobby/config';
import { identifierSystems } from '@lobby/hub/hospital/port.ts';
import type { Patient } from 'fhir/r4.js';
import type { Person } from './patient.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * Background patients of the sandbox whose appointment is open for check-in at `now` in a queue of the site, earliest
 * first. Each has no other one that could be checked in for before the campaign is over, so that two tickets are one too many.
 */
export function peopleWithAppointments(wanted: {
  readonly file: string;
  readonly site: Site;
  readonly now: number;
  readonly count: number;
}): Person[] {
  const database = new DatabaseSync(wanted.file, { readOnly: true });
  try {
    const clinics = wanted.site.areas.flatMap((area) => area.queues.map((queue) => queue.clinic));
    const rows = database
      .prepare(
        `SELECT appointment.id AS id, appointment.clinic AS clinic, patient.resource AS resource
         FROM appointment JOIN patient ON patient.id = appointment.patient
         WHERE appointment.status = 'booked' AND appointment.story IS NULL AND start_at BETWEEN ? AND ?
         AND (SELECT count(*) FROM appointment AS other WHERE other.patient = appointment.patient
              AND other.start_at BETWEEN ? AND ?) = 1 ORDER BY start_at, appointment.id`,
      )
      .all(wanted.now - 2 * hour, wanted.now + 25 * minute, wanted.now - 4 * hour, wanted.now + 2 * hour);
    const people = new Map<string, Person>();
    for (const { id, clinic, resource } of rows) {
      if (!clinics.includes(String(clinic))) continue;
      const person = personOf(String(id), JSON.parse(String(resource)) as Patient);
      if (person !== undefined && !people.has(person.patientId)) people.set(person.patientId, person);
    }
    return [...people.values()].slice(0, wanted.count);
  } finally {
    database.close();
  }
}

function personOf(appointmentId: string, patient: Patient): Person | undefined {
  const idNumber = patient.identifier?.find(({ system }) => system === identifierSystems['resident-id'])?.value;
  const { id, birthDate } = patient;
  const name = patient.name?.[0]?.text;
  if (idNumber === undefined || id === undefined || birthDate === undefined || name === undefined) return undefined;
  const sex = patient.gender === 'female' ? 'female' : 'male';
  return { patientId: id, appointmentId, idNumber, name, sex, birthDate };
}
