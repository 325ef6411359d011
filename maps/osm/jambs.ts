import { ringsOf } from '../geometry/polygon.ts';
import { sidesOf } from '../geometry/ring.ts';
import { distance, distanceToSegment } from '../geometry/segment.ts';
import type { Point, Unit } from '../venue.ts';

/** A door of which nobody has measured the width. Metres. */
const usualWidth = 0.9;
// Walls within this of one direction are one wall; in radians.
const sameWall = 0.2;

/**
 * The two jambs of a door that is drawn as a point, along the wall that most rooms share there: a node of a wall between two
 * corridors also touches the wall along them.
 */
export function jambsAt(
  at: Point,
  units: readonly Unit[],
  { reach, width }: { readonly reach: number; readonly width: number | null },
): readonly [Point, Point] {
  const walls = units.flatMap((unit) => wallsNear(at, unit, reach));
  const shared = walls.map((wall) => ({ ...wall, rooms: roomsAlong(wall, walls) }));
  const [wall] = shared.toSorted((a, b) => b.rooms - a.rooms || a.far - b.far || b.length - a.length);
  if (wall === undefined) return [at, at];
  const half = (width ?? usualWidth) / 2;
  const [dx, dy] = [Math.cos(wall.direction) * half, Math.sin(wall.direction) * half];
  return [
    [at[0] - dx, at[1] - dy],
    [at[0] + dx, at[1] + dy],
  ];
}

interface Wall {
  readonly unit: Unit;
  /** Radians, in half a turn: a wall has no front. */
  readonly direction: number;
  readonly far: number;
  readonly length: number;
}

function wallsNear(at: Point, unit: Unit, reach: number): readonly Wall[] {
  return unit.polygons
    .flatMap(ringsOf)
    .flatMap((ring) => [...sidesOf(ring)])
    .map(([a, b]) => ({
      unit,
      direction: (Math.atan2(b[1] - a[1], b[0] - a[0]) + Math.PI) % Math.PI,
      far: distanceToSegment(at, a, b),
      length: distance(a, b),
    }))
    .filter(({ far, length }) => far <= reach && length > 0);
}

function roomsAlong({ direction }: Wall, walls: readonly Wall[]): number {
  const along = walls.filter((other) => {
    const turn = Math.abs(other.direction - direction);
    return Math.min(turn, Math.PI - turn) < sameWall;
  });
  return new Set(along.map(({ unit }) => unit)).size;
}
