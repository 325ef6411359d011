import { randomUUIDv7 } from 'node:crypto';
import type { NewEvent } from '../../feed/append.ts';
import { post } from '../../store/post.ts';
import { statement } from '../../store/statement.ts';
import type { CallRow, WriteTransaction } from '../../store/tables.ts';
import { withTicket } from '../lines.ts';
import { isCalledByRules, waitingSince } from '../order/index.ts';
import type { PastCall } from '../storage.ts';
import type { DeskPlace } from '../site-plan.ts';
import type { Stage, Ticket, TicketCall } from '../ticket.ts';
import { actEvent, changeTicket, lineOf, type Act } from './act.ts';

/** A call that is about to be made. */
export interface CallWish {
  readonly ticket: Ticket;
  /** Whose room. */
  readonly to: DeskPlace;
  readonly stage: Stage;
  /** Whether the order chose the ticket; else a person did. */
  readonly automatic: boolean;
  /** Tickets that the same action finished, as they are now. */
  readonly finished?: readonly Ticket[];
  readonly change?: Partial<Ticket>;
}

export interface CallMade {
  readonly ticket: Ticket;
  readonly event: NewEvent;
}

/** What an undo puts back of a ticket. */
export type BeforeCall = Pick<
  Ticket,
  'state' | 'stage' | 'lane' | 'checkedInAt' | 'returnedAt' | 'endedAt' | 'call' | 'move' | 'assignedTo'
>;

/** Calls a ticket for the first time in its turn, or from the corridor into the room. */
export async function makeCall(act: Act, wish: CallWish): Promise<CallMade> {
  const { ticket, to, stage } = wish;
  const { at } = act;
  const first = { callId: randomUUIDv7(), firstCalledAt: at, calledAt: at, times: 1 };
  const call: TicketCall = { ...first, roomId: to.room.id, deskId: to.desk.id, workNo: act.person.workNo };
  const fromCorridor = ticket.state === 'called';
  const called = await changeTicket(act, ticket, { ...wish.change, state: 'called', stage, endedAt: null, call });
  await insertCall(act, { ...wish, called, call, counts: !fromCorridor });
  return { ticket: called, event: callEvent(act, called, call) };
}

/** Says a call again: a call of its own, in the same turn. */
export async function callAgain(act: Act, ticket: Ticket, before: TicketCall): Promise<CallMade> {
  const call: TicketCall = {
    ...before,
    callId: randomUUIDv7(),
    workNo: act.person.workNo,
    calledAt: act.at,
    times: before.times + 1,
  };
  const called = await changeTicket(act, ticket, { call });
  await insertCall(act, { ticket, called, call, stage: ticket.stage, automatic: false, counts: false });
  return { ticket: called, event: callEvent(act, called, call) };
}

function callEvent(act: Act, ticket: Ticket, call: TicketCall): NewEvent {
  const { callId, roomId, deskId, times } = call;
  const type = times === 1 ? 'ticket.called' : 'ticket.recalled';
  return actEvent(act, ticket, type, { callId, roomId, deskId, times, stage: ticket.stage });
}

interface StoredWish extends Pick<CallWish, 'ticket' | 'stage' | 'automatic' | 'finished'> {
  readonly called: Ticket;
  readonly call: TicketCall;
  readonly counts: boolean;
}

async function insertCall(act: Act, wish: StoredWish): Promise<void> {
  const { ticket, called, call } = wish;
  const line = lineOf(act, called.queueId);
  const place = (line.calls.at(-1)?.place ?? 0) + 1;
  const rules = act.plan.queue(called.queueId)?.policy;
  const automatic = wish.automatic && rules !== undefined && isCalledByRules(rules, ticket);
  await writeCall(act.transaction, { ...wish, automatic, place });
  if (!wish.counts) return;
  const past: PastCall = {
    ticketId: called.id,
    at: call.calledAt,
    lane: called.lane,
    since: waitingSince(ticket),
    automatic,
    deskId: call.deskId,
    workNo: call.workNo,
    place,
  };
  act.lines.set(line.queueId, withTicket({ ...line, calls: [...line.calls, past] }, called));
}

async function writeCall(transaction: WriteTransaction, made: StoredWish & { readonly place: number }): Promise<void> {
  const { ticket, called, call } = made;
  await post(
    transaction,
    insertion(transaction, {
      id: call.callId,
      ticket_id: called.id,
      queue_id: called.queueId,
      area_id: called.areaId,
      business_date: called.businessDate,
      lane: called.lane,
      room_id: call.roomId,
      desk_id: call.deskId,
      work_no: call.workNo,
      called_at: call.calledAt,
      times: call.times,
      place: made.place,
      automatic: made.automatic ? 1 : 0,
      counts: made.counts ? 1 : 0,
      stage: made.stage,
      checked_in_at: waitingSince(ticket),
      undone_at: null,
      before: JSON.stringify(beforeCall(ticket)),
      finished: JSON.stringify((made.finished ?? []).map(({ id, version }) => ({ ticketId: id, version }))),
    }),
  );
}

const insertion = statement((database, row: CallRow) => database.insertInto('call').values(row));

function beforeCall(ticket: Ticket): BeforeCall {
  const { state, stage, lane, checkedInAt, returnedAt, endedAt, call, move, assignedTo } = ticket;
  return { state, stage, lane, checkedInAt, returnedAt, endedAt, call, move, assignedTo };
}
