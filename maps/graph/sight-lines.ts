import Flatbush from 'flatbush';
import { ringsOf } from '../geometry/polygon.ts';
import { sidesOf } from '../geometry/ring.ts';
import type { Point, Polygon } from '../venue.ts';

export type Wall = readonly [Point, Point];

/** Whether one point is seen from another: no wall is met between them, not even touched. */
export type Sight = (from: Point, to: Point) => boolean;

export function wallsOf(polygons: readonly Polygon[]): readonly Wall[] {
  return polygons.flatMap((polygon) => ringsOf(polygon).flatMap((ring) => [...sidesOf(ring)]));
}

// Below this, looking at every wall is quicker than asking an index.
const few = 24;

export function makeSight(walls: readonly Wall[]): Sight {
  const flat = Float64Array.from(walls.flatMap(([a, b]) => [...a, ...b]));
  return walls.length <= few ? lookAtAll(flat) : lookByIndex(flat);
}

function lookAtAll(walls: Float64Array): Sight {
  return ([ax, ay], [bx, by]) => {
    for (let at = 0; at < walls.length; at += 4) if (meets(walls, at, ax, ay, bx, by)) return false;
    return true;
  };
}

function lookByIndex(walls: Float64Array): Sight {
  const index = new Flatbush(walls.length / 4);
  for (let at = 0; at < walls.length; at += 4) {
    const [ax, ay, bx, by] = [walls[at] ?? 0, walls[at + 1] ?? 0, walls[at + 2] ?? 0, walls[at + 3] ?? 0];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return ([ax, ay], [bx, by]) =>
    !index.collides(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (n) =>
      meets(walls, n * 4, ax, ay, bx, by),
    );
}

/** Whether the segment from a to b meets the wall at this place of the array, touching included. */
function meets(walls: Float64Array, at: number, ax: number, ay: number, bx: number, by: number): boolean {
  const cx = walls[at] as number;
  const cy = walls[at + 1] as number;
  const dx = walls[at + 2] as number;
  const dy = walls[at + 3] as number;
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return false;
  if (c !== 0 || d !== 0) return true;
  // All on one line: they meet where their extents do.
  return (
    Math.max(ax, bx) >= Math.min(cx, dx) &&
    Math.max(cx, dx) >= Math.min(ax, bx) &&
    Math.max(ay, by) >= Math.min(cy, dy) &&
    Math.max(cy, dy) >= Math.min(ay, by)
  );
}
