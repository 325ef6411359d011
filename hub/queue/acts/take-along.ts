import type { NewEvent } from '../../feed/append.ts';
import type { Ticket } from '../ticket.ts';
import { actEvent, changeTicket, refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { makeCall } from './calling.ts';
import { beforeRoom, servedAt } from './served.ts';

/**
 * A doctor has moved here from another room: whoever was called there is called here, so that every screen and slip
 * says the new room; whoever was to see nobody but that desk now waits for this one.
 */
export async function takeAlong(act: Act, action: ActionOf<'take-along'>): Promise<ActOutcome> {
  const from = act.plan.desk(action.fromDeskId);
  if (from?.area.id !== act.place.area.id || from.desk.id === act.place.desk.id) return refuse('desk-unknown');
  const events: NewEvent[] = [];
  for (const stage of ['room', 'corridor'] as const) {
    const called = stage === 'room' ? servedAt : beforeRoom;
    for (const ticket of called(act.lines.values(), from.desk.id)) {
      const here = await makeCall(act, { ticket, to: act.place, stage, automatic: false });
      events.push(here.event);
    }
  }
  for (const ticket of assignedTo(act, from.desk.id)) {
    const here = await changeTicket(act, ticket, { assignedTo: act.place.desk.id });
    events.push(actEvent(act, here, 'ticket.changed', { what: 'assigned' }));
  }
  if (events.length === 0) return refuse('nobody-waits');
  return { ok: true, events, detail: { from: from.desk.id, tickets: events.length } };
}

function assignedTo(act: Act, deskId: string): readonly Ticket[] {
  const tickets = [...act.lines.values()].flatMap((line) => line.tickets);
  return tickets.filter((ticket) => ticket.assignedTo === deskId && ticket.state !== 'finished');
}
