import { groupsOf } from '../graph/components.ts';
import { profiles, type Profile, type WalkGraph, type Weights } from '../graph/walk-graph.ts';
import { weigh } from '../graph/weigh.ts';
import type { Venue } from '../venue.ts';
import { quickestWay, type Ends, type Way } from './quickest-way.ts';
import type { RouteReason, RouteReply } from './route.ts';
import { routeOf } from './route-of-way.ts';
import { isStaffOnly } from './staff-only.ts';

/** Feature ids: units, occupants, amenities, anchors, kiosks, openings, nodes of a network. */
export interface RouteQuestion {
  readonly from: string;
  readonly to: string;
  readonly profile: Profile;
  readonly closed: ReadonlySet<string>;
}

const noneClosed: ReadonlySet<string> = new Set();

/** The quickest way between two features, or why there is none. */
export function routeBetween(graph: WalkGraph, { from, to, profile, closed }: RouteQuestion): RouteReply {
  const [starts, goals] = [graph.nodesOfFeature.get(from), graph.nodesOfFeature.get(to)];
  if (starts === undefined) return refusal('from-unknown');
  if (goals === undefined) return refusal('to-unknown');
  if (isSamePlace(graph, from, to) || starts.some((node) => goals.includes(node))) return refusal('same-place');
  if (isStaffOnly(graph.venue, to)) return refusal('to-restricted');
  if (isStaffOnly(graph.venue, from)) return refusal('from-restricted');
  const ends = { from: starts, to: goals };
  const weights = weightsFor(graph, profile, closed);
  const way = wayUnder(graph, weights, ends);
  if (way !== undefined) return { ok: true, route: routeOf(graph, weights, way) };
  const hasWay = (who: Profile, shut: ReadonlySet<string>): boolean =>
    wayUnder(graph, weightsFor(graph, who, shut), ends) !== undefined;
  const profilesWithAWay = profiles.filter((other) => other !== profile && hasWay(other, closed));
  if (closed.size > 0 && hasWay(profile, noneClosed)) return { ok: false, reason: 'closed', profilesWithAWay };
  if (profilesWithAWay.length > 0) return { ok: false, reason: 'profile', profilesWithAWay };
  if (profiles.some((other) => hasWay(other, noneClosed))) return refusal(closed.size > 0 ? 'closed' : 'profile');
  return refusal(wouldHaveWay(graph, ends) ? 'closed' : 'island');
}

/** Whoever is in a unit is where the unit is; two who share a hall are not where the other is. */
function isSamePlace({ venue }: WalkGraph, from: string, to: string): boolean {
  return from === to || unitOf(venue, from) === to || unitOf(venue, to) === from;
}

function unitOf({ occupants, anchors }: Venue, feature: string): string | undefined {
  const anchor = occupants.find(({ id }) => id === feature)?.anchorId ?? feature;
  return anchors.find(({ id }) => id === anchor)?.unitId;
}

const refusal = (reason: RouteReason): RouteReply => ({ ok: false, reason, profilesWithAWay: [] });

/** Whether there would be a way if every door were open to everyone. */
function wouldHaveWay(graph: WalkGraph, ends: Ends): boolean {
  const anyone: Weights = { profile: 'default', closed: noneClosed, seconds: graph.metres };
  return quickestWay(graph, anyone, ends) !== undefined;
}

/** Spares a search of everything where the two ends do not hang together at all. */
function wayUnder(graph: WalkGraph, weights: Weights, ends: Ends): Way | undefined {
  const group = groups.get(weights) ?? groupsOf(graph, weights);
  groups.set(weights, group);
  const around = new Set(ends.from.map(group));
  return ends.to.some((goal) => around.has(group(goal))) ? quickestWay(graph, weights, ends) : undefined;
}

const groups = new WeakMap<Weights, (node: number) => number>();

const weightsOfGraph = new WeakMap<WalkGraph, Map<string, Weights>>();
// Four profiles, now and before the last closures.
const kept = 12;

/** Weights are the same until a closure changes; the last few are kept. */
export function weightsFor(graph: WalkGraph, profile: Profile, closed: ReadonlySet<string>): Weights {
  const made = weightsOfGraph.get(graph) ?? new Map<string, Weights>();
  weightsOfGraph.set(graph, made);
  const key = [profile, ...[...closed].toSorted()].join('\n');
  const weights = made.get(key) ?? weigh(graph, profile, closed);
  made.delete(key);
  made.set(key, weights);
  const [oldest] = made.keys();
  if (made.size > kept && oldest !== undefined) made.delete(oldest);
  return weights;
}
