import type { Level, Venue } from '@lobby/maps/venue.ts';
import type { GuideLevel } from '../contract/index.ts';
import { inBoth } from '@lobby/maps/words/names.ts';

/** A floor as it is signed; what has no sign is told by its id, never by a number that nobody reads there. */
export function guideLevel(level: Level): GuideLevel {
  const sign = inBoth(level.shortName) ?? inBoth(level.name) ?? { zh: level.id, en: level.id };
  return { id: level.id, ordinal: level.ordinal, sign, name: inBoth(level.name) ?? sign };
}

export function levelsOf(venue: Venue): ReadonlyMap<string, GuideLevel> {
  return new Map(venue.levels.map((level) => [level.id, guideLevel(level)]));
}
