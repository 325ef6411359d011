import {
  mirroredItem,
  snapshotTicket,
  type ItemRefusal,
  type MirroredItem,
  type MirroredTicket,
  type RefusedItem,
} from '../../contract/index.ts';
import type { QueuePlace, SitePlan } from '../site-plan.ts';
import { noFacts, type Affirmed, type Description, type Facts, type Moment, type OutsideCall } from './facts.ts';
import { itemSentence } from './item-words.ts';
import { keptOfPatient } from './kept-patient.ts';
import { stampOf, type Stamp } from './stamp.ts';

const minute = 60_000;
const mostAhead = 10 * minute;
const mostBehind = 36 * 60 * minute;

/** An item as facts of one ticket. `areaId`: of the queue or the room that it names; null: it names neither. */
export interface ReadItem {
  readonly index: number;
  readonly ticket: string;
  readonly stamp: Stamp;
  readonly areaId: string | null;
  readonly facts: Facts;
}

export interface ReadItems {
  readonly items: readonly ReadItem[];
  readonly refused: readonly RefusedItem[];
}

export interface Reading {
  readonly plan: SitePlan;
  /** The one area of the credential; null: all. */
  readonly scope: string | null;
  /** The hub's time in milliseconds. */
  readonly now: number;
}

type Read = { readonly ok: true; readonly item: ReadItem } | { readonly ok: false; readonly refused: RefusedItem };

/** Reads items from outside one by one; the bad ones keep none of the others out. */
export function readItems(content: readonly unknown[], reading: Reading): ReadItems {
  const read = content.map((one, index) => {
    const parsed = mirroredItem.safeParse(one);
    if (!parsed.success) return badShape(one, index, parsed.error.issues[0]?.path);
    return readItem(parsed.data, index, reading);
  });
  return sorted(read);
}

/** Reads the tickets of a snapshot: each is so at the moment of the snapshot, and stands in it once. */
export function readSnapshot(
  content: readonly unknown[],
  snapshot: { readonly queueId: string; readonly said: { readonly occurredAt?: string; readonly revision?: number } },
  reading: Reading,
): ReadItems {
  const seen = new Set<string>();
  const read = content.map((one, index) => {
    const parsed = snapshotTicket.safeParse(one);
    if (!parsed.success) return badShape(one, index, parsed.error.issues[0]?.path);
    const { ticket: id } = parsed.data;
    if (seen.has(id)) return { ok: false, refused: refusedItem({ index, ticket: id }, 'item-twice') } as const;
    seen.add(id);
    const ticket = { ...parsed.data, occurredAt: undefined, revision: undefined };
    return readItem({ kind: 'ticket', queue: snapshot.queueId, ...ticket, ...snapshot.said }, index, reading);
  });
  return sorted(read);
}

function sorted(read: readonly Read[]): ReadItems {
  return {
    items: read.flatMap((one) => (one.ok ? [one.item] : [])),
    refused: read.flatMap((one) => (one.ok ? [] : [one.refused])),
  };
}

/** An item that was refused. */
export function refusedItem(
  of: { readonly index: number; readonly ticket: string | null },
  reason: ItemRefusal,
  about = '',
): RefusedItem {
  return { index: of.index, ticket: of.ticket, reason, message: itemSentence(reason, about) };
}

function badShape(content: unknown, index: number, path: readonly PropertyKey[] = []): Read {
  const named = typeof content === 'object' && content !== null && 'ticket' in content ? content.ticket : undefined;
  const ticket = typeof named === 'string' && /^[\x21-\x7e]{1,64}$/.test(named) ? named : null;
  const key = path.map(String).join('.');
  return { ok: false, refused: refusedItem({ index, ticket }, 'item-bad-shape', key === '' ? 'item' : key) };
}

function readItem(item: MirroredItem, index: number, reading: Reading): Read {
  const no = (reason: ItemRefusal, about = ''): Read => ({
    ok: false,
    refused: refusedItem({ index, ticket: item.ticket }, reason, about),
  });
  const stamp = item.kind === 'undo-call' ? (stampOf(item) ?? '') : stampOf(item);
  if (stamp === undefined) return no('item-without-time');
  const occurred = item.occurredAt === undefined ? reading.now : Date.parse(item.occurredAt);
  if (occurred > reading.now + mostAhead) return no('item-from-the-future');
  if (occurred < reading.now - mostBehind) return no('item-too-old');
  if (item.kind === 'ticket' && (item.state === 'called') !== (item.calledTo !== undefined))
    return no('item-bad-shape', 'calledTo');
  const where = placeOf(item, reading);
  if (!where.ok) return no(where.reason, where.about);
  const at = notAfter(occurred, reading.now);
  const said = { stamp, at, queue: where.queue, now: reading.now };
  const facts = { ...factsOf(item, said), since: item.kind === 'undo-call' ? null : at };
  return { ok: true, item: { index, ticket: item.ticket, stamp, areaId: where.areaId, facts } };
}

type Where =
  | { readonly ok: true; readonly areaId: string | null; readonly queue: QueuePlace | undefined }
  | { readonly ok: false; readonly reason: ItemRefusal; readonly about: string };

/** The area and the queue that an item names, by the site's ids; a queue also by the code of its clinic. */
function placeOf(item: MirroredItem, { plan, scope }: Reading): Where {
  const named = 'queue' in item ? item.queue : undefined;
  const queue = named === undefined ? undefined : (plan.queue(named) ?? plan.queueOfClinic(named));
  if (named !== undefined && queue === undefined) return { ok: false, reason: 'item-queue-unknown', about: named };
  const roomId = item.kind === 'call' ? item.room : item.kind === 'ticket' ? item.calledTo?.room : undefined;
  const area = roomId === undefined ? queue?.area : areaOfRoom(plan, roomId);
  if (roomId !== undefined) {
    if (area === undefined) return { ok: false, reason: 'item-room-unknown', about: roomId };
    if (queue !== undefined && queue.area.id !== area.id)
      return { ok: false, reason: 'item-room-elsewhere', about: roomId };
  }
  if (area !== undefined && scope !== null && area.id !== scope)
    return { ok: false, reason: 'item-not-your-area', about: area.id };
  const served = area === undefined || roomId === undefined ? [] : plan.queuesInRoom(area, roomId);
  const areaId = area?.id ?? null;
  return { ok: true, areaId, queue: queue ?? (served.length === 1 ? served[0] : undefined) };
}

function areaOfRoom(plan: SitePlan, roomId: string): QueuePlace['area'] | undefined {
  return plan.site.areas.find(({ rooms }) => rooms.some(({ id }) => id === roomId));
}

interface Said {
  readonly stamp: Stamp;
  readonly at: string;
  readonly queue: QueuePlace | undefined;
  readonly now: number;
}

function factsOf(item: MirroredItem, said: Said): Facts {
  const { stamp, at, queue } = said;
  switch (item.kind) {
    case 'ticket':
      return factsOfTicket(item, said);
    case 'call': {
      const placed = { stamp, at, roomId: item.room, queueId: queue?.queue.id ?? null, label: item.label ?? null };
      return { ...noFacts, calls: [{ id: item.call, placed, undone: false }] };
    }
    case 'undo-call':
      return { ...noFacts, calls: [{ id: item.call, placed: null, undone: true }] };
    default:
      return { ...noFacts, changes: [{ stamp, at, state: item.kind === 'returned' ? 'waiting' : item.kind }] };
  }
}

function factsOfTicket(item: MirroredTicket, said: Said): Facts {
  const { stamp, at } = said;
  const { state, calledTo } = item;
  const description = descriptionOf(item, said);
  if (state === undefined) return { ...noFacts, description };
  if (state !== 'called') return { ...noFacts, description, rest: { stamp, at, state } satisfies Moment };
  if (calledTo === undefined) return { ...noFacts, description };
  const calledAt = calledTo.at === undefined ? at : notAfter(Date.parse(calledTo.at), said.now);
  const placed = { stamp, at: calledAt, roomId: calledTo.room, queueId: description.queueId, label: item.label };
  const calls: OutsideCall[] = [{ id: calledTo.call, placed, undone: false }];
  return { ...noFacts, description, called: { stamp, call: calledTo.call } satisfies Affirmed, calls };
}

function descriptionOf(item: MirroredTicket, { stamp, queue, now }: Said): Description {
  return {
    stamp,
    queueId: queue?.queue.id ?? item.queue,
    label: item.label,
    rank: item.rank ?? null,
    waitingSince: item.waitingSince === undefined ? null : notAfter(Date.parse(item.waitingSince), now),
    lane: item.lane ?? 'normal',
    slotStart: item.slotStart === undefined ? null : inUtc(item.slotStart),
    slotEnd: item.slotEnd === undefined ? null : inUtc(item.slotEnd),
    appointmentId: item.appointment ?? null,
    practitioner: item.practitioner ?? null,
    patient: item.patient === undefined ? null : keptOfPatient(item.patient),
  };
}

function inUtc(at: string): string {
  return new Date(at).toISOString();
}

function notAfter(at: number, now: number): string {
  return new Date(Math.min(at, now)).toISOString();
}
