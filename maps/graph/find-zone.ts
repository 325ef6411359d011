import { areaOf, distanceToBorder, isInsideAny } from '../geometry/polygon.ts';
import type { Point } from '../venue.ts';
import type { Zone } from './zones.ts';

/** Zones by where they are. */
export interface ZoneFinder {
  /** The smallest zone that the point lies in. */
  readonly at: (ordinal: number, point: Point) => Zone | undefined;
  /** Zones whose border or floor is within so many metres, the nearest first. */
  readonly near: (ordinal: number, point: Point, metres: number) => readonly Zone[];
  readonly onFloor: (ordinal: number) => readonly Zone[];
}

export function makeZoneFinder(zones: readonly Zone[]): ZoneFinder {
  const floors = Map.groupBy(
    zones.toSorted((a, b) => sizeOf(a) - sizeOf(b)),
    ({ ordinal }) => ordinal,
  );
  const within = (ordinal: number, [x, y]: Point, by: number): readonly Zone[] =>
    (floors.get(ordinal) ?? []).filter(
      ({ box }) => x >= box.minX - by && x <= box.maxX + by && y >= box.minY - by && y <= box.maxY + by,
    );
  return {
    at: (ordinal, point) => within(ordinal, point, 0).find(({ polygons }) => isInsideAny(point, polygons)),
    near: (ordinal, point, metres) =>
      within(ordinal, point, metres)
        .map((zone) => ({ zone, far: distanceTo(zone, point) }))
        .filter(({ far }) => far <= metres)
        .toSorted((a, b) => a.far - b.far)
        .map(({ zone }) => zone),
    onFloor: (ordinal) => floors.get(ordinal) ?? [],
  };
}

/** Metres from the zone's floor; 0 on it. */
export function distanceTo({ polygons }: Zone, point: Point): number {
  if (isInsideAny(point, polygons)) return 0;
  return Math.min(...polygons.map((polygon) => distanceToBorder(point, polygon)));
}

const sizeOf = ({ polygons }: Zone): number => polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0);
