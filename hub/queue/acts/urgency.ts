import type { Line } from '../lines.ts';
import { orderOfLine } from '../order-of-line.ts';
import type { Ticket } from '../ticket.ts';
import { actEvent, changeTicket, refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { findTicket } from './find-ticket.ts';
import { classesOf } from './priority-classes.ts';

/** A waiting ticket to the front, recorded as an emergency. */
export function insertEmergency(act: Act, action: ActionOf<'insert-emergency'>): Promise<ActOutcome> {
  return change(act, action, { what: 'emergency', to: () => ({ emergency: action.level ?? 1 }) });
}

/** Where a nurse puts a waiting ticket: before another one, or at the end. */
export async function move(act: Act, action: ActionOf<'move'>): Promise<ActOutcome> {
  const { before } = action;
  const line = lineWith(act, action.ticketId);
  const place = line === undefined ? undefined : act.plan.queue(line.queueId);
  if (line === undefined || place === undefined || before === null) {
    const rank = line === undefined || place === undefined ? 1 : orderOfLine(line, place, Date.parse(act.at)).length;
    return change(act, action, { what: 'moved', to: () => ({ move: { rank, at: act.at } }) });
  }
  const target = line.tickets.find(({ id }) => id === before);
  if (target === undefined || target.id === action.ticketId) return refuse('ticket-unknown');
  if (target.state !== 'waiting') return refuse('stale');
  return change(act, action, { what: 'moved', to: () => ({ move: { before, at: act.at } }) });
}

function lineWith(act: Act, ticketId: string): Line | undefined {
  return [...act.lines.values()].find(({ tickets }) => tickets.some(({ id }) => id === ticketId));
}

export async function setClass(act: Act, action: ActionOf<'set-class'>): Promise<ActOutcome> {
  const code = action.class;
  const line = lineWith(act, action.ticketId);
  const place = line === undefined ? undefined : act.plan.queue(line.queueId);
  const known = place !== undefined && classesOf(place).some((one) => one.code === code);
  if (code !== null && place !== undefined && !known) return refuse('class-unknown');
  return change(act, action, { what: 'class', to: () => ({ class: code }) });
}

/** From now on one desk alone calls it by turn; null: any of its queue. */
export async function assign(act: Act, action: ActionOf<'assign'>): Promise<ActOutcome> {
  const { deskId } = action;
  const desk = deskId === null ? undefined : act.plan.desk(deskId);
  if (deskId !== null && desk?.area.id !== act.place.area.id) return refuse('desk-unknown');
  const serves = (ticket: Ticket): boolean =>
    desk === undefined || desk.queues.some(({ queue }) => queue.id === ticket.queueId);
  return change(act, action, {
    what: 'assigned',
    to: (ticket) => (serves(ticket) ? { assignedTo: deskId } : undefined),
  });
}

async function change(
  act: Act,
  action: { readonly ticketId: string; readonly version: number },
  wish: { readonly what: string; readonly to: (ticket: Ticket) => Partial<Ticket> | undefined },
): Promise<ActOutcome> {
  const found = await findTicket(act, action, ['waiting', 'held', 'at-tests', 'missed']);
  if (!found.ok) return found;
  const to = wish.to(found.ticket);
  if (to === undefined) return refuse('desk-unknown');
  const changed = await changeTicket(act, found.ticket, to);
  const event = actEvent(act, changed, 'ticket.changed', { what: wish.what });
  return { ok: true, events: [event], before: found.ticket, after: changed };
}
