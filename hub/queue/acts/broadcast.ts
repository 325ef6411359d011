import { randomUUIDv7 } from 'node:crypto';
import { clinicTimeOf } from '../../business-date.ts';
import type { DeskView } from '../../contract/index.ts';
import type { NewEvent } from '../../feed/append.ts';
import { statement } from '../../store/statement.ts';
import type { Database } from '../../store/tables.ts';
import { refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';

/** Words for everybody in the area, on its screens for some minutes. */
export async function broadcast(act: Act, action: ActionOf<'broadcast'>): Promise<ActOutcome> {
  const id = randomUUIDv7();
  const until = new Date(Date.parse(act.at) + action.minutes * 60_000).toISOString();
  const { zh, en } = action.text;
  await act.transaction
    .insertInto('broadcast')
    .values({
      id,
      area_id: act.place.area.id,
      text_zh: zh,
      text_en: en,
      at: act.at,
      until,
      work_no: act.person.workNo,
      ended_at: null,
    })
    .execute();
  return { ok: true, events: [broadcastEvent(act, { broadcastId: id, until })], detail: { broadcastId: id, until } };
}

export async function endBroadcast(act: Act, action: ActionOf<'end-broadcast'>): Promise<ActOutcome> {
  const row = act.transaction.updateTable('broadcast').set({ ended_at: act.at });
  const open = row.where('id', '=', action.broadcastId).where('area_id', '=', act.place.area.id);
  const ended = await open.where('ended_at', 'is', null).executeTakeFirst();
  if (ended.numUpdatedRows !== 1n) return refuse('already-done');
  const { broadcastId } = action;
  return { ok: true, events: [broadcastEvent(act, { broadcastId, until: act.at })], detail: { broadcastId } };
}

/** What is being said in an area at an instant, newest first. */
export async function broadcastsOf(database: Database, areaId: string, at: string): Promise<DeskView['broadcasts']> {
  const { rows } = await database.executeQuery(said(database, { areaId, at }));
  return rows.map(({ id, text_zh, text_en, until }) => ({ id, text: { zh: text_zh, en: text_en }, until }));
}

const said = statement((database, { areaId, at }: { readonly areaId: string; readonly at: string }) => {
  const query = database.selectFrom('broadcast').selectAll().where('area_id', '=', areaId);
  return query.where('until', '>', at).where('ended_at', 'is', null).orderBy('at', 'desc');
});

function broadcastEvent(act: Act, body: NewEvent['body']): NewEvent {
  const { businessDate } = clinicTimeOf(act.plan.site, Date.parse(act.at));
  return { type: 'broadcast.changed', businessDate, areaId: act.place.area.id, queueId: null, body };
}
