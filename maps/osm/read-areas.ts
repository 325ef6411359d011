import { areaOf, pointWithin } from '../geometry/polygon.ts';
import { mendPolygon } from '../geometry/validity.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Fixture, Polygon, Unit } from '../venue.ts';
import { categoryOfRoom, categoryOfWalked, useOfArea, type AreaUse } from './categories.ts';
import type { OsmArea, Tags } from './features.ts';
import { copiesOf, levelIdOf, wholeFloor } from './levels.ts';
import { accessibilityOf, aliasesOf, namesOf, restrictionOf, siteOf } from './words-of-tags.ts';

/** Stairs or a lift that are drawn as an area on all of their floors. */
export interface Shaft {
  readonly id: string;
  readonly kind: 'stairs' | 'lift';
  readonly tags: Tags;
  /** By rising floor. */
  readonly units: readonly Unit[];
}

export interface AreasOfOsm {
  readonly units: readonly Unit[];
  readonly fixtures: readonly Fixture[];
  readonly shafts: readonly Shaft[];
}

interface Source {
  readonly areas: readonly OsmArea[];
  readonly language: string;
  readonly findings: FindingsOfOneSource;
}

/** One unit a floor: `way/1`, or `way/1@2` where the area is on several. */
export function readAreas({ areas, language, findings }: Source): AreasOfOsm {
  const units: Unit[] = [];
  const fixtures: Fixture[] = [];
  const shafts: Shaft[] = [];
  for (const area of areas) {
    const wish = useOfArea(area.tags);
    if (wish === 'none') continue;
    const polygons = polygonsOf(area, findings);
    const use = wish === 'column' && !isColumn(polygons) ? 'none' : wish;
    const copies = floorCopies(area.tags);
    if (polygons.length === 0 || use === 'none') continue;
    if (use === 'column' || use === 'thing')
      fixtures.push(...fixturesOf(area, { use, polygons, floors: copies.flat() }));
    else {
      const made = copies.map((floors) =>
        floors.map((floor) => unitOf(area, { use, polygons, floor, language, many: copies.flat().length > 1 })),
      );
      units.push(...made.flat());
      if (use === 'stairs' || use === 'elevator') shafts.push(...made.map((copy) => shaftOf(area, use, copy)));
    }
  }
  return { units, fixtures, shafts };
}

/** Whole floors, each once; the ground floor where none is said, as outdoors. */
function floorCopies(tags: Tags): readonly (readonly number[])[] {
  const copies = copiesOf(tags).map((floors) => [...new Set(floors.map(wholeFloor))]);
  return copies.length > 0 ? copies : [[0]];
}

function polygonsOf({ id, areas }: OsmArea, findings: FindingsOfOneSource): readonly Polygon[] {
  return areas.flatMap((rings) => {
    const mended = mendPolygon(rings);
    if (!mended.ok) {
      findings.add('bad-geometry', id, `An area cannot be used (${mended.trouble}); it was left out.`);
      return [];
    }
    if (mended.mended)
      findings.add('mended-geometry', id, 'An area was drawn across itself or with a hole of nothing; it was mended.');
    return mended.polygons;
  });
}

/** Square metres; a wall drawn around more is the wall of a room. */
const largestColumn = 6;
const isColumn = (polygons: readonly Polygon[]): boolean =>
  polygons.every((polygon) => areaOf(polygon) <= largestColumn);

interface UnitWish {
  readonly use: AreaUse;
  readonly polygons: readonly Polygon[];
  readonly floor: number;
  readonly language: string;
  readonly many: boolean;
}

function unitOf({ id, tags }: OsmArea, { use, polygons, floor, language, many }: UnitWish): Unit {
  return {
    id: many ? `${id}@${floor}` : id,
    levelId: levelIdOf(floor),
    category: use === 'room' ? categoryOfRoom(tags) : use === 'walked' ? categoryOfWalked(tags) : use,
    restriction: restrictionOf(tags),
    accessibility: accessibilityOf(tags),
    name: namesOf(tags, language),
    aliases: aliasesOf(tags, language),
    displayPoint: pointWithin(polygons) ?? [0, 0],
    polygons,
    site: siteOf(tags),
  };
}

function fixturesOf(
  { id, tags }: OsmArea,
  {
    use,
    polygons,
    floors,
  }: { readonly use: AreaUse; readonly polygons: readonly Polygon[]; readonly floors: readonly number[] },
): readonly Fixture[] {
  const category = use === 'column' ? 'column' : (tags['tourism'] ?? 'obstruction');
  return floors.map((floor) => ({
    id: floors.length > 1 ? `${id}@${floor}` : id,
    levelId: levelIdOf(floor),
    category,
    name: {},
    polygons,
  }));
}

function shaftOf({ id, tags }: OsmArea, use: 'stairs' | 'elevator', units: readonly Unit[]): Shaft {
  return { id, kind: use === 'stairs' ? 'stairs' : 'lift', tags, units };
}
