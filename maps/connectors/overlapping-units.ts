import { areaOf } from '../geometry/polygon.ts';
import { overlapOf } from '../geometry/overlap.ts';
import type { Unit } from '../venue.ts';
import { matchOneToOne, type Fit } from './match.ts';

/** Of the smaller one. Less is a neighbour that was drawn a little wide. */
const leastShare = 0.1;

/** On one floor. No building has more shafts, and each is laid over each of the next floor. */
const mostOfAFloor = 60;

/** Of one kind, by floors from the lowest up. */
export type Floors = readonly (readonly Unit[])[];

/**
 * Units of one kind that stand above each other, each list from the lowest up. Each unit joins at most one on the floor
 * above, so that two lifts never end in one.
 */
export function chainsOfOverlap(floors: Floors, reach: 'next-floor' | 'any-floor'): readonly (readonly Unit[])[] {
  const above = new Map<Unit, Unit>();
  const below = new Map<Unit, Unit>();
  // A lift may pass floors at which it has no door: what finds nothing on the next floor is tried on those above.
  const farthest = reach === 'next-floor' ? 1 : floors.length;
  for (let step = 1; step <= farthest; step += 1) {
    floors.forEach((lower, n) => {
      const open = lower.filter((unit) => !above.has(unit));
      const upper = (floors[n + step] ?? []).filter((unit) => !below.has(unit));
      for (const [low, high] of matchFloors(open, upper)) {
        above.set(low, high);
        below.set(high, low);
      }
    });
  }
  return floors.flat().flatMap((unit) => (below.has(unit) ? [] : [chainFrom(unit, above)]));
}

function matchFloors(lower: readonly Unit[], upper: readonly Unit[]): readonly (readonly [Unit, Unit])[] {
  const size = Math.max(lower.length, upper.length);
  if (size > mostOfAFloor) return [];
  const fits = lower.flatMap((low, row) =>
    upper.flatMap((high, column): Fit[] => {
      const worth = shareOf(low, high);
      return worth < leastShare ? [] : [{ row, column, worth }];
    }),
  );
  return matchOneToOne(fits, size).flatMap(({ row, column }) => {
    const [low, high] = [lower[row], upper[column]];
    return low !== undefined && high !== undefined ? [[low, high] as const] : [];
  });
}

function shareOf(low: Unit, high: Unit): number {
  const smaller = Math.min(sizeOf(low), sizeOf(high));
  return smaller > 0 ? overlapOf(low.polygons, high.polygons) / smaller : 0;
}

const sizeOf = ({ polygons }: Unit): number => polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0);

function chainFrom(lowest: Unit, above: ReadonlyMap<Unit, Unit>): readonly Unit[] {
  const chain: Unit[] = [];
  for (let unit: Unit | undefined = lowest; unit !== undefined; unit = above.get(unit)) chain.push(unit);
  return chain;
}
