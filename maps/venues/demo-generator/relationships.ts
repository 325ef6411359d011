import { escalators, lifts, stairs } from './connectors.ts';
import type { Feature } from './feature.ts';
import { unitId } from './features-of-floor.ts';
import { uuidOf } from './ids.ts';

/** Which units of which floors are one lift, one stair, one escalator. */
export function relationships(): readonly Feature[] {
  const both = 'undirected';
  return [
    ...lifts.map(({ key, serves }) => relationship({ key, category: 'elevator', direction: both, stops: serves })),
    ...stairs.map(({ key, serves }) => relationship({ key, category: 'stairs', direction: both, stops: serves })),
    ...escalators.map(({ key, from, to }) =>
      relationship({ key, category: 'escalator', direction: 'directed', stops: [from, to] }),
    ),
  ];
}

function relationship(of: { key: string; category: string; direction: string; stops: readonly number[] }): Feature {
  const { key, category, direction, stops } = of;
  const units = stops.map((ordinal) => ({ id: unitId(ordinal, key), feature_type: 'unit' }));
  const ends = { origin: units.at(0), intermediary: units.slice(1, -1), destination: units.at(-1) };
  const properties = { category, direction, ...ends, hours: null };
  return { id: uuidOf('relationship', key), type: 'Feature', feature_type: 'relationship', geometry: null, properties };
}
