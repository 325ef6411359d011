import { clinicTimeOf } from '../../business-date.ts';
import { labelOf, numberFor } from '../numbering.ts';
import { withoutTicket, withTicket } from '../lines.ts';
import type { QueuePlace } from '../site-plan.ts';
import { updateTicket } from '../storage.ts';
import type { Ticket } from '../ticket.ts';
import { actEvent, changeTicket, lineOf, refuse, type Act, type ActionOf, type ActOutcome } from './act.ts';
import { findCalled, findTicket, type FoundTicket } from './find-ticket.ts';
import { rulesOf } from './rules.ts';

/**
 * Sends a ticket to another queue, or to another desk of its own. In its own queue it keeps its number; another queue
 * gives it one of its own, and the old number is not given again.
 */
export async function transfer(act: Act, action: ActionOf<'transfer'>): Promise<ActOutcome> {
  const to = act.plan.queue(action.to.queueId);
  if (to === undefined) return refuse('queue-unknown');
  const deskId = action.to.deskId ?? null;
  if (deskId !== null && !servesQueue(act, deskId, to)) return refuse('desk-unknown');
  const found = await transferable(act, action);
  if (!found.ok) return found;
  const { ticket } = found;
  const keepsWait = action.keepsWait ?? rulesOf(to).transferKeepsWait;
  const change: Partial<Ticket> = {
    state: 'waiting',
    stage: 'room',
    call: null,
    endedAt: null,
    move: null,
    assignedTo: deskId,
    ...(!keepsWait && { checkedInAt: act.at, slotStart: null, slotEnd: null }),
  };
  const moved =
    to.queue.id === ticket.queueId
      ? await changeTicket(act, ticket, change)
      : await moveAcross(act, { ticket, to, change });
  const detail = { from: ticket.queueId, to: to.queue.id, deskId, keepsWait };
  const event = actEvent(act, moved, 'ticket.transferred', {
    from: ticket.queueId,
    fromLabel: ticket.label,
    assignedTo: deskId,
  });
  const events = [event, ...leaves(act, ticket, moved)];
  return { ok: true, events, before: ticket, after: moved, detail };
}

async function transferable(act: Act, action: ActionOf<'transfer'>): Promise<FoundTicket> {
  const called = await findCalled(act, action);
  return called.ok ? called : findTicket(act, action, ['waiting', 'held', 'missed', 'at-tests']);
}

function servesQueue(act: Act, deskId: string, to: QueuePlace): boolean {
  return act.plan.desk(deskId)?.queues.some(({ queue }) => queue.id === to.queue.id) ?? false;
}

async function moveAcross(
  act: Act,
  across: { readonly ticket: Ticket; readonly to: QueuePlace; readonly change: Partial<Ticket> },
): Promise<Ticket> {
  const { ticket, to } = across;
  const target = lineOf(act, to.queue.id);
  const { session } = clinicTimeOf(act.plan.site, Date.parse(act.at));
  const wish = { ...ticket, session, at: act.at, registeredNo: null };
  const number = numberFor(to, [...target.tickets, ...target.numbersGone], wish);
  const moved: Ticket = {
    ...ticket,
    ...across.change,
    queueId: to.queue.id,
    areaId: to.area.id,
    session,
    number,
    label: labelOf(to, number),
    class: to.queue.id === ticket.queueId ? ticket.class : null,
    version: ticket.version + 1,
  };
  await updateTicket(act.transaction, moved);
  await keepNumber(act, ticket);
  act.lines.set(ticket.queueId, withoutTicket(lineOf(act, ticket.queueId), ticket));
  act.lines.set(to.queue.id, withTicket(target, moved));
  return moved;
}

async function keepNumber(act: Act, ticket: Ticket): Promise<void> {
  const gone = act.transaction.insertInto('number_gone').values({
    queue_id: ticket.queueId,
    business_date: ticket.businessDate,
    clinic_session: ticket.session,
    number: ticket.number,
    ticket_id: ticket.id,
  });
  await gone.onConflict((conflict) => conflict.doNothing()).execute();
}

/** Who follows the area that it left hears of it too. */
function leaves(act: Act, before: Ticket, after: Ticket) {
  if (before.areaId === after.areaId) return [];
  const event = actEvent(act, after, 'ticket.transferred', {
    from: before.queueId,
    fromLabel: before.label,
    left: true,
  });
  return [{ ...event, areaId: before.areaId, queueId: before.queueId }];
}
