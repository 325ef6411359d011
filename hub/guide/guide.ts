import type { Site } from '@lobby/config';
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
} from '../contract/index.ts';
import type { EventFeed } from '../feed/event-feed.ts';
import type { HospitalPort } from '../hospital/port.ts';
import type { Guide, GuideAsker } from '../hub.ts';
import type { LivingSite } from '../living-site.ts';
import type { SitePlan } from '../queue/site-plan.ts';
import type { Store } from '../store/store.ts';
import { AddressLimit } from './address-limit.ts';
import { Drawings } from './drawings.ts';
import { cutOffBy } from './effect.ts';
import { featureOfEnd } from './ends.ts';
import { findIn } from './find-in-venue.ts';
import { homeOf } from './home.ts';
import { MapDesk } from './map-desk.ts';
import { linkKeyOf, MapKeeper } from './map-keeper.ts';
import { linksOfOthers, phoneLink, readLink } from './phone-link.ts';
import { PlaceSearch } from './place-search.ts';
import { nowhereElse, placesOnMap } from './places-of-site.ts';
import type { Serving } from './serving.ts';
import { stepsForSlip, type SlipWalk, type StepsForSlip } from './steps-for-slip.ts';
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
const archivesKeptMilliseconds = 90 * 24 * 3_600_000;

/** The way there, for whoever asks. */
export class HubGuide implements Guide {
  readonly #parts: GuideParts;
  readonly #keeper: MapKeeper;
  readonly #desk: MapDesk;
  readonly #search: PlaceSearch;
  readonly #limit: AddressLimit;
  readonly #drawings = new Drawings();
  #linkKey = '';

  constructor(parts: GuideParts) {
    const { living, store, clock, folder, port, onTrouble } = parts;
    const { site, configured } = living;
    this.#parts = parts;
    this.#keeper = new MapKeeper({ site, store, clock, onTrouble });
    this.#desk = new MapDesk({ configured, site, folder, store, clock, keeper: this.#keeper });
    this.#search = new PlaceSearch({ site, port, clock });
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
        // Areas that came with loaded data may be on the map.
        if (events.some(({ type }) => type === 'site.changed')) this.#served();
      },
      () => undefined,
    );
    void this.#keeper.refresh();
    void this.#desk.publishFirst().catch(this.#parts.onTrouble);
    return async () => {
      leave();
      stopPlaces();
      await this.#drawings.close();
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
    if (this.#serving !== undefined) await this.#search.refreshDoctors();
  }

  onChange(listener: () => void): () => void {
    return this.#keeper.onChange(listener);
  }

  async home(asker: GuideAsker): Promise<GuideHome> {
    await this.#upToDate();
    const serving = this.#serving;
    return serving === undefined ? { version: null, categories: [] } : homeOf(serving, standsAt(serving, asker));
  }

  async search(asker: GuideAsker, wish: SearchPlaces): Promise<PlacesReply> {
    await this.#upToDate();
    const serving = this.#serving;
    if (serving === undefined) return { places: [] };
    return { places: [...this.#search.find(serving, wish, standsAt(serving, asker))] };
  }

  async way(asker: GuideAsker, { from, to, profile }: AskWay, address?: string): Promise<WayReply> {
    await this.#upToDate();
    const serving = this.#serving;
    if (serving === undefined) return noWay('no-venue');
    const found = wayBetween(serving, { from: from ?? endOf(asker), to, profile });
    if (!found.ok) return found;
    const { way } = found;
    const linked = { from: way.from.id, to: way.to.id, profile: way.profile };
    return { ok: true, way: { ...way, phone: phoneLink(linked, this.#linkKey, address ?? this.#site.address) } };
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
    const found = await this.way({}, { from: { of: 'place', id: from }, to: { of: 'place', id: to }, profile });
    const others = linksOfOthers(link, this.#linkKey);
    if (found.ok) return { ...found, others };
    // Of a way that is none only those are offered who have one.
    return { ...found, profile, others: others.filter(({ profile: who }) => found.profilesWithAWay.includes(who)) };
  }

  async plan(version: string): Promise<GuidePlan | undefined> {
    // A version that a page has just been told of may be on its way here.
    if (!this.#drawings.has(version)) await this.#upToDate();
    return this.#drawings.plan(version);
  }

  async mesh(version: string, floor: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!this.#drawings.has(version)) await this.#upToDate();
    return this.#drawings.mesh(version, floor);
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

  /** The way from a terminal to where a queue waits and back, for paper; undefined: the map knows none. */
  stepsForSlip(walk: SlipWalk): StepsForSlip | undefined {
    const serving = this.#serving;
    return serving && stepsForSlip(serving, walk);
  }

  /** Something else serves: areas are where the map has them, and what was made of the old one is made anew. */
  #served(): void {
    const { living, plan } = this.#parts;
    const serving = this.#keeper.serving;
    if (serving === undefined) return;
    const { levels, moved } = this.#site.guide.offered ? placesOnMap(serving) : nowhereElse;
    living.putOnLevels(levels);
    plan.moveQueues(moved);
    this.#drawings.draw(serving);
    this.#search.forgetNames();
    if (this.#serving !== undefined) void this.#search.refreshDoctors().catch(this.#parts.onTrouble);
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
