import type { Hospital } from '../hospital.ts';
import { takeStep, type AppointmentStep } from '../writes.ts';
import { inTransaction } from '../database.ts';

/** A clinic whose queue has become shorter than this sees the next background patient come. */
const fewest = 3;

/** Background patients take a number and arrive at the hospital itself, as others do at a terminal. */
export function comeByThemselves(hospital: Hospital, clinic: string): void {
  const waiting = hospital.queue.list(clinic).filter(({ state }) => state === 'waiting').length;
  const next = waiting < fewest ? hospital.crowd().find((member) => member.clinic === clinic) : undefined;
  if (next === undefined) return;
  const { appointmentId } = next;
  const { database, clock, nextSeeNo } = hospital;
  const step = { appointmentId, now: clock.now(), nextSeeNo } satisfies Partial<AppointmentStep>;
  inTransaction(database, () => {
    takeStep(database, { ...step, key: `own-${appointmentId}`, operation: 'appointment.issueTicket', areaId: null });
    takeStep(database, {
      ...step,
      key: `own-${appointmentId}-arrival`,
      operation: 'appointment.checkIn',
      areaId: clinic,
    });
  });
}
