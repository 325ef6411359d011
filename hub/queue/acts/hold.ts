import { actEvent, changeTicket, refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { findCalled, findTicket } from './find-ticket.ts';

/** Sets a waiting or served ticket aside: it keeps its place and is not called (挂起). */
export async function hold(act: Act, action: ActionOf<'hold'>): Promise<ActOutcome> {
  const called = await findCalled(act, action);
  const found = called.ok ? called : await findTicket(act, action, ['waiting']);
  if (!found.ok) return found;
  const held = await changeTicket(act, found.ticket, { state: 'held', stage: 'room' });
  return {
    ok: true,
    events: [actEvent(act, held, 'ticket.changed', { what: 'held' })],
    before: found.ticket,
    after: held,
  };
}

/** A held ticket waits again where it stood. */
export async function resume(act: Act, action: ActionOf<'resume'>): Promise<ActOutcome> {
  const found = await findTicket(act, action, ['held']);
  if (!found.ok) return found.reason === 'already-done' ? refuse('already-done') : found;
  const waiting = await changeTicket(act, found.ticket, { state: 'waiting', stage: 'room', call: null });
  const event = actEvent(act, waiting, 'ticket.changed', { what: 'resumed' });
  return { ok: true, events: [event], before: found.ticket, after: waiting };
}
