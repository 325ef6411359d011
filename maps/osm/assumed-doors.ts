import { distanceToBorder, ringsOf } from '../geometry/polygon.ts';
import { boxesMeet, boxOf, sidesOf } from '../geometry/ring.ts';
import { distance, distanceToSegment, midpoint, nearestOnSegment } from '../geometry/segment.ts';
import { isOpenToAll } from '../places.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Opening, Point, Unit } from '../venue.ts';

/** Metres that a wall must be shared for to have room for a door, and that two sides of one wall may be apart. */
const leastShared = 0.7;
const thickness = 0.3;

const walkedCategories = ['walkway', 'lobby', 'platform', 'unenclosedarea'];

interface Source {
  readonly units: readonly Unit[];
  readonly openings: readonly Opening[];
  readonly findings: FindingsOfOneSource;
}

/**
 * Doors that nobody has drawn: in the middle of the longest wall that a room shares with something that is walked. Only where
 * most rooms have none, for then the mappers left doors out; else a room without a door is as odd as it looks.
 */
export function assumeDoors({ units, openings, findings }: Source): readonly Opening[] {
  const doorsOf = Map.groupBy(openings, ({ levelId }) => levelId);
  const rooms = units.filter((unit) => !walkedCategories.includes(unit.category));
  const shut = rooms.filter((unit) => !(doorsOf.get(unit.levelId) ?? []).some((door) => isOfUnit(door, unit)));
  if (shut.length * 2 <= rooms.length) return [];
  const walked = Map.groupBy(
    units.filter((unit) => walkedCategories.includes(unit.category)),
    ({ levelId }) => levelId,
  );
  const assumed = shut.filter(isOpenToAll).flatMap((unit) => doorOf(unit, walked.get(unit.levelId) ?? []) ?? []);
  if (assumed.length > 0)
    findings.add(
      'assumed-opening',
      assumed.map(({ id }) => id),
      'The source draws hardly any doors; one was assumed in the longest wall of these rooms along a corridor.',
    );
  return assumed;
}

function isOfUnit({ line }: Opening, { polygons }: Unit): boolean {
  const middle = midpoint(...line);
  return polygons.some((polygon) => distanceToBorder(middle, polygon) <= thickness);
}

function doorOf(unit: Unit, walked: readonly Unit[]): Opening | undefined {
  const box = boxOf(unit.polygons.flatMap(({ outer }) => outer));
  const wide = { minX: box.minX - 1, minY: box.minY - 1, maxX: box.maxX + 1, maxY: box.maxY + 1 };
  const near = walked.filter(({ polygons }) => boxesMeet(wide, boxOf(polygons.flatMap(({ outer }) => outer))));
  const sides = near.flatMap(sidesOfUnit);
  const shared = sidesOfUnit(unit)
    .flatMap((side) => sides.map((other) => sharedBy(side, other)))
    .filter((stretch) => stretch !== undefined);
  const longest = shared.toSorted((one, other) => distance(...other) - distance(...one))[0];
  if (longest === undefined) return undefined;
  const middle = midpoint(...longest);
  return {
    id: `${unit.id}#door`,
    levelId: unit.levelId,
    category: 'pedestrian',
    accessibility: unit.accessibility.filter((word) => word === 'wheelchair'),
    accessControl: [],
    automatic: false,
    name: {},
    line: [middle, middle],
    widthMetres: null,
  };
}

type Side = readonly [Point, Point];

function sidesOfUnit({ polygons }: Unit): readonly Side[] {
  return polygons.flatMap(ringsOf).flatMap((ring) => [...sidesOf(ring)]);
}

/** The stretch that both have, where it is long enough for a door. */
function sharedBy(side: Side, other: Side): Side | undefined {
  const ends = [
    ...side.filter((point) => distanceToSegment(point, ...other) <= thickness),
    ...other.filter((point) => distanceToSegment(point, ...side) <= thickness),
  ].map((point) => nearestOnSegment(point, ...side));
  const pairs = ends.flatMap((one, n) => ends.slice(n + 1).map((end): Side => [one, end]));
  const longest = pairs.toSorted((one, two) => distance(...two) - distance(...one))[0];
  return longest !== undefined && distance(...longest) >= leastShared ? longest : undefined;
}
