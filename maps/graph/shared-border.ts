import { ringsOf } from '../geometry/polygon.ts';
import { boxesMeet, boxOf, sidesOf } from '../geometry/ring.ts';
import { distance, distanceToSegment } from '../geometry/segment.ts';
import type { Point, Polygon } from '../venue.ts';

/** A straight piece of border that two shapes have in common, on the first one's side. */
export interface Stretch {
  readonly from: Point;
  readonly to: Point;
  readonly metres: number;
}

// Sides that lean less than this against each other run along each other (sine of the angle).
const alongside = 0.17;

/** Where the borders of two shapes run along each other, no farther apart than the tolerance (metres). Longest first. */
export function sharedBorder(a: readonly Polygon[], b: readonly Polygon[], tolerance: number): readonly Stretch[] {
  const sidesOfB = b.flatMap((polygon) => ringsOf(polygon).flatMap((ring) => [...sidesOf(ring)]));
  const found: Stretch[] = [];
  for (const ring of a.flatMap(ringsOf)) {
    for (const side of sidesOf(ring)) {
      const reach = grown(boxOf(side), tolerance);
      for (const other of sidesOfB) {
        const stretch = boxesMeet(reach, boxOf(other)) ? stretchOf(side, other, tolerance) : undefined;
        if (stretch !== undefined) found.push(stretch);
      }
    }
  }
  return found.toSorted((x, y) => y.metres - x.metres);
}

function grown({ minX, minY, maxX, maxY }: ReturnType<typeof boxOf>, by: number): ReturnType<typeof boxOf> {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by };
}

type Side = readonly [Point, Point];

function stretchOf([a, b]: Side, [c, d]: Side, tolerance: number): Stretch | undefined {
  const [length, other] = [distance(a, b), distance(c, d)];
  if (length === 0 || other === 0) return undefined;
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  if (Math.abs(dx * (d[1] - c[1]) - dy * (d[0] - c[0])) > alongside * other) return undefined;
  const along = (p: Point): number => (p[0] - a[0]) * dx + (p[1] - a[1]) * dy;
  const [start, end] = [Math.max(0, Math.min(along(c), along(d))), Math.min(length, Math.max(along(c), along(d)))];
  if (end - start < 0.01) return undefined;
  const at = (s: number): Point => [a[0] + s * dx, a[1] + s * dy];
  const [from, to] = [at(start), at(end)];
  const middle: Point = at((start + end) / 2);
  return distanceToSegment(middle, c, d) <= tolerance ? { from, to, metres: end - start } : undefined;
}
