import Flatbush from 'flatbush';
import { areaOf, distanceToBorder, isInsideAny } from '../geometry/polygon.ts';
import type { Box } from '../geometry/ring.ts';
import type { Point } from '../venue.ts';
import type { Zone } from './zones.ts';

/** Zones by where they are. */
export interface ZoneFinder {
  /** The smallest zone that the point lies in. */
  readonly at: (ordinal: number, point: Point) => Zone | undefined;
  /** Zones whose border or floor is within so many metres, the nearest first. */
  readonly near: (ordinal: number, point: Point, metres: number) => readonly Zone[];
  /** Zones whose boxes meet this one. */
  readonly meeting: (ordinal: number, box: Box) => readonly Zone[];
}

export function makeZoneFinder(zones: readonly Zone[]): ZoneFinder {
  const bySize = zones.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const floors = new Map([...Map.groupBy(bySize, ({ ordinal }) => ordinal)].map(([n, own]) => [n, indexOf(own)]));
  const within = (ordinal: number, [x, y]: Point, by: number): readonly Zone[] =>
    floors.get(ordinal)?.({ minX: x - by, minY: y - by, maxX: x + by, maxY: y + by }) ?? [];
  return {
    at: (ordinal, point) => within(ordinal, point, 0).find(({ polygons }) => isInsideAny(point, polygons)),
    near: (ordinal, point, metres) =>
      within(ordinal, point, metres)
        .map((zone) => ({ zone, far: distanceTo(zone, point) }))
        .filter(({ far }) => far <= metres)
        .toSorted((a, b) => a.far - b.far)
        .map(({ zone }) => zone),
    meeting: (ordinal, box) => floors.get(ordinal)?.(box) ?? [],
  };
}

/** What meets a box, in the order that was given. */
export function indexOf<T extends { readonly box: Box }>(all: readonly T[]): (box: Box) => readonly T[] {
  if (all.length === 0) return () => [];
  const index = new Flatbush(all.length);
  for (const { box } of all) index.add(box.minX, box.minY, box.maxX, box.maxY);
  index.finish();
  return ({ minX, minY, maxX, maxY }) =>
    index
      .search(minX, minY, maxX, maxY)
      .toSorted((a, b) => a - b)
      .flatMap((n) => all[n] ?? []);
}

/** Metres from the zone's floor; 0 on it. */
export function distanceTo({ polygons }: Zone, point: Point): number {
  if (isInsideAny(point, polygons)) return 0;
  return Math.min(...polygons.map((polygon) => distanceToBorder(point, polygon)));
}

const sizeOf = ({ polygons }: Zone): number => polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0);
