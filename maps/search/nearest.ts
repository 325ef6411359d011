import { distance } from '../geometry/segment.ts';
import type { WalkGraph, Waypoint } from '../graph/walk-graph.ts';
import type { Place } from '../places.ts';
import type { RouteTree } from '../route/route-tree.ts';
import type { Venue } from '../venue.ts';

/** A place with the time to it on foot. */
export interface Nearest {
  readonly place: Place;
  readonly seconds: number;
}

/** The nearest of the places of a category and its kinds (`restroom` takes `restroom.male` too), as the tree walks. Null: none is reached. */
export function nearestOf(
  graph: WalkGraph,
  tree: RouteTree,
  places: readonly Place[],
  category: string,
): Nearest | null {
  let best: Nearest | null = null;
  for (const place of places) {
    if (place.category !== category && !place.category.startsWith(`${category}.`)) continue;
    const seconds = secondsTo(graph, tree, place.id);
    if (seconds < (best?.seconds ?? Infinity)) best = { place, seconds };
  }
  return best;
}

/** Seconds to a feature in a tree; Infinity: no way leads there. */
export function secondsTo(graph: WalkGraph, tree: RouteTree, feature: string): number {
  const nodes = graph.nodesOfFeature.get(feature) ?? [];
  return Math.min(Infinity, ...nodes.map((node) => tree.seconds[node] ?? Infinity));
}

/** What a floor up or down is worth on the flat, where only the order of places matters. Metres. */
const floorAway = 100;

/** How far places are from a point, for the order of equals in a search; without a graph, so that it costs nothing. */
export function nearerTo(venue: Venue, { level, point }: Waypoint): (place: Place) => number {
  const ordinals = new Map(venue.levels.map(({ id, ordinal }) => [id, ordinal]));
  const here = ordinals.get(level) ?? 0;
  return (place) => floorAway * Math.abs((ordinals.get(place.levelId) ?? here) - here) + distance(place.point, point);
}
