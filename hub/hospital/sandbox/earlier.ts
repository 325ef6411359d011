import type { DatabaseSync } from 'node:sqlite';
import type { AppointmentRow } from './appointments.ts';

/** The appointment as it stood at `at`: the steps that were taken since are taken back. Nothing is changed. */
export function asItStood(database: DatabaseSync, row: AppointmentRow, at: number): AppointmentRow {
  const first = database
    .prepare('SELECT operation, version FROM write WHERE his_ref = ? AND at > ? ORDER BY at, version LIMIT 1')
    .get(row.id, at);
  if (first === undefined) return row;
  const version = Number(first['version']) - 1;
  if (first['operation'] === 'appointment.checkIn') return { ...row, status: 'checked-in', version };
  if (first['operation'] === 'appointment.undoCheckIn') return { ...row, status: 'arrived', version };
  return { ...row, status: 'booked', seeNo: null, version };
}
