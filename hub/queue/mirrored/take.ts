import { clinicTimeOf } from '../../business-date.ts';
import { isoNow, type Clock } from '../../clock.ts';
import type { MirrorReply, RefusedItem } from '../../contract/index.ts';
import type { NewEvent } from '../../feed/append.ts';
import type { Store } from '../../store/store.ts';
import type { WriteTransaction } from '../../store/tables.ts';
import type { Lines } from '../lines.ts';
import type { SitePlan } from '../site-plan.ts';
import { ticketById, ticketOfAppointment } from '../storage.ts';
import type { Ticket } from '../ticket.ts';
import { modesOf } from './area-modes.ts';
import { joinFacts, newestStamp, noFacts, type Facts } from './facts.ts';
import { isOver } from './free-number.ts';
import { isOutside } from './rank.ts';
import { refusedItem, type ReadItem } from './read-items.ts';
import { settle, type Settling } from './settle.ts';
import { laterStamp, orderingOf, type Ordering, type Stamp } from './stamp.ts';
import {
  areasHeardFrom,
  giveAppointmentUp,
  holdSource,
  liveRecordsOf,
  newRecord,
  noteHeard,
  putRecord,
  putSnapshot,
  putSource,
  queuesWithAppointments,
  recordsOf,
  snapshotsOf,
  type FactRecord,
} from './storage.ts';
import { namedPlaceOf } from './ticket-of-facts.ts';

export interface MirrorParts {
  readonly plan: SitePlan;
  readonly store: Store;
  readonly lines: Lines;
  readonly clock: Clock;
}

/** What a source says at one time. */
export interface Said {
  readonly source: string;
  /** The one area of which it may speak; null: all. */
  readonly scope: string | null;
  readonly items: readonly ReadItem[];
  readonly refused: readonly RefusedItem[];
  /** The items are a whole queue as it stood at this moment. */
  readonly snapshot?: { readonly queueId: string; readonly stamp: Stamp };
}

export interface Taken {
  readonly reply: MirrorReply;
  readonly events: readonly NewEvent[];
  /** The tickets that the items were about, as they are now. */
  readonly ticketIds: ReadonlyMap<string, string>;
}

/** A ticket of the source with what is said of it now. */
interface Telling {
  readonly record: FactRecord;
  readonly items: readonly ReadItem[];
  readonly facts: Facts;
}

/** Takes in what a source says, in one transaction of its own. */
export function takeSaid(parts: MirrorParts, said: Said): Promise<MirrorReply> {
  return parts.store.change(async (transaction) => takeInto(transaction, parts, said));
}

/** Takes in what a source says; the same again, or older than what is known, changes nothing. */
export async function takeInto(transaction: WriteTransaction, parts: MirrorParts, said: Said): Promise<Taken> {
  const { source, snapshot } = said;
  const at = isoNow(parts.clock);
  const known = await holdSource(transaction, source);
  const { ordering, inOrder, refused } = inOneOrder(known.ordering, said);
  const tellings = await tellingsOf(transaction, source, inOrder);
  const settling = await holdQueues(transaction, parts, { source, tellings, snapshot });
  const taking = new Taking(parts, settling, said);
  const isUsable = snapshot !== undefined && orderingOf(snapshot.stamp) === ordering;
  if (isUsable) await taking.keepSnapshot(snapshot);
  for (const telling of tellings) await taking.take(telling, at);
  if (isUsable) await taking.takeAbsent(snapshot, at);
  const stamps = inOrder.map(({ stamp }) => stamp);
  const newest = [...stamps, snapshot?.stamp ?? null].reduce<Stamp | null>(laterStamp, known.newest);
  if (newest !== known.newest || ordering !== known.ordering)
    await putSource(transaction, source, { ordering, newest });
  const areaIds = await heardAreas(transaction, said, tellings, parts.plan);
  await noteHeard(transaction, { source, areaIds, at });
  const all = [...said.refused, ...refused, ...taking.refused].sort((one, other) => one.index - other.index);
  const reply: MirrorReply = { ok: true, taken: taking.taken, known: taking.known, refused: all };
  return { reply, events: taking.events, ticketIds: taking.ticketIds };
}

interface Held extends Settling {
  /** Areas that keep their own queue now. */
  readonly owned: ReadonlySet<string>;
  readonly snapshots: Map<string, Stamp>;
}

class Taking {
  readonly events: NewEvent[] = [];
  readonly refused: RefusedItem[] = [];
  readonly ticketIds = new Map<string, string>();
  taken = 0;
  known = 0;
  readonly #parts: MirrorParts;
  readonly #settling: Held;
  readonly #said: Said;

  constructor(parts: MirrorParts, settling: Held, said: Said) {
    this.#parts = parts;
    this.#settling = settling;
    this.#said = said;
  }

  async keepSnapshot({ queueId, stamp }: NonNullable<Said['snapshot']>): Promise<void> {
    const { snapshots, transaction, source, owned } = this.#settling;
    const area = this.#parts.plan.queue(queueId)?.area;
    if (area === undefined || owned.has(area.id)) return;
    await putSnapshot(transaction, { source, queueId, stamp });
    snapshots.set(queueId, laterStamp(snapshots.get(queueId) ?? null, stamp) ?? stamp);
  }

  async take(telling: Telling, at: string): Promise<void> {
    const ticket = await this.#ticketOf(telling.record);
    const refusal = this.#refusal(telling, ticket);
    if (refusal !== undefined) {
      for (const item of telling.items) this.refused.push(refusedItem(item, refusal.reason, refusal.about));
      return;
    }
    this.#count(telling);
    const record = { ...telling.record, facts: telling.facts };
    const adopted = ticket === undefined ? await this.#adoptable(record) : undefined;
    if (adopted === 'taken') {
      for (const item of telling.items) this.refused.push(refusedItem(item, 'item-appointment-taken'));
      return;
    }
    await this.#settle(adopted === undefined ? record : { ...record, adopted: true }, ticket ?? adopted, at);
  }

  /** Tickets of the source that are not in a newer snapshot of their queue. */
  async takeAbsent({ queueId }: NonNullable<Said['snapshot']>, at: string): Promise<void> {
    const { transaction, source, snapshots } = this.#settling;
    const snapshot = snapshots.get(queueId);
    if (snapshot === undefined) return;
    for (const record of await liveRecordsOf(transaction, source, queueId)) {
      const newest = newestStamp(record.facts);
      if (newest === null || newest >= snapshot) continue;
      await this.#settle(record, await this.#ticketOf(record), at);
    }
  }

  async #settle(record: FactRecord, ticket: Ticket | undefined, at: string): Promise<void> {
    const settled = await settle(this.#settling, record, ticket);
    this.events.push(...settled.events);
    await putRecord(this.#settling.transaction, this.#settling.source, settled.record, at);
    if (settled.record.ticketId !== null) this.ticketIds.set(record.externalId, settled.record.ticketId);
  }

  async #ticketOf({ ticketId }: FactRecord): Promise<Ticket | undefined> {
    return ticketId === null ? undefined : ticketById(this.#settling.transaction, ticketId);
  }

  /** A ticket of ours for the same appointment becomes this one; `taken`: another source has it. */
  async #adoptable({ facts }: FactRecord): Promise<Ticket | 'taken' | undefined> {
    const appointmentId = facts.description?.appointmentId ?? null;
    if (appointmentId === null) return undefined;
    const { transaction, lines } = this.#settling;
    const ticket = await ticketOfAppointment(transaction, appointmentId);
    if (ticket === undefined) return undefined;
    if (!isOutside(ticket)) return lines.has(ticket.queueId) ? ticket : 'taken';
    if (!isOver(ticket)) return 'taken';
    // Whoever takes a second number for one appointment has the first one no more.
    await giveAppointmentUp(transaction, ticket.id);
    return undefined;
  }

  #refusal(
    telling: Telling,
    ticket: Ticket | undefined,
  ): { readonly reason: RefusedItem['reason']; readonly about: string } | undefined {
    const { plan, clock } = this.#parts;
    const { queueId } = namedPlaceOf(telling.facts);
    const areaId = plan.queue(queueId ?? telling.record.queueId ?? '')?.area.id ?? telling.items[0]?.areaId ?? null;
    const { scope } = this.#said;
    if (areaId !== null && scope !== null && areaId !== scope) return { reason: 'item-not-your-area', about: areaId };
    if (areaId !== null && this.#settling.owned.has(areaId)) return { reason: 'item-area-owned', about: areaId };
    const { businessDate } = clinicTimeOf(plan.site, clock.now());
    const isOld = ticket !== undefined && ticket.businessDate < businessDate && isOver(ticket);
    const isNews = (newestStamp(telling.facts) ?? '') > (newestStamp(telling.record.facts) ?? '');
    if (isOld && isNews) return { reason: 'item-other-day', about: ticket.businessDate };
    return undefined;
  }

  #count({ record, items }: Telling): void {
    let facts = record.facts;
    for (const item of items) {
      const after = joinFacts(facts, item.facts);
      if (JSON.stringify(after) === JSON.stringify(facts)) this.known += 1;
      else this.taken += 1;
      facts = after;
    }
  }
}

/** A source that counts revisions is not believed a time, nor the other way round: the two have no order. */
function inOneOrder(
  before: Ordering | null,
  said: Said,
): { readonly ordering: Ordering | null; readonly inOrder: readonly ReadItem[]; readonly refused: RefusedItem[] } {
  const stamps = [said.snapshot?.stamp ?? '', ...said.items.map(({ stamp }) => stamp)];
  const first = stamps.find((stamp) => stamp !== '');
  const ordering = before ?? (first === undefined ? null : orderingOf(first));
  const fits = ({ stamp }: { readonly stamp: Stamp }): boolean => stamp === '' || orderingOf(stamp) === ordering;
  const wanted = ordering === 'revision' ? 'revision' : 'occurredAt';
  const inOrder = said.items.filter(fits);
  const others = said.items.filter((item) => !fits(item));
  // A snapshot without tickets says something too.
  const empty = said.items.length === 0 && said.snapshot !== undefined && !fits(said.snapshot);
  const out = empty ? [{ index: 0, ticket: null }] : others;
  return { ordering, inOrder, refused: out.map((item) => refusedItem(item, 'item-other-order', wanted)) };
}

async function tellingsOf(
  transaction: WriteTransaction,
  source: string,
  items: readonly ReadItem[],
): Promise<readonly Telling[]> {
  const byTicket = Map.groupBy(items, ({ ticket }) => ticket);
  const records = await recordsOf(transaction, source, [...byTicket.keys()]);
  return [...byTicket].map(([ticket, ofTicket]) => {
    const record = records.get(ticket) ?? newRecord(ticket);
    const facts = ofTicket.reduce((joined, item) => joinFacts(joined, item.facts), record.facts ?? noFacts);
    return { record, items: ofTicket, facts };
  });
}

/** Holds all queues that may change: with them the modes of their areas stay as they are. */
async function holdQueues(
  transaction: WriteTransaction,
  { plan, lines, clock }: MirrorParts,
  wish: {
    readonly source: string;
    readonly tellings: readonly Telling[];
    readonly snapshot: Said['snapshot'];
  },
): Promise<Held> {
  const { source, tellings, snapshot } = wish;
  const named = tellings.flatMap(({ record, facts }) => [record.queueId, namedPlaceOf(facts).queueId]);
  const ours = await queuesOfAppointments(transaction, tellings);
  const queueIds = [...named, ...ours, snapshot?.queueId].flatMap((id) =>
    id !== null && id !== undefined && plan.queue(id) !== undefined ? [id] : [],
  );
  const held = await lines.hold(transaction, queueIds);
  const modes = await modesOf(transaction, plan.site.areas);
  const owned = new Set([...modes].filter(([, { mode }]) => mode === 'owned').map(([areaId]) => areaId));
  const snapshots = await snapshotsOf(transaction, source, [...held.keys()]);
  return { transaction, site: plan.site, plan, source, lines: held, snapshots, owned, now: clock.now() };
}

/** Queues of tickets of ours that may become tickets of the source. */
function queuesOfAppointments(transaction: WriteTransaction, tellings: readonly Telling[]): Promise<readonly string[]> {
  const fresh = tellings.filter(({ record }) => record.ticketId === null);
  return queuesWithAppointments(
    transaction,
    fresh.flatMap(({ facts }) => facts.description?.appointmentId ?? []),
  );
}

/** The areas of which a source is heard; one that says nothing shows that it lives, wherever it has spoken before. */
async function heardAreas(
  transaction: WriteTransaction,
  { source, scope, items, snapshot }: Said,
  tellings: readonly Telling[],
  plan: SitePlan,
): Promise<readonly string[]> {
  const queues = [...tellings.map(({ record }) => record.queueId), snapshot?.queueId];
  const ofQueues = queues.flatMap((id) => plan.queue(id ?? '')?.area.id ?? []);
  const named = [...ofQueues, ...items.flatMap(({ areaId }) => areaId ?? []), ...(scope === null ? [] : [scope])];
  if (named.length > 0) return [...new Set(named)];
  return areasHeardFrom(transaction, source);
}
