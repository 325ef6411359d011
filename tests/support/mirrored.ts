import type { Site } from '@lobby/config';
import type { MirrorReply } from '@lobby/hub/contract';
import type { HospitalPort } from '@lobby/hub/hospital/port.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import type { MirrorSpeaker } from '@lobby/hub/hub.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import type { Database } from '@lobby/hub/store/tables.ts';
import { demoSite } from './demo-hub.ts';

/** The area of the demo site that tests mirror, and its places. */
export const eyes = { areaId: 'senses-4f', queueId: 'ophthalmology', room: 'sens-411', otherRoom: 'sens-412' } as const;
export const workstation: MirrorSpeaker = { source: 'eye-clinic', scope: eyes.areaId };

/** The demo site with its eye clinic kept by another system from the start. */
export function mirroredSite(): Site {
  return withMode(demoSite(), 'mirrored');
}

export function withMode(site: Site, mode: 'owned' | 'mirrored'): Site {
  return { ...site, areas: site.areas.map((area) => (area.id === eyes.areaId ? { ...area, mode } : area)) };
}

/** The sandbox as a hospital that tells nobody of its queues. */
export function withoutQueues(sandbox: Sandbox): HospitalPort {
  const unsupported = {
    'queue.list': 'unsupported',
    'queue.ticket': 'unsupported',
    'queue.follow': 'unsupported',
  } as const;
  return { ...sandbox, capabilities: () => ({ ...sandbox.capabilities(), ...unsupported }) };
}

/** A minute of the demo's Monday morning, as a source says it: 10 is ten past nine in Shaocheng. */
export function at(minute: number): { readonly occurredAt: string } {
  return { occurredAt: new Date(Date.parse('2026-11-23T01:00:00.000Z') + minute * 60_000).toISOString() };
}

export type Item = Readonly<Record<string, unknown>>;

/** A ticket that waits. */
export function waits(ticket: string, minute: number, more: Item = {}): Item {
  const label = `Y${ticket.padStart(3, '0')}`;
  return { kind: 'ticket', ticket, queue: eyes.queueId, label, state: 'waiting', ...at(minute), ...more };
}

export function calls(ticket: string, call: string, minute: number, room: string = eyes.room): Item {
  return { kind: 'call', ticket, call, room, ...at(minute) };
}

export function becomes(ticket: string, kind: string, minute: number): Item {
  return { kind, ticket, ...at(minute) };
}

/** Says something; a refusal is a failed test. */
export async function tell(hub: OpenHub, ...items: readonly Item[]): Promise<MirrorReply> {
  const reply = await hub.mirror.takeItems(workstation, items);
  const [refused] = reply.refused;
  if (refused !== undefined) throw new Error(`item ${refused.index}: ${refused.reason}, ${refused.message.en}`);
  return reply;
}

/** What the tables hold of the tickets of a source, without ids that are made by chance. */
export async function mirroredTables(tables: Database, source = workstation.source): Promise<unknown[]> {
  const tickets = await tables
    .selectFrom('ticket')
    .selectAll()
    .where('outside_source', '=', source)
    .orderBy('outside_id')
    .execute();
  const calls = await tables.selectFrom('call').selectAll().orderBy('called_at').orderBy('room_id').execute();
  return tickets.map((ticket) => ({
    ticket: ticket.outside_id,
    label: ticket.label,
    who: ticket.masked_name,
    surname: ticket.surname,
    queue: ticket.queue_id,
    state: ticket.state,
    rank: ticket.outside_rank,
    since: ticket.checked_in_at,
    misses: ticket.misses,
    room: ticket.room_id,
    calledAt: ticket.called_at,
    times: ticket.times,
    endedAt: ticket.ended_at,
    calls: calls
      .filter((call) => call.ticket_id === ticket.id)
      .map((call) => [call.called_at, call.room_id, call.undone_at === null ? call.times : 'undone']),
  }));
}
