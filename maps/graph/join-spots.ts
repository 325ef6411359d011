import Flatbush from 'flatbush';
import { distance } from '../geometry/segment.ts';
import type { Point } from '../venue.ts';
import { isTangent, type Corner } from './corners.ts';
import type { FeaturesBetween } from './floor-features.ts';
import type { GraphDraft } from './graph-draft.ts';
import { makeGroups, type Groups } from './groups.ts';
import { mayFollow, type Phases } from './phases.ts';
import type { Sight } from './sight-lines.ts';
import type { EdgeKind } from './walk-graph.ts';

/** A node as it stands in a zone. */
export interface Spot {
  readonly node: number;
  /** Where it is seen from: on the zone's floor, off the wall that a door is in. */
  readonly eye: Point;
  readonly phases: Phases;
  readonly corner: Corner | null;
  /** Something that stands there, and no door or corner that ways lead through. */
  readonly isThing?: boolean;
  /** A node of a network: it has its ways to others of its kind. */
  readonly onLine?: boolean;
  /** What bars every edge of this spot, as a room's door. */
  readonly bars?: readonly string[];
}

export interface Joining {
  readonly draft: GraphDraft;
  readonly spots: readonly Spot[];
  readonly sees: Sight;
  readonly features: FeaturesBetween;
  readonly kind: EdgeKind;
}

/**
 * Joins all spots that see each other and between which a shortest way may run straight. Spots that this leaves apart,
 * as corners of a narrow place may be, are joined by any line of sight.
 */
export function joinSpots(joining: Joining): Groups {
  const groups = makeGroups(joining.spots.length);
  const seen = (a: Spot, b: Spot): boolean => joining.sees(a.eye, b.eye);
  joinPairs(joining, (a, b, pair) => {
    if (!mayBend(a, b) || !seen(a, b)) return false;
    groups.join(...pair);
    return true;
  });
  if (groups.count() === 1) return groups;
  joinPairs(joining, (a, b, pair) => {
    if (groups.same(...pair) || !seen(a, b)) return false;
    groups.join(...pair);
    return true;
  });
  return groups;
}

/** Joins by a straight line what sight does not: a thing that its source has put beyond a wall of its room. */
export function joinBlindly(joining: Joining, groups: Groups): void {
  if (groups.count() === 1) return;
  joinPairs(joining, (_a, _b, pair) => {
    if (groups.same(...pair)) return false;
    groups.join(...pair);
    return true;
  });
}

function mayBend(a: Spot, b: Spot): boolean {
  return (a.corner === null || isTangent(a.corner, b.eye)) && (b.corner === null || isTangent(b.corner, a.eye));
}

// With more spots than this on one ground, seats and machines are joined to so many others of their kind around them …
const many = 600;
const around = 100;
// … and with more than this everything is: no house is like that.
const tooMany = 5000;

/** For each spot, by its place in the list, those that it may be joined to; each pair comes once. */
function partnersAmong(spots: readonly Spot[]): (n: number) => Iterable<number> {
  if (spots.length <= many) return (n) => spots.keys().drop(n + 1);
  const index = new Flatbush(spots.length);
  for (const { eye } of spots) index.add(...eye);
  index.finish();
  const isThing = (n: number): boolean => spots[n]?.isThing === true || spots.length > tooMany;
  const near = spots.map(({ eye }, n) => new Set(isThing(n) ? index.neighbors(...eye, around, Infinity, isThing) : []));
  return function* (n) {
    if (!isThing(n))
      yield* spots
        .keys()
        .drop(n + 1)
        .filter((m) => !isThing(m));
    else {
      yield* spots.keys().filter((m) => !isThing(m));
      for (const m of near[n] ?? []) if (m > n || near[m]?.has(n) === false) yield m;
    }
  };
}

type Wanted = (a: Spot, b: Spot, pair: readonly [number, number]) => boolean;

function joinPairs({ draft, spots, features, kind }: Joining, wanted: Wanted): void {
  const partners = partnersAmong(spots);
  for (const [n, a] of spots.entries()) {
    for (const m of partners(n)) {
      const b = spots[m];
      if (b === undefined || m === n || (a.onLine && b.onLine)) continue;
      const [there, back] = [mayFollow(a.phases, b.phases), mayFollow(b.phases, a.phases)];
      if ((!there && !back) || !wanted(a, b, [n, m])) continue;
      const metres = distance(draft.pointOf(a.node), draft.pointOf(b.node));
      const edge = { metres, kind, features: barred(features(a.eye, b.eye), a, b) };
      if (there) draft.addEdge({ from: a.node, to: b.node, ...edge });
      if (back) draft.addEdge({ from: b.node, to: a.node, ...edge });
    }
  }
}

function barred(
  features: readonly string[],
  { bars: first = [] }: Spot,
  { bars: second = [] }: Spot,
): readonly string[] {
  return first.length + second.length === 0 ? features : [...features, ...first, ...second];
}
