import { buildGraph } from '../graph/build-graph.ts';
import type { Profile, WalkGraph } from '../graph/walk-graph.ts';
import { openVenue } from '../open-venue.ts';
import { placesOf } from '../places.ts';
import { routeBetween } from '../route/find-route.ts';
import type { Route } from '../route/route.ts';
import type { Kiosk, Venue } from '../venue.ts';
import { describeRoute } from './describe-route.ts';
import type { Directions } from './step.ts';

/* Ways of the demo hospital, for tests that read what is said of them. */

export interface DemoWay {
  readonly from: Kiosk | null;
  readonly route: Route;
  readonly directions: Directions;
}

/** The demo hospital and its graph. */
export async function openDemo(): Promise<WalkGraph> {
  const opened = await openVenue(new URL('../venues/demo', import.meta.url).pathname);
  if (!opened.ok) throw new Error(opened.message);
  return buildGraph(opened.venue);
}

/** From each terminal and screen to every so many of the places, the same ones each time. */
export function sampleOfWays(graph: WalkGraph, every: number): readonly DemoWay[] {
  const places = placesOf(graph.venue).filter(({ category }) => !isPassed(category));
  return graph.venue.kiosks.flatMap((kiosk, first) =>
    places
      .filter((_, index) => index % every === first % every)
      .flatMap(
        ({ id }) => wayBetween(graph, { from: kiosk.id, to: id, heading: kiosk.heading, profile: 'default' }) ?? [],
      ),
  );
}

/** Lifts are ridden and halls have many doors: neither is a door to be found. */
const isPassed = (category: string): boolean =>
  ['elevator', 'stairs', 'escalator', 'lobby', 'walkway'].includes(category);

/** The way between two features whose names are given, or the device's id of a terminal or screen. */
export function wayNamed(graph: WalkGraph, from: string, to: string, profile: Profile = 'default'): Directions {
  const start = featureNamed(graph.venue, from);
  const way = wayBetween(graph, {
    from: start.id,
    to: featureNamed(graph.venue, to).id,
    heading: start.heading,
    profile,
  });
  if (way === undefined) throw new Error(`no way from ${from} to ${to}`);
  return way.directions;
}

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly heading: number | null;
  readonly profile: Profile;
}

function wayBetween(graph: WalkGraph, { from, to, heading, profile }: Ends): DemoWay | undefined {
  const found = routeBetween(graph, { from, to, profile, closed: new Set() });
  if (!found.ok) return undefined;
  const directions = describeRoute({ graph, route: found.route, heading, from, to });
  return { from: graph.venue.kiosks.find(({ id }) => id === from) ?? null, route: found.route, directions };
}

function featureNamed(venue: Venue, name: string): { readonly id: string; readonly heading: number | null } {
  const kiosk = venue.kiosks.find(({ device }) => device?.id === name);
  if (kiosk !== undefined) return kiosk;
  const place = placesOf(venue).find((one) => one.name['zh'] === name);
  if (place === undefined) throw new Error(`the demo hospital has no ${name}`);
  return { id: place.id, heading: null };
}
