import type { Point, Polygon, Ring } from '../venue.ts';
import { boxOf, sidesOf, signedArea } from './ring.ts';
import { distanceToSegment } from './segment.ts';

/** Square metres, holes taken off. */
export function areaOf({ outer, holes }: Polygon): number {
  return Math.abs(signedArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(signedArea(hole)), 0);
}

export function ringsOf({ outer, holes }: Polygon): readonly Ring[] {
  return [outer, ...holes];
}

/** Whether the point lies within; on the border itself it may be either. */
export function isInside(point: Point, { outer, holes }: Polygon): boolean {
  return crossesOddly(point, outer) && !holes.some((hole) => crossesOddly(point, hole));
}

/** Whether a line from the point to the far east crosses the ring an odd number of times. */
function crossesOddly(point: Point, ring: Ring): boolean {
  let inside = false;
  let a = ring.at(-1);
  for (const b of ring) {
    if (a !== undefined && a[1] > point[1] !== b[1] > point[1] && point[0] < crossingAt(point[1], a, b))
      inside = !inside;
    a = b;
  }
  return inside;
}

export function isInsideAny(point: Point, polygons: readonly Polygon[]): boolean {
  return polygons.some((polygon) => isInside(point, polygon));
}

/** Metres to the nearest wall, whichever side of it the point is on. */
export function distanceToBorder(point: Point, { outer, holes }: Polygon): number {
  return holes.reduce((least, hole) => Math.min(least, distanceToRing(point, hole)), distanceToRing(point, outer));
}

function distanceToRing(point: Point, ring: Ring): number {
  let nearest = Infinity;
  let a = ring.at(-1);
  for (const b of ring) {
    if (a !== undefined) nearest = Math.min(nearest, distanceToSegment(point, a, b));
    a = b;
  }
  return nearest;
}

/** Within the polygons, or no farther from them than this many metres. */
export function isNear(point: Point, polygons: readonly Polygon[], metres: number): boolean {
  return polygons.some((polygon) => isInside(point, polygon) || distanceToBorder(point, polygon) <= metres);
}

/** Centre of the ring's area; of its points where it has no area. */
export function centreOf(ring: Ring): Point {
  const area = signedArea(ring);
  if (area === 0) return meanOf(ring);
  let [x, y] = [0, 0];
  for (const [a, b] of sidesOf(ring)) {
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}

/** A point that is surely within the largest of the polygons and well off its walls: where a name is written. */
export function pointWithin(polygons: readonly Polygon[]): Point | undefined {
  const largest = polygons.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
  if (largest === undefined) return undefined;
  const centre = centreOf(largest.outer);
  if (isInside(centre, largest)) return centre;
  return roomiestOf(largest) ?? centre;
}

/** Of the middles of what some level lines have within the polygon, the one farthest from any wall. */
function roomiestOf(polygon: Polygon): Point | undefined {
  const { minY, maxY } = boxOf(polygon.outer);
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => minY + ((maxY - minY) * (tenth - 0.03)) / 10);
  const middles = rows.flatMap((y) => middlesAt(y, polygon));
  return middles.toSorted((a, b) => distanceToBorder(b, polygon) - distanceToBorder(a, polygon))[0];
}

function middlesAt(y: number, polygon: Polygon): Point[] {
  const crossings = ringsOf(polygon)
    .flatMap((ring) => [...sidesOf(ring)].filter(([a, b]) => a[1] > y !== b[1] > y))
    .map(([a, b]) => crossingAt(y, a, b))
    .toSorted((a, b) => a - b);
  return crossings.flatMap((x, n): Point[] => {
    const next = crossings[n + 1];
    return n % 2 === 0 && next !== undefined ? [[(x + next) / 2, y]] : [];
  });
}

/** Where the side from a to b, which is not level, is at this height. */
function crossingAt(y: number, a: Point, b: Point): number {
  return a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]);
}

function meanOf(points: Ring): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}
