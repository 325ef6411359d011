import type { Site } from '@lobby/config';
import type { RouteTree } from '@lobby/maps/route/route-tree.ts';
import { profiles, type Profile, type WalkGraph, type Weights } from '@lobby/maps/graph/walk-graph.ts';
import { placesOf, type Place } from '@lobby/maps/places.ts';
import type { Kiosk, Venue } from '@lobby/maps/venue.ts';
import type { GuideLevel } from '../contract/index.ts';
import { levelsOf } from './level-words.ts';

/** A venue as it is walked now: with its moves and closures, and all that a question needs ready in memory. */
export interface Serving {
  /** Names the venue with its closures and moves; the same at every hub server of one database. */
  readonly version: string;
  readonly venue: Venue;
  readonly graph: WalkGraph;
  /** Feature ids that are closed by hand. */
  readonly closed: ReadonlySet<string>;
  readonly weights: ReadonlyMap<Profile, Weights>;
  /** All ways from a terminal or screen, by `treeName`. */
  readonly trees: ReadonlyMap<string, RouteTree>;
  readonly places: ReadonlyMap<string, Place>;
  readonly kiosks: ReadonlyMap<string, Kiosk>;
  readonly levels: ReadonlyMap<string, GuideLevel>;
  /** Occupants that are in another unit than their archive says. */
  readonly moved: ReadonlySet<string>;
  /** The site as it is now. */
  readonly site: Site;
  /** Feature id of what the site calls so. */
  readonly ofArea: ReadonlyMap<string, string>;
  readonly ofRoom: ReadonlyMap<string, string>;
  readonly ofDepartment: ReadonlyMap<string, string>;
  readonly ofDevice: ReadonlyMap<string, string>;
}

export function treeName(featureId: string, profile: Profile): string {
  return `${profile} ${featureId}`;
}

export function deviceName(kind: 'terminal' | 'screen', id: string): string {
  return `${kind} ${id}`;
}

/** Terminals and screens of the site: their ways are kept ready. */
export function devicesOf(venue: Venue): readonly Kiosk[] {
  return venue.kiosks.filter(({ device }) => device !== null);
}

export const allProfiles: readonly Profile[] = profiles;

/** The tables in which places and devices are found. */
export function tablesOf(
  venue: Venue,
): Pick<Serving, 'places' | 'kiosks' | 'levels' | 'ofArea' | 'ofRoom' | 'ofDepartment' | 'ofDevice'> {
  const places = [...placesOf(venue)].sort((one, other) => rankOf(one) - rankOf(other));
  return {
    places: new Map(places.map((place) => [place.id, place])),
    kiosks: new Map(venue.kiosks.map((kiosk) => [kiosk.id, kiosk])),
    levels: levelsOf(venue),
    ofArea: firstBy(places, ({ site }) => [site.area]),
    ofRoom: firstBy(places, ({ site }) => [site.room]),
    ofDepartment: firstBy(places, ({ site }) => site.departments),
    ofDevice: new Map(
      venue.kiosks.flatMap(({ id, device }) => (device === null ? [] : [[deviceName(device.kind, device.id), id]])),
    ),
  };
}

/** Who is where comes before the room itself: a department that moves takes its area along. */
function rankOf({ kind }: Place): number {
  return ['occupant', 'unit', 'amenity', 'node'].indexOf(kind);
}

function firstBy(
  places: readonly Place[],
  codesOf: (place: Place) => readonly (string | null)[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const place of places) {
    for (const code of codesOf(place)) if (code !== null && !found.has(code)) found.set(code, place.id);
  }
  return found;
}
