import type { TicketRef } from '../../contract/index.ts';
import type { NewEvent } from '../../feed/append.ts';
import type { Ticket } from '../ticket.ts';
import { refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { makeCall } from './calling.ts';
import { fillCorridor } from './corridor.ts';
import { closedDesk } from './desk-open.ts';
import { endTurn } from './end-turn.ts';
import { rulesOf } from './rules.ts';
import { beforeRoom, servedAt } from './served.ts';
import { turnsAt } from './turn.ts';

/** Calls whoever is next into the room: from the corridor before it, else from the waiting area. */
export async function callNext(act: Act, action: ActionOf<'next'>): Promise<ActOutcome> {
  const closed = closedDesk(act, act.place.desk.id);
  if (closed !== undefined) return closed;
  const served = servedAt(act.lines.values(), act.place.desk.id);
  if (action.serving !== undefined && !isServed(served, action.serving)) return refuse('stale');
  const corridor = beforeRoom(act.lines.values(), act.place.desk.id)[0];
  const next = corridor ?? turnsAt(act, act.place, act.lines)[0]?.ticket;
  if (next === undefined) return refuse('nobody-waits');
  const { events, finished } = await finishServed(act, served);
  const called = await makeCall(act, { ticket: next, to: act.place, stage: 'room', automatic: true, finished });
  const filled = await fillCorridor(act, act.place);
  return { ok: true, events: [...events, called.event, ...filled], before: next, after: called.ticket };
}

/** Whom the desk believes it serves is whom it serves. */
function isServed(served: readonly Ticket[], believed: TicketRef | null): boolean {
  if (believed === null) return served.length === 0;
  return served.some(({ id, version }) => id === believed.ticketId && version === believed.version);
}

async function finishServed(
  act: Act,
  served: readonly Ticket[],
): Promise<{ readonly events: NewEvent[]; readonly finished: readonly Ticket[] }> {
  const events: NewEvent[] = [];
  const finished: Ticket[] = [];
  for (const ticket of served) {
    const place = act.plan.queue(ticket.queueId);
    if (place !== undefined && !rulesOf(place).finishOnNext) continue;
    const ended = await endTurn(act, ticket, 'finished');
    events.push(ended.event);
    finished.push(ended.ticket);
  }
  return { events, finished };
}
