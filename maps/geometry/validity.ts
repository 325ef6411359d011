import * as polyclip from 'polyclip-ts';
import type { Point, Polygon, Ring } from '../venue.ts';
import { clockwise, counterClockwise, signedArea, withoutRepeats } from './ring.ts';
import { segmentsCross } from './segment.ts';

/** No building has a wall of so many corners; beyond, a ring is rubbish and not looked at. */
export const mostPointsOfARing = 2_000;
/** Square metres. Less is a slip of the pen. */
export const leastArea = 0.01;

/** More is no slip of the pen but a scribble, and parting it would take minutes. */
const mostCrossings = 20;

export const ringTroubles = ['too-few-points', 'too-many-points', 'no-area', 'crosses-itself'] as const;
export type RingTrouble = (typeof ringTroubles)[number];

/** What is wrong with a ring; null: nothing. */
export function troubleOf(ring: Ring): RingTrouble | null {
  if (ring.length < 3) return 'too-few-points';
  if (ring.length > mostPointsOfARing) return 'too-many-points';
  if (crossesItself(ring)) return 'crosses-itself';
  return Math.abs(signedArea(ring)) < leastArea ? 'no-area' : null;
}

export function crossesItself(ring: Ring): boolean {
  return crossingsOf(ring, 1) > 0;
}

/** How often a ring crosses itself; counted no further than `most`. */
function crossingsOf(ring: Ring, most: number): number {
  const sides = ring.map((a, n) => {
    const b = ring[(n + 1) % ring.length] ?? a;
    return { a, b, minX: Math.min(a[0], b[0]), maxX: Math.max(a[0], b[0]) };
  });
  sides.sort((a, b) => a.minX - b.minX);
  let crossings = 0;
  for (const [n, side] of sides.entries()) {
    for (let m = n + 1; m < sides.length && crossings < most; m += 1) {
      const other = sides[m];
      if (other === undefined || other.minX > side.maxX) break;
      if (segmentsCross(side.a, side.b, other.a, other.b)) crossings += 1;
    }
  }
  return crossings;
}

/** A polygon of rings in any direction, made right where it can be. */
export type Mended =
  | { readonly ok: true; readonly polygons: readonly Polygon[]; readonly mended: boolean }
  | { readonly ok: false; readonly trouble: RingTrouble };

/**
 * Rings as a source gives them, the outer one first: repeats dropped, turned the right way, and parted where the outer
 * one crosses itself. Holes that are nothing are dropped.
 */
export function mendPolygon(rings: readonly (readonly Point[])[]): Mended {
  const [outer = [], ...holes] = rings.map(withoutRepeats);
  const sound = holes.filter((hole) => troubleOf(hole) === null);
  const trouble = troubleOf(outer);
  if (trouble === 'crosses-itself') return partAtCrossings([outer, ...sound]);
  if (trouble !== null) return { ok: false, trouble };
  const polygon = { outer: counterClockwise(outer), holes: sound.map(clockwise) };
  return { ok: true, polygons: [polygon], mended: sound.length < holes.length };
}

function partAtCrossings(rings: readonly Ring[]): Mended {
  const [outer = []] = rings;
  if (crossingsOf(outer, mostCrossings + 1) > mostCrossings) return { ok: false, trouble: 'crosses-itself' };
  const polygons = union([rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))]).filter(
    ({ outer }) => Math.abs(signedArea(outer)) >= leastArea,
  );
  return polygons.length > 0 ? { ok: true, polygons, mended: true } : { ok: false, trouble: 'crosses-itself' };
}

/** The library throws on rings that it cannot make sense of. */
function union(polygons: [number, number][][][]): readonly Polygon[] {
  try {
    return polyclip.union(polygons).map(([outer = [], ...holes]) => ({
      outer: counterClockwise(withoutRepeats(outer)),
      holes: holes.map((hole) => clockwise(withoutRepeats(hole))),
    }));
  } catch {
    return [];
  }
}
