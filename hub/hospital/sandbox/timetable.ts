import type { DatabaseSync } from 'node:sqlite';
import { loadedStory, slotId, storeAppointment } from './appointments.ts';
import { forgetQueueBefore } from './queue/queue-storage.ts';
import { slotsOf, type ClinicSession, type SlotTime } from './clinic-day.ts';
import type { Doctor } from './doctors.ts';
import { seededRandom, seedFor } from './seeded-random.ts';

/** How many patients a doctor has in one slot: a clinic with many rooms is a busy one. */
const perSlotInBusyClinic = 2;
const perSlotElsewhere = 1;
const roomsOfBusyClinic = 3;
/** Nobody has another appointment before this many slots have passed. */
const slotsApart = 4;
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
  const patients = seededRandom(seedFor(plan.seed, session.key)).shuffled(plan.background);
  const schedule = database.prepare('INSERT INTO schedule (id, session, role) VALUES (?, ?, ?)');
  for (const doctor of plan.doctors) schedule.run(scheduleId(doctor, session), session.key, doctor.role);
  const store = slotWriter(database, session);
  const takers = inTurn(patients, busyness(plan.doctors));
  for (const slot of slotsOf(session)) {
    const taking = takers();
    for (const doctor of plan.doctors) store(slot, doctor, taking(doctor));
  }
}

function slotWriter(
  database: DatabaseSync,
  session: ClinicSession,
): (slot: SlotTime, doctor: Doctor, patients: readonly string[]) => void {
  const insert = database.prepare('INSERT INTO slot (id, schedule, start_at, end_at, status) VALUES (?, ?, ?, ?, ?)');
  return ({ start, end }, doctor, patients) => {
    const id = slotId(doctor.role, start);
    insert.run(id, scheduleId(doctor, session), start, end, patients.length === 0 ? 'free' : 'busy');
    for (const [index, patient] of patients.entries()) {
      storeAppointment(database, {
        id: `${id.replace(/^slot/, 'ap')}-${index + 1}`,
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
    }
  };
}

function scheduleId(doctor: Doctor, session: ClinicSession): string {
  return `${session.key}-${doctor.role}`;
}

/**
 * Who takes the places of each slot: patients one after the other, so that nobody is in two rooms at once. With few
 * patients some places stay free.
 */
function inTurn(patients: readonly string[], places: (doctor: Doctor) => number): () => (doctor: Doctor) => string[] {
  let next = 0;
  return () => {
    let left = Math.max(1, Math.floor(patients.length / slotsApart));
    return (doctor) => {
      const count = Math.min(left, places(doctor));
      left -= count;
      return Array.from({ length: count }, () => patients[next++ % patients.length]).filter((one) => one !== undefined);
    };
  };
}

function busyness(doctors: readonly Doctor[]): (doctor: Doctor) => number {
  const rooms = new Map<string, number>();
  for (const doctor of doctors) rooms.set(doctor.clinic, (rooms.get(doctor.clinic) ?? 0) + 1);
  return (doctor) => ((rooms.get(doctor.clinic) ?? 0) >= roomsOfBusyClinic ? perSlotInBusyClinic : perSlotElsewhere);
}

/** Closes what is past: who never came is noted as such, and what is older than three days is forgotten. */
export function closeThePast(database: DatabaseSync, now: number, closedBefore: number): void {
  database
    .prepare(
      `UPDATE appointment SET status = 'noshow', version = version + 1 WHERE story IS NULL AND status = 'booked' AND end_at < ?`,
    )
    .run(closedBefore);
  const forgotten = now - historyMilliseconds;
  database.prepare('DELETE FROM appointment WHERE end_at < ? AND story IS NOT ?').run(forgotten, loadedStory);
  database.prepare('DELETE FROM clinic_session WHERE end_at < ?').run(forgotten);
  database.prepare('DELETE FROM write WHERE at < ?').run(forgotten);
  forgetQueueBefore(database, forgotten);
}
