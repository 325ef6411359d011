import { isInsideAny } from '../geometry/polygon.ts';
import type { Amenity, Unit } from '../venue.ts';
import { categoryOfAmenity } from './categories.ts';
import type { OsmPoint } from './features.ts';
import { copiesOf, levelIdOf, wholeFloor } from './levels.ts';
import { accessibilityOf, aliasesOf, namesOf } from './words-of-tags.ts';

/** What stands or is done at a point, on each floor that is mapped. */
export function readAmenities({
  points,
  units,
  walked,
  language,
}: {
  readonly points: readonly OsmPoint[];
  readonly units: readonly Unit[];
  readonly walked: ReadonlySet<string>;
  readonly language: string;
}): readonly Amenity[] {
  return points.flatMap(({ id, tags, point }) => {
    const category = categoryOfAmenity(tags);
    if (category === undefined) return [];
    const floors = copiesOf(tags).flat().map(wholeFloor);
    const levels = [...new Set(floors.length === 0 ? [levelIdOf(0)] : floors.map(levelIdOf))].filter((level) =>
      walked.has(level),
    );
    return levels.map((levelId): Amenity => {
      const around = units.filter((unit) => unit.levelId === levelId && isInsideAny(point, unit.polygons));
      return {
        id: levels.length > 1 ? `${id}@${levelId.replace('level/', '')}` : id,
        levelId,
        category,
        name: namesOf(tags, language),
        aliases: aliasesOf(tags, language),
        accessibility: accessibilityOf(tags),
        point,
        unitIds: around.map((unit) => unit.id),
        salience: null,
      };
    });
  });
}
