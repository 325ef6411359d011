import type { FindingsOfOneSource } from '../report/findings.ts';
import { useOfArea } from './categories.ts';
import type { OsmFeatures } from './features.ts';
import { floorsOf } from './levels.ts';

const readValues = ['room', 'corridor', 'area', 'wall', 'level', 'door', 'yes', 'no', 'column'];

/** Values of indoor=* that are not known here, floors that cannot be read, and landings between floors. */
export function reportUnknown({ points, lines, areas }: OsmFeatures, findings: FindingsOfOneSource): void {
  const all = [...points, ...lines, ...areas];
  const odd = all.filter(({ tags, ...feature }) => {
    const value = tags['indoor'];
    const used = feature.shape === 'area' && useOfArea(tags) !== 'none';
    return value !== undefined && !readValues.includes(value) && !used && tags['highway'] === undefined;
  });
  for (const [value, features] of Map.groupBy(odd, ({ tags }) => tags['indoor']))
    findings.add(
      'unknown-type',
      features.map(({ id }) => id),
      `indoor=${value} is not known; these were left out.`,
    );
  for (const { id, tags } of all) {
    const { level } = tags;
    if (level !== undefined && floorsOf(level).length === 0)
      findings.add('bad-property', id, `level=${level} is no floor, no list and no range of floors.`);
  }
}
