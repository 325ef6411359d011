import { treeFrom, type RouteTree } from '@lobby/maps/route/route-tree.ts';
import { weigh } from '@lobby/maps/graph/weigh.ts';
import type { Profile } from '@lobby/maps/graph/walk-graph.ts';
import type { GuideEffect } from '../contract/index.ts';
import { inBoth } from '@lobby/maps/words/names.ts';
import { allProfiles, devicesOf, type Serving } from './serving.ts';

/** Areas that nobody could walk to from any terminal any more if something were closed, and for whom. */
export function cutOffBy(
  serving: Serving,
  feature: string,
): readonly (Omit<GuideEffect['cutOff'][number], 'waiting'> & {
  readonly areaId: string;
})[] {
  const then = new Set([...serving.closed, feature]);
  const before = reachOf(serving, serving.closed);
  const after = reachOf(serving, then);
  return [...serving.ofArea].flatMap(([areaId, placeId]) => {
    const place = serving.places.get(placeId);
    const level = place && serving.levels.get(place.levelId);
    const name = place && inBoth(place.name);
    if (place === undefined || level === undefined || name === undefined || name === null) return [];
    const isClosed = place.id === feature || place.unitId === feature;
    const profiles = allProfiles.filter(
      (profile) => before(profile, place.id) && (isClosed || !after(profile, place.id)),
    );
    return profiles.length === 0 ? [] : [{ areaId, name, level, profiles }];
  });
}

function reachOf(serving: Serving, closed: ReadonlySet<string>): (profile: Profile, placeId: string) => boolean {
  const { graph, venue } = serving;
  const starts = devicesOf(venue).flatMap(({ id }) => graph.nodesOfFeature.get(id) ?? []);
  const trees = new Map<Profile, RouteTree>(
    allProfiles.map((profile) => [profile, treeFrom(graph, weigh(graph, profile, closed), starts)]),
  );
  return (profile, placeId) =>
    (graph.nodesOfFeature.get(placeId) ?? []).some((node) =>
      Number.isFinite(trees.get(profile)?.seconds[node] ?? Infinity),
    );
}
