import type { DatabaseSync } from 'node:sqlite';
import { slotId, storeAppointment } from './appointments.ts';
import { slotsOf, type ClinicSession, type SlotTime } from './clinic-day.ts';
import type { Doctor } from './doctors.ts';
import { seededRandom, seedFor, type SeededRandom } from './seeded-random.ts';

/** How many of a hundred slots are taken: in a clinic with many rooms all of them, elsewhere a quarter. */
const takenInBusyClinic = 100;
const takenElsewhere = 25;
const roomsOfBusyClinic = 3;
const historyMilliseconds = 3 * 86_400_000;

export interface TimetablePlan {
  readonly doctors: readonly Doctor[];
  readonly seed: number;
  /** Ids of the background patients. */
  readonly background: readonly string[];
}

/** Makes schedules, slots and background appointments of a clinic session, unless they exist. */
export function makeSession(database: DatabaseSync, session: ClinicSession, plan: TimetablePlan): void {
  const made = database
    .prepare('INSERT OR IGNORE INTO clinic_session (key, business_date, start_at, end_at) VALUES (?, ?, ?, ?)')
    .run(session.key, session.businessDate, session.start, session.end);
  if (made.changes === 0) return;
  const random = seededRandom(seedFor(plan.seed, session.key));
  const nextPatient = inTurn(random.shuffled(plan.background));
  const taken = takenSlots(plan.doctors, random);
  const schedule = database.prepare('INSERT INTO schedule (id, session, role) VALUES (?, ?, ?)');
  for (const doctor of plan.doctors) schedule.run(scheduleId(doctor, session), session.key, doctor.role);
  const store = slotWriter(database, session);
  for (const slot of slotsOf(session)) {
    for (const doctor of plan.doctors) {
      const patient = taken(doctor) ? nextPatient() : undefined;
      store(slot, doctor, patient);
    }
  }
}

function slotWriter(
  database: DatabaseSync,
  session: ClinicSession,
): (slot: SlotTime, doctor: Doctor, patient: string | undefined) => void {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO slot (id, schedule, start_at, end_at, status) VALUES (?, ?, ?, ?, ?)',
  );
  return ({ start, end }, doctor, patient) => {
    const id = slotId(doctor.role, start);
    insert.run(id, scheduleId(doctor, session), start, end, patient === undefined ? 'free' : 'busy');
    if (patient === undefined) return;
    storeAppointment(database, {
      id: id.replace(/^slot/, 'ap'),
      patient,
      clinic: doctor.clinic,
      role: doctor.role,
      start,
      end,
      status: 'booked',
      version: 1,
      seeNo: null,
      story: null,
      placedIn: null,
    });
  };
}

function scheduleId(doctor: Doctor, session: ClinicSession): string {
  return `${session.key}-${doctor.role}`;
}

/** Patients one after the other, so that nobody is in two rooms at once. */
function inTurn(patients: readonly string[]): () => string | undefined {
  let next = 0;
  return () => patients[next++ % patients.length];
}

function takenSlots(doctors: readonly Doctor[], random: SeededRandom): (doctor: Doctor) => boolean {
  const rooms = new Map<string, number>();
  for (const doctor of doctors) rooms.set(doctor.clinic, (rooms.get(doctor.clinic) ?? 0) + 1);
  return (doctor) => {
    const busy = (rooms.get(doctor.clinic) ?? 0) >= roomsOfBusyClinic;
    return random.below(100) < (busy ? takenInBusyClinic : takenElsewhere);
  };
}

/** Closes what is past: who never came is noted as such, and what is older than three days is forgotten. */
export function closeThePast(database: DatabaseSync, now: number, closedBefore: number): void {
  database
    .prepare(
      `UPDATE appointment SET status = 'noshow', version = version + 1 WHERE story IS NULL AND status = 'booked' AND end_at < ?`,
    )
    .run(closedBefore);
  const forgotten = now - historyMilliseconds;
  database.prepare('DELETE FROM appointment WHERE end_at < ?').run(forgotten);
  database.prepare('DELETE FROM clinic_session WHERE end_at < ?').run(forgotten);
  database.prepare('DELETE FROM write WHERE at < ?').run(forgotten);
}
