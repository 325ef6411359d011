import { kindOfCategory } from '../connectors/connector.ts';
import type { NamedConnector } from '../connectors/find-connectors.ts';
import { distanceToBorder, isInside } from '../geometry/polygon.ts';
import { midpoint } from '../geometry/segment.ts';
import type { Amenity, Anchor, Opening, Point, Unit } from '../venue.ts';
import type { Read, Reading } from './reading.ts';

export interface Ends {
  readonly units: ReadonlyMap<string, Unit>;
  readonly openings: readonly Opening[];
  readonly amenities: readonly Amenity[];
  readonly anchors: readonly Anchor[];
}

/** Relationships that join floors. Their ends are units, or doors, amenities and anchors of one. */
export function readRelationships(reading: Reading, ends: Ends): readonly NamedConnector[] {
  return reading.all('relationship').flatMap((relationship): NamedConnector[] => {
    const { id, properties } = relationship;
    const kind = kindOfCategory[properties.category];
    if (kind === undefined) return [];
    const unitIds = unitsOf(relationship, reading, ends);
    if (unitIds === undefined) return [];
    const directed = properties.direction === 'directed';
    return [{ id, kind, name: reading.names(properties.name), unitIds, directed, settings: properties.hospital ?? {} }];
  });
}

function unitsOf(
  { id, properties }: Read<'relationship'>,
  reading: Reading,
  ends: Ends,
): readonly string[] | undefined {
  const { origin, intermediary, destination, category } = properties;
  const references = [origin, ...(intermediary ?? []), destination].flatMap((reference) => reference ?? []);
  const units: string[] = [];
  for (const reference of references) {
    const unit = unitOf(reference.id, category, ends);
    if (unit === undefined)
      reading.findings.add(
        'dangling-reference',
        [id, reference.id],
        'The relationship leads to what does not exist or belongs to no unit.',
      );
    else if (units.includes(unit))
      reading.findings.add('cycle', [id, unit], 'The relationship leads back to where it began; it was used once.');
    else units.push(unit);
  }
  if (units.length >= 2) return units;
  reading.findings.add('missing-connector', id, 'The relationship has fewer than two ends; it was not used.');
  return undefined;
}

/** Metres: a lift's door is drawn in its wall. */
const nearDoor = 1;

function unitOf(id: string, category: string, { units, openings, amenities, anchors }: Ends): string | undefined {
  if (units.has(id)) return id;
  const opening = openings.find((candidate) => candidate.id === id);
  if (opening !== undefined) return unitAt(midpoint(...opening.line), opening.levelId, category, units);
  const anchor = anchors.find((candidate) => candidate.id === id);
  return anchor?.unitId ?? amenities.find((candidate) => candidate.id === id)?.unitIds[0];
}

function unitAt(point: Point, levelId: string, category: string, units: Ends['units']): string | undefined {
  const far = (unit: Unit): number =>
    Math.min(...unit.polygons.map((polygon) => (isInside(point, polygon) ? 0 : distanceToBorder(point, polygon))));
  return [...units.values()]
    .filter((unit) => unit.levelId === levelId && unit.category === category && far(unit) <= nearDoor)
    .toSorted((a, b) => far(a) - far(b))[0]?.id;
}
