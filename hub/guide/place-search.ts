import type { Site } from '@lobby/config';
import { makeSearchIndex, searchPlaces, type SearchIndex } from '@lobby/maps/search/search-places.ts';
import type { Clock } from '../clock.ts';
import type { GuidePlace, SearchPlaces } from '../contract/index.ts';
import type { Directory, HospitalPort } from '../hospital/port.ts';
import { distanceFrom } from './distance.ts';
import { askDoctors, extraNames } from './doctors.ts';
import { publicPlace } from './ends.ts';
import type { Serving } from './serving.ts';

/** Doctors change rooms from session to session. */
const directoryMilliseconds = 15 * 60_000;

/** Places by what people type: names of the map, of the settings, and of the doctors who are there today. */
export class PlaceSearch {
  readonly #parts: { readonly site: Site; readonly port: HospitalPort; readonly clock: Clock };
  #index: { readonly of: Serving; readonly index: SearchIndex } | undefined;
  #directory: { readonly known: Directory | undefined; readonly at: number } | undefined;

  constructor(parts: { readonly site: Site; readonly port: HospitalPort; readonly clock: Clock }) {
    this.#parts = parts;
  }

  /** `from`: the feature at which somebody stands; among equals the nearest comes first. */
  find(serving: Serving, { query, language, limit }: SearchPlaces, from: string | undefined): readonly GuidePlace[] {
    const near = distanceFrom(serving, from);
    const found = searchPlaces(this.#indexOf(serving), query, { language, limit, near });
    return found.flatMap(({ place }) => publicPlace(serving, place) ?? []);
  }

  /** Areas or rooms of the site came or went. */
  forgetNames(): void {
    this.#index = undefined;
  }

  /** Asks the hospital where its doctors are, where what it said is old by now. */
  async refreshDoctors(): Promise<void> {
    const { port, clock } = this.#parts;
    const now = clock.now();
    if (this.#directory !== undefined && now - this.#directory.at < directoryMilliseconds) return;
    const before = this.#directory?.known;
    this.#directory = { known: before, at: now };
    this.#directory = { known: (await askDoctors(port)) ?? before, at: now };
    this.forgetNames();
  }

  #indexOf(serving: Serving): SearchIndex {
    if (this.#index?.of === serving) return this.#index.index;
    const names = extraNames(serving, this.#parts.site, this.#directory?.known);
    const index = makeSearchIndex([...serving.places.values()], names, serving.venue.levels);
    this.#index = { of: serving, index };
    return index;
  }
}
