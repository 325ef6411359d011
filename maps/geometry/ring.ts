import type { Point, Ring } from '../venue.ts';
import { distance } from './segment.ts';

export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Square metres; above 0 where the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  let twice = 0;
  for (const [a, b] of sidesOf(ring)) twice += a[0] * b[1] - b[0] * a[1];
  return twice / 2;
}

export function counterClockwise(ring: Ring): Ring {
  return signedArea(ring) < 0 ? ring.toReversed() : ring;
}

export function clockwise(ring: Ring): Ring {
  return signedArea(ring) > 0 ? ring.toReversed() : ring;
}

/** Its sides, the last one back to the first point. */
export function* sidesOf(ring: Ring): Generator<readonly [Point, Point]> {
  let before = ring.at(-1);
  for (const point of ring) {
    if (before !== undefined) yield [before, point];
    before = point;
  }
}

/** Without the repeated last point and without points that stand on the one before. */
export function withoutRepeats(points: readonly Point[]): Ring {
  const kept = points.filter((point, n) => {
    const before = points[n - 1];
    return before === undefined || distance(before, point) > 0;
  });
  const [first, last] = [kept[0], kept.at(-1)];
  return first !== undefined && last !== undefined && kept.length > 1 && distance(first, last) === 0
    ? kept.slice(0, -1)
    : kept;
}

export function boxOf(points: Iterable<Point>): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return { minX, minY, maxX, maxY };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}
