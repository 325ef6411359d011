import { randomUUIDv7 } from 'node:crypto';
import type { NewEvent } from '../../feed/append.ts';
import type { WriteTransaction } from '../../store/tables.ts';
import type { SitePlan } from '../site-plan.ts';
import { ticketEvent } from '../ticket-event.ts';
import type { Ticket, TicketCall } from '../ticket.ts';
import type { Facts, Placed } from './facts.ts';
import type { CountedCall, Standing } from './standing.ts';
import type { FactRecord } from './storage.ts';

/** Gives each call that has been placed an id of ours, once. */
export function withCallIds(callIds: FactRecord['callIds'], facts: Facts): FactRecord['callIds'] {
  const placed = facts.calls.filter((call) => call.placed !== null && callIds[call.id] === undefined);
  return placed.reduce((known, { id }) => ({ ...known, [id]: randomUUIDv7() }), callIds);
}

/** The call that a ticket answers, as tickets keep it. The desk is that of the room, where it has one. */
export function ticketCall(
  plan: SitePlan,
  call: CountedCall | null,
  callIds: FactRecord['callIds'],
): TicketCall | null {
  const callId = call === null ? undefined : callIds[call.id];
  if (call === null || callId === undefined) return null;
  return {
    callId,
    roomId: call.roomId,
    deskId: deskOf(plan, call),
    workNo: '',
    firstCalledAt: call.firstCalledAt,
    calledAt: call.at,
    times: call.times,
  };
}

function deskOf(plan: SitePlan, { roomId }: Placed): string {
  return plan.desksInRoom(roomId)[0]?.desk.id ?? '';
}

/** What became of the calls of a ticket: new rows, new counts, and calls that are withdrawn from every screen. */
export async function settleCalls(
  transaction: WriteTransaction,
  settled: {
    readonly plan: SitePlan;
    readonly ticket: Ticket;
    readonly facts: Facts;
    readonly standing: Standing;
    readonly callIds: FactRecord['callIds'];
    /** Place of the next call among those of its queue. */
    readonly place: number;
    readonly at: string;
  },
): Promise<readonly NewEvent[]> {
  const { ticket, facts, standing, callIds, at } = settled;
  const ids = Object.values(callIds);
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom('call')
    .select(['id', 'times', 'undone_at'])
    .where('id', 'in', ids)
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const times = new Map(standing.calls.map((call) => [call.id, call.times]));
  const events: NewEvent[] = [];
  let place = settled.place;
  for (const { id, placed, undone } of facts.calls) {
    const callId = callIds[id];
    if (placed === null || callId === undefined) continue;
    const row = known.get(callId);
    const count = times.get(id) ?? 1;
    if (row === undefined) {
      await insertCall(transaction, { ...settled, callId, placed, times: count, place, undone });
      place += 1;
    } else if (undone && row.undone_at === null) {
      await transaction.updateTable('call').set({ undone_at: at }).where('id', '=', callId).execute();
      events.push(ticketEvent(ticket, 'call.undone', { callId, roomId: placed.roomId, deskId: null }));
    } else if (!undone && row.times !== count) {
      await transaction.updateTable('call').set({ times: count }).where('id', '=', callId).execute();
    }
  }
  return events;
}

async function insertCall(
  transaction: WriteTransaction,
  made: {
    readonly plan: SitePlan;
    readonly ticket: Ticket;
    readonly callId: string;
    readonly placed: Placed;
    readonly times: number;
    readonly place: number;
    readonly undone: boolean;
    readonly at: string;
  },
): Promise<void> {
  const { plan, ticket, placed } = made;
  await transaction
    .insertInto('call')
    .values({
      id: made.callId,
      ticket_id: ticket.id,
      queue_id: ticket.queueId,
      area_id: ticket.areaId,
      business_date: ticket.businessDate,
      lane: ticket.lane,
      room_id: placed.roomId,
      desk_id: deskOf(plan, placed),
      work_no: '',
      called_at: placed.at,
      times: made.times,
      place: made.place,
      // The order of the other system chose it: it takes no turn of ours.
      automatic: 0,
      counts: 0,
      stage: 'room',
      checked_in_at: ticket.checkedInAt,
      undone_at: made.undone ? made.at : null,
      before: null,
      finished: null,
    })
    .execute();
}
