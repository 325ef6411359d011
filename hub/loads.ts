import { clinicTimeOf } from './business-date.ts';
import type { Clock } from './clock.ts';
import type { FinishLoad, LoadedQueue, LoadPiece, LoadPieceReply, LoadReply } from './contract/index.ts';
import type { EventFeed } from './feed/event-feed.ts';
import type { LoadedClinic, OwnData } from './hospital/own-data.ts';
import type { Loads } from './hub.ts';
import type { LivingSite } from './living-site.ts';
import { placesOfDirectory } from './queue/loaded-places.ts';
import type { SitePlan } from './queue/site-plan.ts';
import type { Store } from './store/store.ts';

export interface LoadsParts {
  readonly living: LivingSite;
  readonly plan: SitePlan;
  readonly store: Store;
  readonly clock: Clock;
  /** Undefined: this hospital takes no data from files. */
  readonly ownData: OwnData | undefined;
}

/** Takes the hospital's own data, and gives its clinics their places in the site. */
export class HubLoads implements Loads {
  readonly #parts: LoadsParts;

  constructor(parts: LoadsParts) {
    this.#parts = parts;
  }

  async keep(piece: LoadPiece): Promise<LoadPieceReply> {
    const { ownData } = this.#parts;
    if (ownData === undefined) return { ok: false, reason: 'loads-unsupported' };
    ownData.keep(piece);
    return { ok: true };
  }

  async finish(load: FinishLoad): Promise<LoadReply> {
    const { ownData, store, living, clock } = this.#parts;
    if (ownData === undefined) return { ok: false, reason: 'loads-unsupported' };
    const taken = await ownData.finish(load);
    if (taken === undefined) return { ok: false, reason: 'pieces-missing' };
    this.takePlaces();
    const { businessDate } = clinicTimeOf(living.site, clock.now());
    const body = { areas: living.site.areas.length, desks: living.site.desks.length };
    await store.change(async () => ({
      reply: undefined,
      events: [{ type: 'site.changed', businessDate, areaId: null, queueId: null, body }],
    }));
    const { clinics, ...report } = taken;
    return { ok: true, report: { ...report, queues: clinics.flatMap((clinic) => this.#served(clinic) ?? []) } };
  }

  /** Gives the clinics that are loaded now their areas, desks and screens. */
  takePlaces(): void {
    const { ownData, living, plan } = this.#parts;
    if (ownData === undefined) return;
    living.add(placesOfDirectory(ownData.directory(), living.configured));
    plan.readAgain();
  }

  /** Another hub server may have taken data into the same files. Returns the way to stop. */
  watch(feed: EventFeed): () => void {
    return feed.follow(
      (events) => {
        if (events.some(({ type }) => type === 'site.changed')) this.takePlaces();
      },
      () => undefined,
    );
  }

  #served({ clinic, of, today }: LoadedClinic): LoadedQueue | undefined {
    const { plan, living } = this.#parts;
    const place = plan.queueOfClinic(clinic);
    const desk = living.site.desks.find(({ queues }) => place !== undefined && queues.includes(place.queue.id));
    const screen = living.site.screens.find((one) => one.kind === 'area' && one.area === place?.area.id);
    if (place === undefined || desk === undefined || screen === undefined) return undefined;
    const { id: queueId, prefix } = place.queue;
    return { queueId, deskId: desk.id, screenId: screen.id, prefix, of, today };
  }
}
