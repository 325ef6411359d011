import { chainsOfOverlap } from '../connectors/overlapping-units.ts';
import type { Unit } from '../venue.ts';
import { ordinalOf } from './levels.ts';
import type { Shaft } from './read-areas.ts';

/** Lifts and stairs that are drawn floor by floor are one where they stand above each other; the others stay as they are. */
export function stackedShafts(shafts: readonly Shaft[]): readonly Shaft[] {
  const single = shafts.filter(({ units }) => units.length === 1);
  const stacked = (['lift', 'stairs'] as const).flatMap((kind) => {
    const ofUnit = new Map(
      single.flatMap((shaft) => (shaft.kind === kind ? shaft.units.map((unit) => [unit, shaft] as const) : [])),
    );
    return chainsOfOverlap(floorsOf([...ofUnit.keys()]), 'any-floor').flatMap((units): readonly Shaft[] => {
      const lowest = units[0] === undefined ? undefined : ofUnit.get(units[0]);
      return lowest === undefined ? [] : [{ ...lowest, units }];
    });
  });
  return [...shafts.filter(({ units }) => units.length !== 1), ...stacked];
}

function floorsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const byFloor = Map.groupBy(units, ({ levelId }) => ordinalOf(levelId));
  const ordinals = [...byFloor.keys()];
  if (ordinals.length === 0) return [];
  const [lowest, highest] = [Math.min(...ordinals), Math.max(...ordinals)];
  return Array.from({ length: highest - lowest + 1 }, (_, n) => byFloor.get(lowest + n) ?? []);
}
