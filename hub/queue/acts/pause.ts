import type { NewEvent } from '../../feed/append.ts';
import { clinicTimeOf } from '../../business-date.ts';
import type { DeskPlace } from '../site-plan.ts';
import { actEvent, changeTicket, refuse, type Act, type ActionOf, type ActOutcome, type ActRefused } from './act.ts';
import { emptyCorridor, fillCorridor } from './corridor.ts';
import { openDesk, putDeskState, type DeskState } from './desk-states.ts';
import { pauseReasonsOf } from './pause-reasons.ts';

/** The desk calls nobody until it goes on. Whoever is in the room stays. */
export async function pause(act: Act, action: ActionOf<'pause'>): Promise<ActOutcome> {
  const { place } = act;
  if (!pauseReasonsOf(place).some(({ code }) => code === action.reason)) return refuse('reason-unknown');
  if (act.desks.get(place.desk.id)?.state === 'stopped') return refuse('desk-stopped');
  return close(act, { place, state: 'paused', reason: action.reason, events: [] });
}

export async function unpause(act: Act): Promise<ActOutcome> {
  const { desk } = act.place;
  if (act.desks.get(desk.id)?.state === 'stopped') return refuse('desk-stopped');
  if (!(await openDesk(act.transaction, desk.id))) return refuse('already-done');
  return { ok: true, events: [deskEvent(act, act.place, { state: 'open', reason: null })] };
}

/** A doctor's clinic ends: who waits in the corridor goes back, who waits for this desk alone may go to any other. */
export async function stopClinic(act: Act, action: ActionOf<'stop-clinic'>): Promise<ActOutcome> {
  const found = deskToClose(act, action.deskId);
  if (!found.ok) return found;
  const { place } = found;
  if (!pauseReasonsOf(place).some(({ code }) => code === action.reason)) return refuse('reason-unknown');
  const back = await emptyCorridor(act, place.desk.id);
  const freed = await freeAssigned(act, place.desk.id);
  return close(act, { place, state: 'stopped', reason: action.reason, events: [...back, ...freed] });
}

export async function openClinic(act: Act, action: ActionOf<'open-clinic'>): Promise<ActOutcome> {
  const found = deskToClose(act, action.deskId);
  if (!found.ok) return found;
  if (!(await openDesk(act.transaction, found.place.desk.id))) return refuse('already-done');
  const desks = new Map(act.desks);
  desks.delete(found.place.desk.id);
  const events = [deskEvent(act, found.place, { state: 'open', reason: null })];
  return { ok: true, events: [...events, ...(await fillCorridor({ ...act, desks }, found.place))] };
}

/** One's own desk; from a triage desk any of the area. */
function deskToClose(act: Act, deskId: string): { readonly ok: true; readonly place: DeskPlace } | ActRefused {
  const place = act.plan.desk(deskId);
  if (place?.area.id !== act.place.area.id) return refuse('desk-unknown');
  const own = place.desk.id === act.place.desk.id || act.place.kind === 'triage';
  return own ? { ok: true, place } : refuse('role-not-allowed');
}

async function freeAssigned(act: Act, deskId: string): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const line of [...act.lines.values()]) {
    for (const ticket of line.tickets) {
      if (ticket.assignedTo !== deskId || !['waiting', 'held', 'at-tests', 'missed'].includes(ticket.state)) continue;
      const free = await changeTicket(act, ticket, { assignedTo: null });
      events.push(actEvent(act, free, 'ticket.changed', { what: 'assigned' }));
    }
  }
  return events;
}

async function close(
  act: Act,
  as: {
    readonly place: DeskPlace;
    readonly state: DeskState['state'];
    readonly reason: string;
    readonly events: readonly NewEvent[];
  },
): Promise<ActOutcome> {
  const { place, state, reason } = as;
  const { workNo } = act.person;
  const practitioner = await doctorAt(act, place.desk.id);
  const put = { deskId: place.desk.id, areaId: place.area.id, state, reason, since: act.at, workNo, practitioner };
  await putDeskState(act.transaction, put);
  const detail = { deskId: place.desk.id, reason };
  return { ok: true, events: [...as.events, deskEvent(act, place, { state, reason })], detail };
}

/** Work number of the doctor who sits at a desk. */
async function doctorAt(act: Act, deskId: string): Promise<string | null> {
  const query = act.transaction
    .selectFrom('login')
    .innerJoin('staff', 'staff.work_no', 'login.work_no')
    .select('login.work_no')
    .where('login.desk_id', '=', deskId)
    .where('staff.role', '=', 'doctor');
  const open = query.where('login.ended_at', 'is', null).where('login.expires_at', '>', act.at);
  return (await open.orderBy('login.at', 'desc').executeTakeFirst())?.work_no ?? null;
}

function deskEvent(
  act: Act,
  place: DeskPlace,
  body: { readonly state: 'open' | DeskState['state']; readonly reason: string | null },
): NewEvent {
  const { businessDate } = clinicTimeOf(act.plan.site, Date.parse(act.at));
  const of = { deskId: place.desk.id, roomId: place.room.id, ...body };
  return { type: 'desk.changed', businessDate, areaId: place.area.id, queueId: null, body: of };
}
