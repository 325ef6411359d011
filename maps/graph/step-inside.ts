import { distanceToBorder, isInside, isInsideAny, ringsOf } from '../geometry/polygon.ts';
import { sidesOf } from '../geometry/ring.ts';
import { distance, nearestOnSegment } from '../geometry/segment.ts';
import type { Point, Polygon } from '../venue.ts';

// A full step off the wall, and less where there is less room. Metres.
const steps = [0.6, 0.4, 0.25, 0.12, 0.04];
const onTheWall = 0.02;

/** Where one stands on this floor at a thing: there, or a step from the nearest wall when it is in or beyond that wall. */
export function standAt(point: Point, floor: readonly Polygon[]): Point {
  const polygon = floor.find((one) => isInside(point, one));
  if (polygon !== undefined && distanceToBorder(point, polygon) > onTheWall) return point;
  return stepInside(point, floor);
}

/** A step into the floor from the place of its border that is nearest to the point, as one leaves a door. */
export function stepInside(point: Point, floor: readonly Polygon[]): Point {
  const wall = nearestWall(point, floor);
  if (wall === undefined) return point;
  const { at, normal } = wall;
  const off = (metres: number): Point => [at[0] + normal[0] * metres, at[1] + normal[1] * metres];
  const free = steps.map((metres) => ({ metres, to: off(metres) }));
  const roomy = free.find(({ metres, to }) =>
    floor.some((polygon) => isInside(to, polygon) && distanceToBorder(to, polygon) > 0.6 * metres),
  );
  return (roomy ?? free.findLast(({ to }) => isInsideAny(to, floor)))?.to ?? at;
}

function nearestWall(
  point: Point,
  floor: readonly Polygon[],
): { readonly at: Point; readonly normal: Point } | undefined {
  let best: { at: Point; normal: Point } | undefined;
  let least = Infinity;
  for (const ring of floor.flatMap(ringsOf)) {
    for (const [a, b] of sidesOf(ring)) {
      const at = nearestOnSegment(point, a, b);
      const far = distance(point, at);
      if (far >= least) continue;
      const length = distance(a, b) || 1;
      [best, least] = [{ at, normal: [(a[1] - b[1]) / length, (b[0] - a[0]) / length] }, far];
    }
  }
  return best;
}
