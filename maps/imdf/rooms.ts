import { distance } from '../geometry/segment.ts';
import type { Detail, Fixture, Level, Opening, Point, SiteCodes, Unit } from '../venue.ts';
import type { PropertiesOf } from './properties.ts';
import type { Reading } from './reading.ts';

type LevelIds = ReadonlySet<string>;

export const levelIdsOf = (levels: readonly Level[]): LevelIds => new Set(levels.map(({ id }) => id));

export function siteCodesOf(hospital: PropertiesOf<'occupant'>['hospital']): SiteCodes {
  return {
    area: hospital?.area ?? null,
    room: hospital?.room ?? null,
    departments: hospital?.departments ?? [],
    doorNumber: hospital?.doorNumber ?? null,
    pinyin: hospital?.pinyin ?? null,
  };
}

export function readUnits(reading: Reading, levels: LevelIds): readonly Unit[] {
  return reading.all('unit').flatMap(({ id, properties }): Unit[] => {
    const { level_id: levelId, category, accessibility, hospital } = properties;
    if (!levels.has(levelId)) return leftOut(reading, id, 'unit', levelId);
    const polygons = reading.polygons(id);
    if (polygons.length === 0) {
      reading.findings.add('bad-geometry', id, 'The unit has no area that can be used and was left out.');
      return [];
    }
    return [
      {
        id,
        levelId,
        category,
        restriction: reading.restriction(id, properties.restriction),
        accessibility: accessibility ?? [],
        name: reading.names(properties.name),
        aliases: reading.aliases(properties.alt_name),
        displayPoint: reading.displayPoint(properties.display_point, polygons),
        polygons,
        site: siteCodesOf(hospital),
      },
    ];
  });
}

export function readOpenings(reading: Reading, levels: LevelIds): readonly Opening[] {
  return reading.all('opening').flatMap(({ id, properties }): Opening[] => {
    const { level_id: levelId, category, accessibility, access_control, door, hospital } = properties;
    if (!levels.has(levelId)) return leftOut(reading, id, 'opening', levelId);
    const line = jambsOf(reading, id);
    if (line === undefined) {
      reading.findings.add('bad-geometry', id, 'The opening is no line and was left out.');
      return [];
    }
    const width = distance(...line);
    return [
      {
        id,
        levelId,
        category: category ?? 'pedestrian',
        accessibility: accessibility ?? [],
        accessControl: access_control ?? [],
        automatic: door?.automatic ?? false,
        name: reading.names(properties.name),
        line,
        widthMetres: hospital?.width ?? (width > 0 ? width : null),
      },
    ];
  });
}

/** A point will do: some tools draw doors as one. */
function jambsOf(reading: Reading, id: string): readonly [Point, Point] | undefined {
  const line = reading.line(id);
  const point = reading.point(id);
  const [first, last] = [line?.[0] ?? point, line?.at(-1) ?? point];
  return first === undefined || last === undefined ? undefined : [first, last];
}

export function readFixtures(reading: Reading, levels: LevelIds): readonly Fixture[] {
  return reading.all('fixture').flatMap(({ id, properties }): Fixture[] => {
    const { level_id: levelId, category } = properties;
    if (!levels.has(levelId)) return leftOut(reading, id, 'fixture', levelId);
    const polygons = reading.polygons(id);
    if (polygons.length === 0) return [];
    return [{ id, levelId, category: category ?? 'furniture', name: reading.names(properties.name), polygons }];
  });
}

export function readDetails(reading: Reading, levels: LevelIds): readonly Detail[] {
  return reading.all('detail').flatMap(({ id, properties }): Detail[] => {
    const { level_id: levelId, hospital } = properties;
    if (!levels.has(levelId)) return leftOut(reading, id, 'detail', levelId);
    const line = reading.line(id);
    if (line === undefined || line.length < 2) return [];
    const guide = hospital?.guide ? { colour: reading.names(hospital.guide.colour) } : null;
    return [{ id, levelId, line, guide }];
  });
}

function leftOut(reading: Reading, id: string, type: 'unit' | 'opening' | 'fixture' | 'detail', levelId: string): [] {
  reading.missing(id, type, 'level_id', levelId);
  return [];
}
