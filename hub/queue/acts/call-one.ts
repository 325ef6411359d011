import { refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { makeCall } from './calling.ts';
import { closedDesk } from './desk-open.ts';
import { fillCorridor } from './corridor.ts';
import { findTicket } from './find-ticket.ts';
import { beforeRoom } from './served.ts';
import { turnsAt } from './turn.ts';
import type { Ticket } from '../ticket.ts';

const callable = ['waiting', 'missed', 'held', 'at-tests'] as const;

/** Calls a chosen ticket. When it is not the next, a person has to say so twice, and it is recorded as a choice. */
export async function callOne(act: Act, action: ActionOf<'call'>): Promise<ActOutcome> {
  const closed = closedDesk(act, act.place.desk.id);
  if (closed !== undefined) return closed;
  const inCorridor = beforeRoom(act.lines.values(), act.place.desk.id).find(({ id }) => id === action.ticketId);
  const found = await findTicket(act, action, inCorridor === undefined ? callable : ['called']);
  if (!found.ok) return found;
  const { ticket } = found;
  const corridor = beforeRoom(act.lines.values(), act.place.desk.id);
  const next = corridor[0] ?? turnsAt(act, act.place, act.lines)[0]?.ticket;
  const isNext = next?.id === ticket.id;
  if (!isNext && !action.confirmed) return refuse('needs-confirmation', notNext(next));
  const change = comingBack(ticket, act.at);
  const called = await makeCall(act, { ticket, to: act.place, stage: 'room', automatic: isNext, change });
  const filled = await fillCorridor(act, act.place);
  const detail = { chosen: !isNext, instead: isNext ? null : (next?.id ?? null) };
  return { ok: true, events: [called.event, ...filled], before: ticket, after: called.ticket, detail };
}

function notNext(next: Ticket | undefined) {
  if (next === undefined) return { zh: '现在没有轮到任何人。确定要叫这一位吗？', en: 'Nobody is next. Call this one?' };
  return {
    zh: `下一位是 ${next.label}。确定先叫这一位吗？`,
    en: `${next.label} is next. Call this one first?`,
  };
}

/** Whoever stands at the door after tests or a miss comes in as what they are. */
function comingBack(ticket: Ticket, at: string): Partial<Ticket> {
  if (ticket.state === 'missed') return { lane: 'missed' };
  return ticket.state === 'at-tests' ? { lane: 'return', returnedAt: at } : {};
}
