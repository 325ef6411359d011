import type { NewEvent } from '../../feed/append.ts';
import type { Ticket } from '../ticket.ts';
import { actEvent, changeTicket, refuse, since, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { callAgain } from './calling.ts';
import { findCalled } from './find-ticket.ts';
import { rulesOf } from './rules.ts';

/** Ends the turn of a called ticket. */
export async function endTurn(
  act: Act,
  ticket: Ticket,
  as: 'missed' | 'finished',
): Promise<{ readonly ticket: Ticket; readonly event: NewEvent }> {
  const misses = ticket.misses + (as === 'missed' ? 1 : 0);
  const ended = await changeTicket(act, ticket, { state: as, stage: 'room', misses, endedAt: act.at });
  return {
    ticket: ended,
    event: actEvent(act, ended, as === 'missed' ? 'ticket.missed' : 'ticket.finished', { misses }),
  };
}

export async function finish(act: Act, action: ActionOf<'finish'>): Promise<ActOutcome> {
  const found = await findCalled(act, action);
  if (!found.ok) return found;
  const ended = await endTurn(act, found.ticket, 'finished');
  return { ok: true, events: [ended.event], before: found.ticket, after: ended.ticket };
}

/** Whoever did not come. `confirmed: false` asks to be told when the policy wants more calls first. */
export async function markMissed(act: Act, action: ActionOf<'missed'>): Promise<ActOutcome> {
  const found = await findCalled(act, action);
  if (!found.ok) return found;
  const { ticket } = found;
  const place = act.plan.queue(ticket.queueId);
  const wanted = place === undefined ? 1 : rulesOf(place).callsBeforeMissed;
  const times = ticket.call?.times ?? 0;
  if (action.confirmed === false && times < wanted) return refuse('needs-confirmation', calledTooSeldom(times, wanted));
  const missed = await endTurn(act, ticket, 'missed');
  return { ok: true, events: [missed.event], before: ticket, after: missed.ticket };
}

function calledTooSeldom(times: number, wanted: number) {
  return {
    zh: `才叫了 ${times} 次，按规定叫 ${wanted} 次再过号。现在就过号吗？`,
    en: `Called ${times} of ${wanted} times so far. Mark as missed all the same?`,
  };
}

/** Sent for tests: the place is held as a return. */
export async function toTests(act: Act, action: ActionOf<'to-tests'>): Promise<ActOutcome> {
  const found = await findCalled(act, action);
  if (!found.ok) return found;
  const reports = action.reports === 0 ? null : { awaited: action.reports, ready: 0 };
  const sent = await changeTicket(act, found.ticket, { state: 'at-tests', stage: 'room', endedAt: act.at, reports });
  const event = actEvent(act, sent, 'ticket.to-tests', { awaited: action.reports });
  return { ok: true, events: [event], before: found.ticket, after: sent };
}

/** Says the call again, not sooner than the policy allows. */
export async function recall(act: Act, action: ActionOf<'recall'>): Promise<ActOutcome> {
  const found = await findCalled(act, action);
  if (!found.ok) return found;
  const { ticket } = found;
  if (ticket.call === null) return refuse('stale');
  const place = act.plan.queue(ticket.queueId);
  const gap = place === undefined ? 0 : rulesOf(place).recallGapSeconds * 1_000;
  const passed = since(act, ticket.call.calledAt);
  // After the clock was set back nobody knows how long ago it was.
  if (passed >= 0 && passed < gap) return refuse('called-a-moment-ago');
  const again = await callAgain(act, ticket, ticket.call);
  return { ok: true, events: [again.event], before: ticket, after: again.ticket };
}
