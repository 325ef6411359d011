import * as polyclip from 'polyclip-ts';
import { areaOf, isInside, isInsideAny, ringsOf } from '../geometry/polygon.ts';
import { boxesMeet, boxOf, clockwise, counterClockwise, withoutRepeats } from '../geometry/ring.ts';
import type { Polygon, Unit } from '../venue.ts';

type Rings = [number, number][][];

// A plane of millimetres: corners nearer than this are one corner, and a corner this near to a side lies on it.
const samePoint = 0.001;
// What is left over between two units that do not quite fit is no floor.
const leastArea = 0.1;

/** The floor that units share when their common borders are gone, without what stands in the way. */
export function openGround(units: readonly Unit[], obstacles: readonly Polygon[]): readonly Polygon[] {
  const shapes = units.flatMap(({ polygons }) => polygons);
  if (shapes.length === 0) return [];
  const floor = clip(() => polyclip.union(...first(shapes)), shapes);
  return floor
    .flatMap((polygon) => without(polygon, obstacles))
    .filter((polygon) => areaOf(polygon) > leastArea)
    .map(({ outer, holes }) => ({ outer: counterClockwise(outer), holes: holes.map(clockwise) }));
}

function without(floor: Polygon, obstacles: readonly Polygon[]): readonly Polygon[] {
  const box = boxOf(floor.outer);
  const near = obstacles.filter(({ outer }) => boxesMeet(box, boxOf(outer)));
  if (near.length === 0) return [floor];
  return clip(() => polyclip.difference(ringsFor(floor), ...near.map(ringsFor)), [floor]);
}

/**
 * Rooms that are drawn upon open ground, as kiosks of shops are, take their floor out of it. A unit that is larger than
 * the ground under it is rather the outline of something.
 */
export function drawnUpon(room: Unit, grounds: readonly Unit[]): boolean {
  const size = sizeOf(room);
  return grounds.some((ground) => isInsideAny(room.displayPoint, ground.polygons) && sizeOf(ground) > size);
}

const sizeOf = ({ polygons }: Unit): number => polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0);

function first(shapes: readonly Polygon[]): [Rings, ...Rings[]] {
  const [head = [], ...rest] = shapes.map(ringsFor);
  return [head, ...rest];
}

function ringsFor(polygon: Polygon): Rings {
  return ringsOf(polygon).map((ring) => ring.map(([x, y]): [number, number] => [x, y]));
}

/** The library gives up on some knots of nearly touching sides; then the shapes stay as they are, one beside the other. */
function clip(work: () => Rings[], otherwise: readonly Polygon[]): readonly Polygon[] {
  polyclip.setPrecision(samePoint);
  try {
    return work().map(([outer = [], ...holes]) => ({
      outer: withoutRepeats(outer),
      holes: holes.map(withoutRepeats),
    }));
  } catch {
    return otherwise;
  }
}

/** Whether some of the unit is on this ground. */
export function standsOn(unit: Unit, ground: Polygon): boolean {
  if (isInside(unit.displayPoint, ground)) return true;
  return unit.polygons.some((polygon) =>
    [...polygon.outer, ...middles(polygon)].some((point) => isInside(point, ground) && isInside(point, polygon)),
  );
}

function middles({ outer }: Polygon): readonly [number, number][] {
  const box = boxOf(outer);
  const at = [0.1, 0.3, 0.5, 0.7, 0.9];
  return at.flatMap((u) =>
    at.map((v): [number, number] => [box.minX + (box.maxX - box.minX) * u, box.minY + (box.maxY - box.minY) * v]),
  );
}
