import { randomUUIDv7 } from 'node:crypto';
import { clinicTimeOf } from '../../business-date.ts';
import type { NewEvent } from '../../feed/append.ts';
import { statement } from '../../store/statement.ts';
import type { Database } from '../../store/tables.ts';
import { refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';

/** A panic button that was pressed and that nobody has answered. */
export interface Alarm {
  readonly id: string;
  readonly deskId: string;
  readonly at: string;
}

/** Somebody needs help at once. Pressed again while it is open, it stays the same alarm. */
export async function panic(act: Act): Promise<ActOutcome> {
  const { desk, area } = act.place;
  const open = (await openAlarms(act.transaction)).find(({ deskId }) => deskId === desk.id);
  if (open !== undefined) return refuse('already-done');
  const id = randomUUIDv7();
  const row = { id, area_id: area.id, desk_id: desk.id, work_no: act.person.workNo, at: act.at };
  await act.transaction
    .insertInto('alarm')
    .values({ ...row, ended_at: null, ended_by: null })
    .execute();
  return { ok: true, events: [alarmEvent(act, { alarmId: id, deskId: desk.id, open: true })], detail: { alarmId: id } };
}

export async function endPanic(act: Act, action: ActionOf<'end-panic'>): Promise<ActOutcome> {
  const { alarmId } = action;
  const row = act.transaction.updateTable('alarm').set({ ended_at: act.at, ended_by: act.person.workNo });
  const ended = await row.where('id', '=', alarmId).where('ended_at', 'is', null).executeTakeFirst();
  if (ended.numUpdatedRows !== 1n) return refuse('already-done');
  return { ok: true, events: [alarmEvent(act, { alarmId, open: false })], detail: { alarmId } };
}

/** Open alarms of the whole house: whoever is near comes. */
export async function openAlarms(database: Database): Promise<readonly Alarm[]> {
  const { rows } = await database.executeQuery(unanswered(database, {}));
  return rows.map((row) => ({ id: row.id, deskId: row.desk_id, at: row.at }));
}

const unanswered = statement((database) =>
  database.selectFrom('alarm').selectAll().where('ended_at', 'is', null).orderBy('at'),
);

/** It concerns every desk and board of staff, so it belongs to no area. */
function alarmEvent(act: Act, body: NewEvent['body']): NewEvent {
  const { businessDate } = clinicTimeOf(act.plan.site, Date.parse(act.at));
  return { type: 'alarm.changed', businessDate, areaId: null, queueId: null, body };
}
