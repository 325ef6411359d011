import type { Place } from '@lobby/maps/places.ts';
import { secondsTo } from '@lobby/maps/route/route-tree.ts';
import { treeName, type Serving } from './serving.ts';

/** Seconds on foot; of a place that cannot be reached, or where nobody stands, by its floor. */
export function distanceFrom(serving: Serving, from: string | undefined): (place: Place) => number {
  const tree = from === undefined ? undefined : serving.trees.get(treeName(from, 'default'));
  const known = new Map<string, number>();
  return ({ id, levelId }) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const nearest = tree === undefined ? Infinity : secondsTo(serving.graph, tree, id);
    const floor = Math.abs(serving.levels.get(levelId)?.ordinal ?? 0);
    const distance = Number.isFinite(nearest) ? nearest : 1e6 + floor;
    known.set(id, distance);
    return distance;
  };
}
