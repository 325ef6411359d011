import { randomUUIDv7 } from 'node:crypto';
import { clinicTimeOf, wallTime } from '../../business-date.ts';
import { joinLine } from '../join.ts';
import { lineOf, refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { classesOf } from './priority-classes.ts';
import { isOpenAt } from './queue-hours.ts';

/** A number for somebody who has none: nothing is known of the person. */
export async function addByHand(act: Act, action: ActionOf<'add'>): Promise<ActOutcome> {
  const place = act.plan.queue(action.queueId);
  if (place === undefined || !act.lines.has(action.queueId)) return refuse('queue-unknown');
  if (action.class !== null && !classesOf(place).some(({ code }) => code === action.class))
    return refuse('class-unknown');
  const time = clinicTimeOf(act.plan.site, Date.parse(act.at));
  if (!action.emergency && !isOpenAt(place.queue, wallTime(act.plan.site.timeZone, act.at)))
    return refuse('session-closed');
  const joined = await joinLine(act.transaction, lineOf(act, action.queueId), {
    place,
    businessDate: time.businessDate,
    session: time.session,
    patient: { patientId: `by-hand-${randomUUIDv7()}`, maskedName: '', surname: null, sex: 'unknown', birthYear: null },
    actedBy: null,
    kind: 'walk-in',
    appointmentId: null,
    practitioner: null,
    slotStart: null,
    slotEnd: null,
    lane: 'normal',
    given: { class: action.class, emergency: action.emergency ? 1 : null },
    at: act.at,
  });
  act.lines.set(action.queueId, joined.line);
  return { ok: true, events: joined.events, after: joined.ticket };
}
