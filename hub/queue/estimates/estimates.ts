import { businessDateAfter, clinicTimeOf } from '../../business-date.ts';
import type { Clock } from '../../clock.ts';
import type { EstimateRecord, WaitTold } from '../../contract/index.ts';
import type { Logins } from '../../fleet/logins.ts';
import type { Store } from '../../store/store.ts';
import { deskStatesOf } from '../acts/desk-states.ts';
import { reasonName } from '../acts/pause-reasons.ts';
import type { Line, Lines } from '../lines.ts';
import type { SitePlan } from '../site-plan.ts';
import type { DeskNow } from './desk-now.ts';
import { imaginedTicket } from './imagined.ts';
import { judgedSince, named, newestFirst, nobodyTold } from './judged.ts';
import { KnownVisits } from './known-visits.ts';
import { servingDesks, type ServingDesks } from './serving-desks.ts';
import { forgetToldBefore } from './told.ts';
import { Waits } from './waits.ts';

/** Days of which the report tells, today among them. */
const daysReported = 7;

export interface EstimatesParts {
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly store: Store;
  readonly clock: Clock;
  readonly logins: Pick<Logins, 'seated'>;
}

/** How long patients wait, and how well that was foretold. */
export class Estimates {
  readonly #parts: EstimatesParts;
  readonly #visits: KnownVisits;
  /** What newcomers to a queue are told, as long as nothing has changed on which that depends. */
  readonly #newcomers = new WeakMap<Line, { readonly of: string; readonly told: WaitTold | null }>();

  constructor(parts: EstimatesParts) {
    this.#parts = parts;
    this.#visits = new KnownVisits(parts.plan);
  }

  /** Some queues as they are now, with whatever shares their desks. */
  async now(queueIds: readonly string[]): Promise<Waits> {
    return new Waits(await this.#look(queueIds));
  }

  /** What somebody is told who checks in now, by queue; for screens. */
  async forNewcomers(queueIds: readonly string[]): Promise<ReadonlyMap<string, WaitTold>> {
    const input = await this.#look(queueIds);
    const waits = new Waits(input);
    const at = {
      minute: Math.floor(input.now / 60_000),
      desks: input.desks.map(stateOf),
      lines: [...input.lines.values()],
    };
    const state = JSON.stringify([at.minute, at.desks, at.lines.map(({ queueId, version }) => [queueId, version])]);
    const told = new Map<string, WaitTold>();
    for (const queueId of queueIds) {
      const line = input.lines.get(queueId);
      const newcomer = line === undefined ? null : this.#newcomer(line, waits, { state, now: input.now });
      if (newcomer !== null) told.set(queueId, newcomer);
    }
    return told;
  }

  /** Of the last days, the newest first, and of today every queue; nothing of anybody. */
  async report(): Promise<readonly EstimateRecord[]> {
    const { plan, store, clock } = this.#parts;
    const { businessDate } = clinicTimeOf(plan.site, clock.now());
    const judged = await judgedSince(store.database, businessDateAfter(businessDate, 1 - daysReported));
    const isTold = new Set(judged.flatMap((one) => (one.businessDate === businessDate ? [one.queueId] : [])));
    const untold = plan
      .queues()
      .flatMap(({ queue }) => (isTold.has(queue.id) ? [] : [nobodyTold(queue.id, businessDate)]));
    return [...untold, ...judged].sort(newestFirst).map((one) => named(one, plan.queue(one.queueId)?.queue.name));
  }

  async tidy(): Promise<void> {
    await forgetToldBefore(this.#parts.store.database, this.#parts.clock.now());
  }

  #newcomer(line: Line, waits: Waits, at: { readonly state: string; readonly now: number }): WaitTold | null {
    const known = this.#newcomers.get(line);
    if (known?.of === at.state) return known.told;
    const { plan } = this.#parts;
    const place = plan.queue(line.queueId);
    const iso = new Date(at.now).toISOString();
    const slot = { slotStart: iso, slotEnd: iso, checkedInAt: iso } as const;
    const as = { lane: 'normal', kind: 'appointment', ...slot, ...clinicTimeOf(plan.site, at.now) } as const;
    const told = place === undefined ? null : waits.if(imaginedTicket(place, as));
    this.#newcomers.set(line, { of: at.state, told });
    return told;
  }

  async #look(queueIds: readonly string[]): Promise<ConstructorParameters<typeof Waits>[0]> {
    const { plan, lines, store, clock } = this.#parts;
    const now = clock.now();
    const serving = servingDesks(plan, queueIds);
    const [read, desks, past] = await Promise.all([
      serving.queueIds.length === 0 ? new Map<string, Line>() : lines.read(store.database, serving.queueIds),
      this.#desks(serving),
      this.#past(serving.queueIds, now),
    ]);
    return {
      plan,
      now,
      lines: read,
      desks,
      visitTime: (queueId, workNo) => {
        const line = read.get(queueId);
        return line && this.#visits.time(line, past.get(queueId) ?? [], { workNo, now });
      },
      usualDesks: (queueId) => desksOfLastDay(past.get(queueId) ?? []),
    };
  }

  async #past(queueIds: readonly string[], now: number) {
    const { database } = this.#parts.store;
    const read = queueIds.map(async (id) => [id, await this.#visits.past(database, id, now)] as const);
    return new Map(await Promise.all(read));
  }

  async #desks({ desks }: ServingDesks): Promise<readonly DeskNow[]> {
    const { store, logins } = this.#parts;
    if (desks.length === 0) return [];
    const seated = await logins.seated(desks.map(({ desk }) => desk.id));
    const areaIds = [...new Set(desks.map(({ area }) => area.id))];
    const states = await Promise.all(areaIds.map((areaId) => deskStatesOf(store.database, areaId)));
    return desks.map((place) => {
      const { id } = place.desk;
      const away = states.flatMap((ofArea) => ofArea.get(id) ?? [])[0];
      const standing = away === undefined ? undefined : { state: away.state, reason: reasonName(place, away.reason) };
      return { place, standing, workNo: seated.get(id)?.workNo };
    });
  }
}

function stateOf({ place, standing, workNo }: DeskNow): readonly unknown[] {
  return [place.desk.id, standing?.state, workNo];
}

function desksOfLastDay(visits: readonly { readonly at: string; readonly deskId: string }[]): ReadonlySet<string> {
  const last = visits.reduce((newest, { at }) => (at > newest ? at : newest), '').slice(0, 10);
  return new Set(visits.flatMap(({ at, deskId }) => (at.startsWith(last) ? [deskId] : [])));
}
