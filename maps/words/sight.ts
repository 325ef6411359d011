import Flatbush from 'flatbush';
import { isInside } from '../geometry/polygon.ts';
import { boxOf } from '../geometry/ring.ts';
import type { Point, Polygon, Unit, Venue } from '../venue.ts';

/** Whether one can see from one point of a floor to another, past the rooms that stand between. */
export type Sight = (from: Point, to: Point, ofUnit: string | null) => boolean;

/** Units that one sees across: everything else has walls. */
const seenAcross = new Set([
  'walkway',
  'walkway.island',
  'lobby',
  'ramp',
  'steps',
  'footbridge',
  'movingwalkway',
  'unenclosedarea',
  'opentobelow',
  'waitingroom',
  'escalator',
]);

interface Wall {
  readonly unit: string;
  readonly polygon: Polygon;
}

/** The lines of sight on a floor. `ofUnit` is the unit of the thing looked at: its own walls do not hide it. */
export function sightOn(venue: Venue, levelId: string): Sight {
  const walls = venue.units.filter((unit) => unit.levelId === levelId && hasWalls(unit)).flatMap(wallsOf);
  if (walls.length === 0) return () => true;
  const near = new Flatbush(walls.length);
  for (const { polygon } of walls) {
    const { minX, minY, maxX, maxY } = boxOf(polygon.outer);
    near.add(minX, minY, maxX, maxY);
  }
  near.finish();
  return (from, to, ofUnit) => {
    const [minX, minY] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
    const [maxX, maxY] = [Math.max(from[0], to[0]), Math.max(from[1], to[1])];
    const between = near.search(minX, minY, maxX, maxY).flatMap((index) => walls[index] ?? []);
    return !between.some(({ unit, polygon }) => unit !== ofUnit && stands(polygon, from, to));
  };
}

const hasWalls = ({ category }: Unit): boolean => !seenAcross.has(category);

function wallsOf(unit: Unit): readonly Wall[] {
  return unit.polygons.map((polygon) => ({ unit: unit.id, polygon }));
}

/** Metres between the points at which a line of sight is tried. */
const sample = 0.25;

/** Whether a polygon stands between two points; both ends may touch it, as a door lies in a wall. */
function stands(polygon: Polygon, from: Point, to: Point): boolean {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const samples = Math.floor(length / sample);
  for (let index = 1; index < samples; index++) {
    const part = (index * sample) / length;
    const point: Point = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
    if (isInside(point, polygon)) return true;
  }
  return false;
}
