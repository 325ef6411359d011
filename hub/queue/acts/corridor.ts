import type { NewEvent } from '../../feed/append.ts';
import type { DeskPlace } from '../site-plan.ts';
import type { Ticket } from '../ticket.ts';
import { changeTicket, actEvent, refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { makeCall } from './calling.ts';
import { closedDesk } from './desk-open.ts';
import { findTicket } from './find-ticket.ts';
import { rulesOf } from './rules.ts';
import { beforeRoom } from './served.ts';
import { turnsAt } from './turn.ts';

/** How many may wait before the room of a desk. */
export function roomLimitOf(place: DeskPlace): number {
  return Math.max(0, ...place.queues.map((queue) => rulesOf(queue).roomLimit));
}

/** Calls the next tickets into the corridor up to the limit of the room, where the policy leaves it to calls. */
export async function fillCorridor(act: Act, to: DeskPlace): Promise<NewEvent[]> {
  if (closedDesk(act, to.desk.id) !== undefined) return [];
  if (!to.queues.some((queue) => rulesOf(queue).roomFilledBy === 'call')) return [];
  const events: NewEvent[] = [];
  for (let free = freePlaces(act, to); free > 0; free -= 1) {
    const next = turnsAt(act, to, act.lines)[0];
    if (next === undefined) break;
    events.push((await makeCall(act, { ticket: next.ticket, to, stage: 'corridor', automatic: true })).event);
  }
  return events;
}

/** A nurse calls somebody into the corridor before a room of her area. */
export async function callIn(act: Act, action: ActionOf<'call-in'>): Promise<ActOutcome> {
  const to = act.plan.desk(action.deskId);
  if (to?.area.id !== act.place.area.id) return refuse('desk-unknown');
  const closed = closedDesk(act, to.desk.id);
  if (closed !== undefined) return closed;
  if (freePlaces(act, to) <= 0) return refuse('room-full');
  const chosen = action.ticket === null ? undefined : await findTicket(act, action.ticket, ['waiting']);
  if (chosen !== undefined && !chosen.ok) return chosen;
  const ticket = chosen?.ticket ?? turnsAt(act, to, act.lines)[0]?.ticket;
  if (ticket === undefined) return refuse('nobody-waits');
  const called = await makeCall(act, { ticket, to, stage: 'corridor', automatic: chosen === undefined });
  return {
    ok: true,
    events: [called.event],
    before: ticket,
    after: called.ticket,
    detail: { to: to.desk.id, chosen: chosen !== undefined },
  };
}

/** Whoever waits before a room that closes goes back to the waiting area, where they stood. */
export async function emptyCorridor(act: Act, deskId: string): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const ticket of beforeRoom(act.lines.values(), deskId)) {
    const back: Partial<Ticket> = { state: 'waiting', stage: 'room', call: null };
    events.push(actEvent(act, await changeTicket(act, ticket, back), 'ticket.changed', { what: 'back-to-waiting' }));
  }
  return events;
}

function freePlaces(act: Act, to: DeskPlace): number {
  return roomLimitOf(to) - beforeRoom(act.lines.values(), to.desk.id).length;
}
