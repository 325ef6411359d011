import { ticketState } from '@lobby/hub/queue/ticket-event.ts';
import { ticketOfRow } from '@lobby/hub/queue/ticket.ts';
import type { Database, TicketRow } from '@lobby/hub/store/tables.ts';
import { expect } from 'vitest';
import type { DeskView } from '@lobby/hub/contract';

type State = ReturnType<typeof ticketState>;

/** What must hold of the tables after anything that happens in a queue, under every policy. */
export async function expectSound(tables: Database, nurse: DeskView, since: string): Promise<void> {
  const rows = await tables.selectFrom('ticket').selectAll().where('business_date', '>=', since).execute();
  expectInOrderOnce(rows, nurse);
  expectNumbersDiffer(rows);
  await expectCalledToOnePlace(tables, rows);
}

/** Every waiting ticket stands in the order exactly once, and no other does. */
function expectInOrderOnce(rows: readonly TicketRow[], nurse: DeskView): void {
  const waiting = rows.filter(({ state, area_id }) => state === 'waiting' && area_id === 'emergency-1f');
  expect(nurse.waiting.map(({ ticketId }) => ticketId).sort()).toEqual(waiting.map(({ id }) => id).sort());
}

function expectNumbersDiffer(rows: readonly TicketRow[]): void {
  const labels = rows.map((row) => `${row.business_date} ${row.clinic_session} ${row.label}`);
  expect(new Set(labels).size).toBe(labels.length);
}

/** A called ticket has one call that stands, of the place where the ticket says it is; no other ticket has any. */
async function expectCalledToOnePlace(tables: Database, rows: readonly TicketRow[]): Promise<void> {
  const ids = rows.flatMap(({ state, call_id }) => (state === 'called' && call_id !== null ? [call_id] : []));
  expect(ids).toHaveLength(rows.filter(({ state }) => state === 'called').length);
  expect(new Set(ids).size).toBe(ids.length);
  const calls = ids.length === 0 ? [] : await tables.selectFrom('call').selectAll().where('id', 'in', ids).execute();
  const byTicket = new Map(rows.map((row) => [row.id, row]));
  for (const call of calls) {
    const ticket = byTicket.get(call.ticket_id);
    expect([call.undone_at, call.desk_id, call.room_id]).toEqual([null, ticket?.desk_id, ticket?.room_id]);
  }
}

/** Whoever reads the feed from its first event knows every ticket and every call as the tables have them. */
export async function expectFeedTellsAll(tables: Database): Promise<void> {
  const events = await tables.selectFrom('event').selectAll().orderBy('sequence').execute();
  const tickets = new Map<string, State>();
  const calls = new Set<string>();
  for (const { type, body } of events) {
    const said = JSON.parse(body) as { readonly ticket?: State; readonly callId?: string };
    if (said.ticket !== undefined) tickets.set(said.ticket.ticketId, said.ticket);
    if (said.callId === undefined) continue;
    if (type === 'ticket.called' || type === 'ticket.recalled') calls.add(said.callId);
    if (type === 'call.undone') calls.delete(said.callId);
  }
  const rows = await tables.selectFrom('ticket').selectAll().execute();
  expect(tickets).toEqual(new Map(rows.map((row) => [row.id, ticketState(ticketOfRow(row))])));
  const stand = await tables.selectFrom('call').select('id').where('undone_at', 'is', null).execute();
  expect(calls).toEqual(new Set(stand.map(({ id }) => id)));
}
