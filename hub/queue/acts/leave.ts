import { checkedIn, waitingAgain } from '../join.ts';
import { hospitalHasToKnow } from '../undone-check-ins.ts';
import type { Lane } from '../../contract/index.ts';
import { actEvent, changeTicket, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { findTicket } from './find-ticket.ts';
import type { TicketState } from '../ticket.ts';

/** The appointment may check in again, as if it had not. */
export async function undoCheckIn(act: Act, action: ActionOf<'undo-check-in'>): Promise<ActOutcome> {
  const found = await findTicket(act, action, ['waiting', 'held', 'missed']);
  if (!found.ok) return found;
  const undone = await changeTicket(act, found.ticket, { state: 'undone', stage: 'room', endedAt: act.at });
  await hospitalHasToKnow(act.transaction, undone, act.at);
  return { ok: true, events: [actEvent(act, undone, 'ticket.undone')], before: found.ticket, after: undone };
}

/** Left, or taken out. */
export async function drop(act: Act, action: ActionOf<'drop'>): Promise<ActOutcome> {
  const found = await findTicket(act, action, ['waiting', 'held', 'missed', 'at-tests']);
  if (!found.ok) return found;
  const dropped = await changeTicket(act, found.ticket, { state: 'dropped', stage: 'room', endedAt: act.at });
  return { ok: true, events: [actEvent(act, dropped, 'ticket.dropped')], before: found.ticket, after: dropped };
}

const laneOfReturn: Partial<Record<TicketState, Lane>> = { 'at-tests': 'return', missed: 'missed', dropped: 'normal' };

/** A nurse takes somebody back who was at tests, missed the call, or was taken out by mistake. */
export async function takeBack(act: Act, action: ActionOf<'return'>): Promise<ActOutcome> {
  const found = await findTicket(act, action, ['at-tests', 'missed', 'dropped']);
  if (!found.ok) return found;
  const lane = laneOfReturn[found.ticket.state] ?? 'normal';
  const waiting = await changeTicket(act, found.ticket, waitingAgain(found.ticket, { lane, at: act.at }));
  return { ok: true, events: [checkedIn(waiting)], before: found.ticket, after: waiting };
}
