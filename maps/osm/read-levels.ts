import type { Level, Names } from '../venue.ts';
import type { OsmFeatures } from './features.ts';
import { copiesOf, levelIdOf, ordinalOf, wholeFloor } from './levels.ts';
import { namesOf } from './words-of-tags.ts';

const usualStoreyHeight = 4;

/** Levels on which something is walked, signed by `level:ref` where most of their features agree on it. */
export function readLevels(
  { points, lines, areas }: OsmFeatures,
  { walked, language }: { readonly walked: ReadonlySet<string>; readonly language: string },
): readonly Level[] {
  const signs = new Map<number, string[]>();
  const names = new Map<number, Names>();
  for (const { tags } of [...points, ...lines, ...areas]) {
    const floors = [...new Set(copiesOf(tags).flat().map(wholeFloor))];
    const [floor] = floors;
    if (floor === undefined || floors.length > 1) continue;
    const sign = tags['level:ref'] ?? (tags['indoor'] === 'level' ? tags['ref'] : undefined);
    if (sign !== undefined) signs.set(floor, [...(signs.get(floor) ?? []), sign]);
    if (tags['indoor'] === 'level') names.set(floor, namesOf(tags, language));
  }
  return [...walked]
    .map(ordinalOf)
    .toSorted((one, other) => one - other)
    .map((ordinal) => {
      const shortName = { [language]: mostOf(signs.get(ordinal) ?? []) ?? String(ordinal) };
      const name = names.get(ordinal) ?? {};
      const id = levelIdOf(ordinal);
      const storeyHeight = usualStoreyHeight;
      return {
        id,
        ordinal,
        name: Object.keys(name).length > 0 ? name : shortName,
        shortName,
        outdoor: false,
        storeyHeight,
        outline: [],
      };
    });
}

function mostOf(words: readonly string[]): string | undefined {
  const counts = Map.groupBy(words, (word) => word);
  return [...counts].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
}
