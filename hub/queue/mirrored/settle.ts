import type { Site } from '@lobby/config';
import type { NewEvent } from '../../feed/append.ts';
import type { WriteTransaction } from '../../store/tables.ts';
import type { Line } from '../lines.ts';
import type { QueuePlace, SitePlan } from '../site-plan.ts';
import { insertTicket, TicketMoved } from '../storage.ts';
import { ticketEvent } from '../ticket-event.ts';
import { rowOfTicket, type Ticket } from '../ticket.ts';
import { settleCalls, ticketCall, withCallIds } from './calls.ts';
import { freeLabel, freeNumber } from './free-number.ts';
import type { Stamp } from './stamp.ts';
import { standingOf, type Standing } from './standing.ts';
import type { FactRecord } from './storage.ts';
import { namedPlaceOf, newOutsideTicket, ticketAsSaid } from './ticket-of-facts.ts';

/** What is needed to bring a ticket to what a source has said of it. Its queues are held. */
export interface Settling {
  readonly transaction: WriteTransaction;
  readonly site: Site;
  readonly plan: SitePlan;
  readonly source: string;
  readonly lines: ReadonlyMap<string, Line>;
  /** The newest snapshots of this source, by queue. */
  readonly snapshots: ReadonlyMap<string, Stamp>;
  readonly now: number;
}

export interface Settled {
  readonly record: FactRecord;
  readonly events: readonly NewEvent[];
}

/** Brings the tables to what a record says. `ticket`: the one that the record is about, where there is one already. */
export async function settle(settling: Settling, record: FactRecord, ticket: Ticket | undefined): Promise<Settled> {
  const { queueId, label } = namedPlaceOf(record.facts);
  const place = queueId === undefined ? undefined : settling.plan.queue(queueId);
  const name = label ?? ticket?.label;
  // A change or an undo that came first: kept until its ticket comes.
  if (place === undefined || name === undefined) return { record, events: [] };
  const at = new Date(settling.now).toISOString();
  const known = ticket === undefined ? undefined : await moved(settling, record, { ticket, place, label: name });
  const base = known ?? (await begin(settling, record, { place, label: name }));
  const callIds = withCallIds(record.callIds, record.facts);
  const standing = standingOf(record.facts, settling.snapshots.get(place.queue.id) ?? null);
  const { source } = settling;
  const call = ticketCall(settling.plan, standing.call, callIds);
  const said = { source, externalId: record.externalId, facts: record.facts, standing, call };
  const after = isOurs(ticket, callIds, standing) ? withOurs(ticketAsSaid(base, said), base) : ticketAsSaid(base, said);
  const stored = await store(settling.transaction, { before: ticket, after });
  const calls = await settleCalls(settling.transaction, {
    ...settling,
    ticket: stored,
    facts: record.facts,
    standing,
    callIds,
    place: (settling.lines.get(place.queue.id)?.calls.at(-1)?.place ?? 0) + 1,
    at,
  });
  const isNewCall = stored.call !== null && !Object.values(record.callIds).includes(stored.call.callId);
  const events = [...calls, ...eventsOf(ticket, stored, isNewCall)];
  return { record: { ...record, callIds, ticketId: stored.id, queueId: place.queue.id }, events };
}

/**
 * Whether one of our own desks has called the ticket, of which the other system knows nothing: as long as it only says
 * that the patient waits, what we did stands.
 */
function isOurs(ticket: Ticket | undefined, callIds: FactRecord['callIds'], standing: Standing): boolean {
  const call = ticket?.call ?? null;
  return call !== null && standing.state === 'waiting' && !Object.values(callIds).includes(call.callId);
}

function withOurs(said: Ticket, { state, stage, call, misses, endedAt }: Ticket): Ticket {
  return { ...said, state, stage, call, misses, endedAt };
}

interface Named {
  readonly place: QueuePlace;
  readonly label: string;
}

async function begin(settling: Settling, record: FactRecord, { place, label }: Named): Promise<Ticket> {
  const { transaction, site, source, now } = settling;
  const { facts, externalId } = record;
  const first = newOutsideTicket({ site, place, source, externalId, facts, number: 0, label, now });
  const wanted = { ...first, ticketId: null };
  return { ...first, number: await freeNumber(transaction, wanted), label: await freeLabel(transaction, wanted) };
}

/** The ticket in the queue and under the label that the source says now. A number that was ours stays on its paper. */
async function moved(
  { transaction }: Settling,
  { adopted }: FactRecord,
  { ticket, place, label }: Named & { readonly ticket: Ticket },
): Promise<Ticket> {
  const elsewhere = ticket.queueId !== place.queue.id;
  const relabelled = !adopted && ticket.label !== label && ticket.label.replace(/[B-Z]$/, '') !== label;
  if (!elsewhere && !relabelled) return ticket;
  const there: Ticket = { ...ticket, queueId: place.queue.id, areaId: place.area.id };
  const wanted = { ...there, label: relabelled ? label : ticket.label, ticketId: ticket.id };
  return {
    ...there,
    label: await freeLabel(transaction, wanted),
    number: elsewhere ? await freeNumber(transaction, wanted) : ticket.number,
  };
}

/** Stores what has changed, as the next version; the ticket as it is stored. */
async function store(
  transaction: WriteTransaction,
  { before, after }: { readonly before: Ticket | undefined; readonly after: Ticket },
): Promise<Ticket> {
  if (before === undefined) {
    if (await insertTicket(transaction, after)) return after;
    throw new Error(`appointment of ticket ${after.id} has a ticket already`);
  }
  const next = { ...after, version: before.version };
  if (JSON.stringify(rowOfTicket(next)) === JSON.stringify(rowOfTicket(before))) return before;
  const changed = { ...after, version: before.version + 1 };
  const { id, ...row } = rowOfTicket(changed);
  const update = transaction.updateTable('ticket').set(row).where('id', '=', id).where('version', '=', before.version);
  const result = await update.executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new TicketMoved(`ticket ${id} is not at version ${before.version}`);
  return changed;
}

function eventsOf(before: Ticket | undefined, after: Ticket, isNewCall: boolean): NewEvent[] {
  if (before?.version === after.version) return [];
  const arrived = before === undefined ? [ticketEvent(after, 'ticket.checked-in', lineBody(after))] : [];
  const { call } = after;
  if (after.state === 'called' && call !== null && isNewCall && call.callId !== before?.call?.callId) {
    const { callId, roomId, deskId, times } = call;
    const type = times === 1 ? 'ticket.called' : 'ticket.recalled';
    return [...arrived, ticketEvent(after, type, { callId, roomId, deskId, times, stage: after.stage })];
  }
  if (before?.state === after.state) return [...arrived, ticketEvent(after, 'ticket.changed', { what: 'mirrored' })];
  const type = endEvents[after.state];
  if (type !== undefined) return [...arrived, ticketEvent(after, type, {})];
  return before === undefined ? arrived : [ticketEvent(after, 'ticket.changed', { what: 'mirrored' })];
}

const endEvents: Partial<Record<Ticket['state'], NewEvent['type']>> = {
  missed: 'ticket.missed',
  finished: 'ticket.finished',
  dropped: 'ticket.dropped',
  'at-tests': 'ticket.to-tests',
};

function lineBody({ lane, number }: Ticket): NewEvent['body'] {
  return { lane, number };
}
