import type { DatabaseSync } from 'node:sqlite';
import type { HospitalReason, HospitalResult } from '../port.ts';
import type { AppointmentRow, AppointmentStatus } from './appointments.ts';
import { readAppointment } from './appointments.ts';

/** A step of an appointment, made once for its key. */
export interface AppointmentStep {
  readonly key: string;
  readonly operation: 'appointment.issueTicket' | 'appointment.checkIn' | 'appointment.undoCheckIn';
  readonly appointmentId: string;
  readonly areaId: string | null;
  readonly now: number;
  /** The hospital's next sequence number for this appointment; asked only when a number is taken. */
  readonly nextSeeNo: (row: AppointmentRow) => number;
}

/** The appointment after the step, and the version that the step gave it. */
export interface StepDone {
  readonly row: AppointmentRow;
  readonly version: string;
}

type Refusal = { readonly ok: false; readonly reason: HospitalReason; readonly message: string };

const dayMilliseconds = 86_400_000;

/**
 * Takes one step, in the transaction of the caller. The same key again gets the same answer; the same key for something
 * else is a conflict. A refusal leaves nothing behind.
 */
export function takeStep(database: DatabaseSync, step: AppointmentStep): HospitalResult<StepDone> {
  const earlier = earlierWrite(database, step);
  if (earlier !== undefined) return earlier;
  const row = readAppointment(database, step.appointmentId);
  const refusal = refuse(row, step);
  if (row === undefined || refusal !== undefined) return refusal ?? unknownAppointment;
  const after = step.operation === 'appointment.issueTicket' ? takeNumber(row, step) : moveTo(row, step.operation);
  const changed = database
    .prepare('UPDATE appointment SET status = ?, see_no = ?, area = ?, version = ? WHERE id = ? AND version = ?')
    .run(after.status, after.seeNo, step.areaId, after.version, row.id, row.version);
  if (changed.changes === 0) return { ok: false, reason: 'stale', message: '预约刚刚被改动，请重新查询' };
  recordWrite(database, step, after);
  return { ok: true, value: { row: after, version: String(after.version) } };
}

/** The reference that a key had left behind at `at`; undefined when nothing had been done for it. */
export function referenceOfKey(database: DatabaseSync, key: string, at: number): string | undefined {
  const record = database.prepare('SELECT his_ref FROM write WHERE key = ? AND at <= ?').get(key, at);
  return record === undefined ? undefined : String(record['his_ref']);
}

const unknownAppointment: Refusal = { ok: false, reason: 'not-found', message: '没有这个预约' };

function takeNumber(row: AppointmentRow, step: AppointmentStep): AppointmentRow {
  return { ...row, status: 'checked-in', seeNo: step.nextSeeNo(row), version: row.version + 1 };
}

function moveTo(row: AppointmentRow, operation: 'appointment.checkIn' | 'appointment.undoCheckIn'): AppointmentRow {
  const status = operation === 'appointment.checkIn' ? 'arrived' : 'checked-in';
  return { ...row, status, version: row.version + 1 };
}

function requestOf(step: AppointmentStep): string {
  return JSON.stringify([step.appointmentId, step.areaId]);
}

function recordWrite(database: DatabaseSync, step: AppointmentStep, after: AppointmentRow): void {
  database
    .prepare('INSERT INTO write (key, operation, request, his_ref, version, see_no, at) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(step.key, step.operation, requestOf(step), after.id, String(after.version), after.seeNo, step.now);
}

function earlierWrite(database: DatabaseSync, step: AppointmentStep): HospitalResult<StepDone> | undefined {
  const record = database.prepare('SELECT operation, request, version FROM write WHERE key = ?').get(step.key);
  if (record === undefined) return undefined;
  if (record['operation'] !== step.operation || record['request'] !== requestOf(step))
    return { ok: false, reason: 'conflict', message: '这个业务流水号已用于另一笔业务' };
  const row = readAppointment(database, step.appointmentId);
  return row === undefined ? unknownAppointment : { ok: true, value: { row, version: String(record['version']) } };
}

const fromStatus = {
  'appointment.issueTicket': 'booked',
  'appointment.checkIn': 'checked-in',
  'appointment.undoCheckIn': 'arrived',
} as const;

const whyNot: Readonly<Record<AppointmentStatus, string>> = {
  booked: '请先取号',
  'checked-in': '这个预约已经取过号',
  arrived: '这个预约已经签到',
  fulfilled: '这次就诊已经结束',
  cancelled: '这个预约已经取消',
  noshow: '这个预约已按爽约处理，请到服务台',
};

function refuse(row: AppointmentRow | undefined, step: AppointmentStep): Refusal | undefined {
  if (row === undefined) return unknownAppointment;
  if (row.status !== fromStatus[step.operation])
    return {
      ok: false,
      reason: 'rule-violated',
      message: step.operation === 'appointment.undoCheckIn' ? '这个预约没有签到' : whyNot[row.status],
    };
  if (Math.abs(row.start - step.now) > dayMilliseconds)
    return { ok: false, reason: 'rule-violated', message: '这不是今天的预约' };
  return undefined;
}
