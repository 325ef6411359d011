import type { Site } from '@lobby/config';
import { makeSearchIndex, searchPlaces, type SearchIndex } from '@lobby/maps/search/search-places.ts';
import type { Clock } from '../clock.ts';
import type {
  AskPhoneWay,
  AskWay,
  AskWaySlip,
  ChangeGuide,
  ChangeReply,
  FindInVenue,
  FoundInVenue,
  GuideEffect,
  GuideHome,
  GuidePlan,
  GuideView,
  PhoneWayReply,
  PlacesReply,
  PublishReply,
  PublishVenue,
  SearchPlaces,
  WayReply,
  WaySlipReply,
  Words,
} from '../contract/index.ts';
import type { EventFeed } from '../feed/event-feed.ts';
import type { Directory, HospitalPort } from '../hospital/port.ts';
import type { Guide, GuideAsker } from '../hub.ts';
import type { LivingSite } from '../living-site.ts';
import type { SitePlan } from '../queue/site-plan.ts';
import type { Store } from '../store/store.ts';
import { AddressLimit } from './address-limit.ts';
import { distanceFrom } from './distance.ts';
import { askDoctors, extraNames } from './doctors.ts';
import { cutOffBy } from './effect.ts';
import { featureOfEnd, publicPlace } from './ends.ts';
import { findIn } from './find-in-venue.ts';
import { homeOf } from './home.ts';
import { MapDesk } from './map-desk.ts';
import { linkKeyOf, MapKeeper } from './map-keeper.ts';
import { linkPayload, readLink } from './phone-link.ts';
import { nowhereElse, placesOnMap } from './places-of-site.ts';
import { planOf } from './plan.ts';
import type { Serving } from './serving.ts';
import { forgetVenuesBefore } from './storage.ts';
import { viewOf } from './view.ts';
import { slipOfWay } from './way-slip.ts';
import { noWay, wayBetween } from './ways.ts';

export interface GuideParts {
  readonly living: LivingSite;
  readonly plan: SitePlan;
  /** Of the site's settings; undefined: only venues that ship are found. */
  readonly folder: string | undefined;
  readonly store: Store;
  readonly clock: Clock;
  readonly port: HospitalPort;
  /** How many wait in an area. */
  readonly waitingIn: (areaId: string) => Promise<number>;
  readonly onTrouble: (error: unknown) => void;
}

/** A change is on its way everywhere within two seconds; whoever asks meanwhile waits for it, but not for a whole new map. Milliseconds. */
const waitForChange = 2_500;
const directoryMilliseconds = 15 * 60_000;
const archivesKeptMilliseconds = 90 * 24 * 3_600_000;
/** Plans of earlier versions: whoever has just been told a way on one still asks for it. */
const plansKept = 4;

/** The way there, for whoever asks. */
export class HubGuide implements Guide {
  readonly #parts: GuideParts;
  readonly #keeper: MapKeeper;
  readonly #desk: MapDesk;
  readonly #limit: AddressLimit;
  readonly #drawn = new Map<string, { readonly plan: GuidePlan; readonly meshes: Serving['meshes'] }>();
  #linkKey = '';
  #index: { readonly of: Serving; readonly index: SearchIndex } | undefined;
  #directory: { readonly known: Directory | undefined; readonly at: number } | undefined;

  constructor(parts: GuideParts) {
    const { living, store, clock, folder, onTrouble } = parts;
    const { site, configured } = living;
    this.#parts = parts;
    this.#keeper = new MapKeeper({ site, store, clock, onTrouble });
    this.#desk = new MapDesk({ configured, site, folder, store, clock, keeper: this.#keeper });
    this.#limit = new AddressLimit(clock);
  }

  /** Of the map that serves; null: none is published. */
  get version(): string | null {
    return this.#keeper.serving?.version ?? null;
  }

  get offeredVersion(): string | null {
    return this.#serving?.version ?? null;
  }

  get #site(): Site {
    return this.#parts.living.site;
  }

  get #serving(): Serving | undefined {
    return this.#site.guide.offered ? this.#keeper.serving : undefined;
  }

  /** Makes the map ready in the background, and follows what other hub servers change. Returns the way to stop. */
  async start(feed: EventFeed): Promise<() => Promise<void>> {
    this.#linkKey = await linkKeyOf(this.#parts.store);
    const stopPlaces = this.#keeper.onChange(() => this.#served());
    const leave = feed.follow(
      (events) => {
        if (events.some(({ type }) => type === 'guide.changed')) void this.#keeper.refresh();
      },
      () => undefined,
    );
    void this.#keeper.refresh();
    void this.#desk.publishFirst().catch(this.#parts.onTrouble);
    return async () => {
      leave();
      stopPlaces();
      await this.#keeper.close();
    };
  }

  /** Resolves when nothing is being made ready any more. */
  settled(): Promise<void> {
    return this.#keeper.settled();
  }

  async tidy(): Promise<void> {
    const { store, clock } = this.#parts;
    await forgetVenuesBefore(store.database, new Date(clock.now() - archivesKeptMilliseconds).toISOString());
    if (clock.now() - (this.#directory?.at ?? -Infinity) > directoryMilliseconds) await this.#askDoctors();
  }

  onChange(listener: () => void): () => void {
    return this.#keeper.onChange(listener);
  }

  async home(asker: GuideAsker): Promise<GuideHome> {
    await this.#upToDate();
    const serving = this.#serving;
    return serving === undefined ? { version: null, categories: [] } : homeOf(serving, standsAt(serving, asker));
  }

  async search(asker: GuideAsker, { query, language, limit }: SearchPlaces): Promise<PlacesReply> {
    await this.#upToDate();
    const serving = this.#serving;
    if (serving === undefined) return { places: [] };
    const near = distanceFrom(serving, standsAt(serving, asker));
    const found = searchPlaces(this.#indexOf(serving), query, { language, limit, near });
    return { places: found.flatMap(({ place }) => publicPlace(serving, place) ?? []) };
  }

  async way(asker: GuideAsker, { from, to, profile }: AskWay, address?: string): Promise<WayReply> {
    await this.#upToDate();
    const serving = this.#serving;
    if (serving === undefined) return noWay('no-venue');
    const found = wayBetween(serving, { from: from ?? endOf(asker), to, profile });
    if (!found.ok) return found;
    const { way } = found;
    return { ok: true, way: { ...way, phone: this.#phoneLink(way, address ?? this.#site.address) } };
  }

  async slip(asker: GuideAsker, wish: AskWaySlip, address?: string): Promise<WaySlipReply> {
    const { to, profile, language } = wish;
    const there = await this.way(asker, { to, profile }, address);
    if (!there.ok) return { ok: false, reason: there.reason };
    const from = endOf(asker);
    const back = from && (await this.way(asker, { from: to, to: from, profile }));
    const { hospital } = this.#site;
    return {
      ok: true,
      slip: slipOfWay({
        hospital: hospital.name,
        way: there.way,
        back: back?.ok === true ? back.way : undefined,
        language,
      }),
    };
  }

  async phoneWay({ payload }: AskPhoneWay, address: string): Promise<PhoneWayReply> {
    if (!this.#limit.mayAsk(address)) return { ok: false, reason: 'too-many-ways' };
    const link = readLink(payload, this.#linkKey);
    if (link === undefined) {
      this.#limit.wasForged(address);
      return { ok: false, reason: 'link-forged' };
    }
    const { from, to, profile } = link;
    return this.way({}, { from: { of: 'place', id: from }, to: { of: 'place', id: to }, profile });
  }

  async plan(version: string): Promise<GuidePlan | undefined> {
    return (await this.#drawnAt(version))?.plan;
  }

  async mesh(version: string, floor: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return (await this.#drawnAt(version))?.meshes[floor];
  }

  keepPiece(piece: { readonly upload: string; readonly number: number; readonly bytes: Uint8Array }): Promise<void> {
    return this.#desk.keepPiece(piece);
  }

  publish(by: string, wish: PublishVenue): Promise<PublishReply> {
    return this.#desk.publish(by, wish);
  }

  change(by: string, wish: ChangeGuide): Promise<ChangeReply> {
    return this.#desk.change(by, wish);
  }

  async view(): Promise<GuideView> {
    return viewOf(this.#keeper.serving, this.#keeper.kept);
  }

  async effect(feature: string): Promise<GuideEffect> {
    const serving = this.#keeper.serving;
    if (serving === undefined) return { cutOff: [] };
    const found = cutOffBy(serving, feature);
    const cutOff = found.map(async ({ areaId, name, level, profiles }) => {
      const waiting = await this.#parts.waitingIn(areaId);
      return { name, level, profiles: [...profiles], waiting };
    });
    return { cutOff: await Promise.all(cutOff) };
  }

  async find(wish: FindInVenue): Promise<FoundInVenue> {
    const serving = this.#keeper.serving;
    return { found: serving === undefined ? [] : [...findIn(serving, wish)] };
  }

  /** The steps from a terminal to an area and back, for paper; undefined: the map knows no way. */
  stepsForSlip(
    terminalId: string,
    queueId: string,
  ): { readonly there: readonly Words[]; readonly back: readonly Words[] } | undefined {
    const serving = this.#serving;
    if (serving === undefined) return undefined;
    const terminal = { of: 'terminal', id: terminalId } as const;
    const hall = { of: 'queue', id: queueId } as const;
    const there = wayBetween(serving, { from: terminal, to: hall, profile: 'default' });
    const back = wayBetween(serving, { from: hall, to: terminal, profile: 'default' });
    if (!there.ok) return undefined;
    const steps = (way: typeof there | typeof back): readonly Words[] =>
      way.ok ? [way.way.summary.words, ...way.way.steps.map(({ words }) => words)] : [];
    return { there: steps(there), back: steps(back) };
  }

  /** Something else serves: areas are where the map has them, and what was made of the old one is made anew. */
  #served(): void {
    const { living, plan } = this.#parts;
    const serving = this.#keeper.serving;
    if (serving === undefined) return;
    const { levels, moved } = this.#site.guide.offered ? placesOnMap(serving) : nowhereElse;
    living.putOnLevels(levels);
    plan.moveQueues(moved);
    this.#drawn.set(serving.version, { plan: planOf(serving), meshes: serving.meshes });
    for (const old of [...this.#drawn.keys()].slice(0, -plansKept)) this.#drawn.delete(old);
    if (this.#directory === undefined) void this.#askDoctors().catch(this.#parts.onTrouble);
  }

  /** A version that a page has just been told of may be on its way here. */
  async #drawnAt(version: string) {
    if (!this.#drawn.has(version)) await this.#upToDate();
    return this.#drawn.get(version);
  }

  async #askDoctors(): Promise<void> {
    const { port, clock } = this.#parts;
    if (this.#serving === undefined) return;
    const before = this.#directory?.known;
    this.#directory = { known: before, at: clock.now() };
    this.#directory = { known: (await askDoctors(port)) ?? before, at: clock.now() };
    this.#index = undefined;
  }

  #indexOf(serving: Serving): SearchIndex {
    if (this.#index?.of === serving) return this.#index.index;
    const names = extraNames(serving, this.#site, this.#directory?.known);
    const index = makeSearchIndex([...serving.places.values()], names, serving.venue.levels);
    this.#index = { of: serving, index };
    return index;
  }

  #phoneLink(
    {
      from,
      to,
      profile,
    }: {
      readonly from: { readonly id: string };
      readonly to: { readonly id: string };
      readonly profile: AskWay['profile'];
    },
    address: string | undefined,
  ): string | null {
    if (address === undefined) return null;
    const payload = linkPayload({ from: from.id, to: to.id, profile }, this.#linkKey);
    return payload === undefined ? null : `${address.replace(/\/+$/, '')}/w#${payload}`;
  }

  async #upToDate(): Promise<void> {
    if (!this.#keeper.busy) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), this.#keeper.serving === undefined ? 0 : waitForChange);
    await Promise.race([this.#keeper.settled(), promise]);
    clearTimeout(timer);
  }
}

/** The feature of the terminal or screen that asks; undefined: somebody at a desk or with a phone. */
function standsAt(serving: Serving, asker: GuideAsker): string | undefined {
  const end = endOf(asker);
  return end && featureOfEnd(serving, end);
}

function endOf({ terminalId, screenId }: GuideAsker): AskWay['from'] {
  if (terminalId !== undefined) return { of: 'terminal', id: terminalId };
  return screenId === undefined ? undefined : { of: 'screen', id: screenId };
}
