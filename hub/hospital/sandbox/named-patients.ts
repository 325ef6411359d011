import type { DatabaseSync } from 'node:sqlite';
import type { DemoFile } from '@lobby/config/sites/demo/cards/demo-people.ts';
import { namedAppointments, storeAppointment, type AppointmentRow } from './appointments.ts';
import type { Doctor } from './doctors.ts';
import { slotForStory, storyHolds, type Story, type StoryTime } from './stories.ts';

/** One appointment that a named patient should have, again in every clinic session. */
export interface PlannedAppointment {
  /** What the ids of its appointments begin with. */
  readonly prefix: string;
  readonly patient: string;
  readonly doctor: Doctor;
  readonly story: Story;
}

/** What the named patients' files promise; a clinic or doctor that the site lacks is replaced by one that it has. */
export function planAppointments(files: readonly DemoFile[], doctors: readonly Doctor[]): PlannedAppointment[] {
  return files.flatMap((file) =>
    file.appointments.map((wanted, index) => {
      const inClinic = doctors.filter((doctor) => doctor.clinic === wanted.clinic);
      const doctor = inClinic.find((known) => known.workNo === wanted.doctor) ?? inClinic[0] ?? doctors[0];
      if (doctor === undefined) throw new Error('the site has no clinic');
      const patient = `demo-${file.id}`;
      return { prefix: `${patient}-${index + 1}-`, patient, doctor, story: wanted.story };
    }),
  );
}

type Moment = Omit<StoryTime, 'story'>;

/**
 * Gives every named patient the appointments of this clinic session, and moves those that time has carried out of
 * their story. What a patient has already used at a terminal stays as it happened.
 */
export function placeNamedPatients(
  database: DatabaseSync,
  planned: readonly PlannedAppointment[],
  moment: Moment,
): void {
  const existing = Map.groupBy(namedAppointments(database), ({ patient }) => patient);
  for (const plan of planned) {
    const own = (existing.get(plan.patient) ?? []).filter((row) => row.id.startsWith(plan.prefix));
    const untouched = own.find(isUntouched);
    if (untouched !== undefined) moveIfDrifted(database, untouched, { ...moment, story: plan.story });
    else if (!own.some((row) => row.placedIn === moment.current.key)) book(database, plan, moment);
  }
}

function isUntouched(row: AppointmentRow): boolean {
  return row.status === 'booked' || (row.status === 'cancelled' && row.story === 'cancelled');
}

function book(database: DatabaseSync, plan: PlannedAppointment, moment: Moment): void {
  const slot = slotForStory({ ...moment, story: plan.story });
  storeAppointment(database, {
    id: plan.prefix + moment.current.key,
    patient: plan.patient,
    clinic: plan.doctor.clinic,
    role: plan.doctor.role,
    start: slot.start,
    end: slot.end,
    status: plan.story === 'cancelled' ? 'cancelled' : 'booked',
    version: 1,
    seeNo: null,
    story: plan.story,
    placedIn: moment.current.key,
  });
}

function moveIfDrifted(database: DatabaseSync, row: AppointmentRow, time: StoryTime): void {
  if (storyHolds(row, time)) return;
  const slot = slotForStory(time);
  if (slot.start === row.start && slot.end === row.end) return;
  database
    .prepare('UPDATE appointment SET start_at = ?, end_at = ?, placed_in = ?, version = version + 1 WHERE id = ?')
    .run(slot.start, slot.end, time.current.key, row.id);
}
