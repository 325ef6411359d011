import { isInsideAny } from '../geometry/polygon.ts';
import type { Geofence, Restriction, Unit } from '../venue.ts';
import type { ReadLevels } from './levels.ts';
import type { Reading } from './reading.ts';

/** Geofences; those that name no level hold on all levels of their buildings, else on all. */
export function readGeofences(reading: Reading, { levels, ofBuilding }: ReadLevels): readonly Geofence[] {
  const known = new Set(levels.map(({ id }) => id));
  return reading.all('geofence').flatMap(({ id, properties }): Geofence[] => {
    const polygons = reading.polygons(id);
    if (polygons.length === 0) return [];
    const said = properties.level_ids ?? properties.building_ids?.flatMap((building) => ofBuilding.get(building) ?? []);
    const levelIds = (said ?? [...known]).filter((level) => known.has(level));
    const lost = said?.find((level) => !known.has(level));
    if (lost !== undefined)
      reading.findings.add('dangling-reference', [id, lost], 'The geofence names a level that does not exist.');
    return [
      { id, levelIds, category: properties.category ?? 'geofence', name: reading.names(properties.name), polygons },
    ];
  });
}

/** What sections, geofences and levels keep from the public, the units within them keep as well. */
export function withRestrictionsOfAreas(units: readonly Unit[], reading: Reading, levels: ReadLevels): readonly Unit[] {
  const areas = restrictedAreas(reading, levels);
  return units.map((unit) => {
    if (unit.restriction !== null) return unit;
    const area = areas.find(
      ({ levelIds, polygons }) => levelIds.has(unit.levelId) && isInsideAny(unit.displayPoint, polygons),
    );
    const restriction = area?.restriction ?? levels.restrictionOf.get(unit.levelId) ?? null;
    return restriction === null ? unit : { ...unit, restriction };
  });
}

interface RestrictedArea {
  readonly restriction: Restriction;
  readonly levelIds: ReadonlySet<string>;
  readonly polygons: Geofence['polygons'];
}

function restrictedAreas(reading: Reading, { levels, ofBuilding }: ReadLevels): readonly RestrictedArea[] {
  const all = levels.map(({ id }) => id);
  const sections = reading
    .all('section')
    .map(({ id, properties }) => ({ id, properties, levelIds: [properties.level_id] }));
  const geofences = reading.all('geofence').map(({ id, properties }) => ({
    id,
    properties,
    levelIds:
      properties.level_ids ?? properties.building_ids?.flatMap((building) => ofBuilding.get(building) ?? []) ?? all,
  }));
  return [...sections, ...geofences].flatMap(({ id, properties, levelIds }): RestrictedArea[] => {
    const restriction = reading.restriction(id, properties.restriction);
    return restriction === null ? [] : [{ restriction, levelIds: new Set(levelIds), polygons: reading.polygons(id) }];
  });
}
