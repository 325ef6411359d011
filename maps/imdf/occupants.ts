import { isInsideAny } from '../geometry/polygon.ts';
import { boxOf } from '../geometry/ring.ts';
import type { Amenity, Anchor, Kiosk, Occupant, Point, Polygon, Unit } from '../venue.ts';
import type { Reading } from './reading.ts';
import { siteCodesOf } from './rooms.ts';

type Units = ReadonlyMap<string, Unit>;

export function readAnchors(reading: Reading, units: Units): readonly Anchor[] {
  return reading.all('anchor').flatMap(({ id, properties }): Anchor[] => {
    const unit = units.get(properties.unit_id);
    if (unit === undefined) {
      reading.missing(id, 'anchor', 'unit_id', properties.unit_id);
      return [];
    }
    const point = reading.point(id);
    if (point === undefined)
      reading.findings.add('bad-geometry', id, 'The anchor has no point; the middle of its unit was taken.');
    return [{ id, levelId: unit.levelId, unitId: unit.id, point: point ?? unit.displayPoint }];
  });
}

export function readOccupants(reading: Reading, anchors: readonly Anchor[]): readonly Occupant[] {
  const known = new Set(anchors.map(({ id }) => id));
  return reading.all('occupant').flatMap(({ id, properties }): Occupant[] => {
    const { anchor_id: anchorId, category, hospital } = properties;
    if (!known.has(anchorId)) {
      reading.missing(id, 'occupant', 'anchor_id', anchorId);
      return [];
    }
    return [
      {
        id,
        category: category ?? 'unspecified',
        name: reading.names(properties.name),
        aliases: reading.aliases(properties.alt_name),
        anchorId,
        site: siteCodesOf(hospital),
      },
    ];
  });
}

export function readAmenities(reading: Reading, units: Units): readonly Amenity[] {
  return reading.all('amenity').flatMap(({ id, properties }): Amenity[] => {
    const { category, accessibility, hospital } = properties;
    const said = properties.unit_ids ?? [];
    const unitIds = said.filter((unit) => units.has(unit));
    const point = reading.point(id);
    const levelId = unitIds.map((unit) => units.get(unit)?.levelId).find((level) => level !== undefined);
    if (point === undefined || levelId === undefined) {
      if (point === undefined) reading.findings.add('bad-geometry', id, 'The amenity has no point and was left out.');
      else reading.missing(id, 'amenity', 'unit_ids', said[0] ?? '');
      return [];
    }
    const lost = said.filter((unit) => !units.has(unit));
    if (lost.length > 0) reading.findings.add('dangling-reference', [id, ...lost], 'Some of its units do not exist.');
    return [
      {
        id,
        levelId,
        category,
        name: reading.names(properties.name),
        aliases: reading.aliases(properties.alt_name),
        accessibility: accessibility ?? [],
        point,
        unitIds,
        salience: hospital?.salience ?? null,
      },
    ];
  });
}

export function readKiosks(
  reading: Reading,
  levels: ReadonlySet<string>,
  anchors: readonly Anchor[],
): readonly Kiosk[] {
  return reading.all('kiosk').flatMap(({ id, properties }): Kiosk[] => {
    const { level_id: levelId, anchor_id, hospital } = properties;
    if (!levels.has(levelId)) {
      reading.missing(id, 'kiosk', 'level_id', levelId);
      return [];
    }
    const polygons = reading.polygons(id);
    const heading = hospital?.heading ?? null;
    const anchor = anchors.find((candidate) => candidate.id === anchor_id)?.point ?? reading.point(id);
    if (polygons.length === 0 && anchor === undefined) {
      reading.findings.add('bad-geometry', id, 'The kiosk has neither an area nor an anchor and was left out.');
      return [];
    }
    const middle = polygons.length > 0 ? reading.displayPoint(properties.display_point, polygons) : anchor;
    const point = heading === null ? middle : standingPoint(middle ?? [0, 0], polygons, heading);
    return [
      {
        id,
        levelId,
        name: reading.names(properties.name),
        polygons,
        point: point ?? [0, 0],
        heading,
        device: hospital?.device ?? null,
      },
    ];
  });
}

/** Metres between a reader and the face of a terminal. */
const readingDistance = 0.6;

/** The reader looks along the heading at it, so stands on the other side: just off its edge. */
function standingPoint(middle: Point, polygons: readonly Polygon[], heading: number): Point {
  const angle = (heading * Math.PI) / 180;
  const back: Point = [-Math.sin(angle), -Math.cos(angle)];
  const away = (metres: number): Point => [middle[0] + back[0] * metres, middle[1] + back[1] * metres];
  const box = boxOf(polygons.flatMap(({ outer }) => outer));
  const longest = polygons.length > 0 ? Math.hypot(box.maxX - box.minX, box.maxY - box.minY) : 0;
  let edge = 0;
  while (edge < longest && isInsideAny(away(edge), polygons)) edge += 0.05;
  return away(edge + readingDistance);
}
