import { distanceToBorder, isInside } from '../geometry/polygon.ts';
import { boxesMeet, boxOf } from '../geometry/ring.ts';
import { distance } from '../geometry/segment.ts';
import type { Point, Unit, Venue } from '../venue.ts';
import type { Ordinals } from './make-zones.ts';

// A line along a wall may lie in it, as maps are drawn. Metres.
const wallDepth = 0.35;
// How finely a line is looked at. Metres.
const pace = 1;

/** Ids of the units that a straight line on one floor runs through, so that they bar it when they are closed. */
export type UnitsAlong = (ordinal: number, from: Point, to: Point) => readonly string[];

export function unitsAlong({ units }: Venue, ordinals: Ordinals): UnitsAlong {
  const floors = Map.groupBy(
    units.map((unit) => ({ unit, box: boxOf(unit.polygons.flatMap(({ outer }) => outer)) })),
    ({ unit }) => ordinals.get(unit.levelId),
  );
  return (ordinal, from, to) => {
    const line = boxOf([from, to]);
    const near = (floors.get(ordinal) ?? []).filter(({ box }) => boxesMeet(box, line));
    if (near.length === 0) return [];
    const points = pointsAlong(from, to);
    return near.filter(({ unit }) => points.some((point) => isWithin(point, unit))).map(({ unit }) => unit.id);
  };
}

function isWithin(point: Point, { polygons }: Unit): boolean {
  return polygons.some((polygon) => isInside(point, polygon) && distanceToBorder(point, polygon) > wallDepth);
}

function pointsAlong(from: Point, to: Point): readonly Point[] {
  const parts = Math.max(2, Math.ceil(distance(from, to) / pace));
  return Array.from({ length: parts + 1 }, (_, n): Point => {
    const share = n / parts;
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  });
}
