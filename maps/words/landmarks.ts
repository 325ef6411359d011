import { distanceToBorder } from '../geometry/polygon.ts';
import { midpoint } from '../geometry/segment.ts';
import { isOpenToAll } from '../places.ts';
import type { Names, Point, Unit, Venue } from '../venue.ts';
import { weightOf } from './landmark-weights.ts';
import { inBoth } from './names.ts';
import { countHanzi, countWords } from './phrases.ts';
import type { Bilingual } from './step.ts';

/** Something with a name that a walker can see and know again. */
export interface Landmark {
  /** Feature id. */
  readonly id: string;
  readonly levelId: string;
  readonly name: Bilingual;
  /** Where it is seen: its doors, its desk, itself. */
  readonly points: readonly Point[];
  /** The unit that it is in or is; null: none. */
  readonly unitId: string | null;
  /** Salience, 0 to 1, before visibility. */
  readonly weight: number;
  /** A thing that one looks at, as a picture or a statue, not a place that one comes to. */
  readonly seen: boolean;
}

/** Landmarks of a venue by level id: open to all, with a name that stands on its floor once. */
export function landmarksOf(venue: Venue): ReadonlyMap<string, readonly Landmark[]> {
  const doors = doorsOfUnits(venue);
  const open = new Map(venue.units.filter(isOpenToAll).map((unit) => [unit.id, unit]));
  const all = [
    ...amenities(venue, open),
    ...connectors(venue),
    ...occupants(venue, open, doors),
    ...rooms(open, doors),
    ...networkNodes(venue),
  ];
  return new Map(venue.levels.map(({ id }) => [id, uniqueByName(all.filter(({ levelId }) => levelId === id))]));
}

/** Above every category: somebody put it on the map to be walked by. */
const authored = 1;

type OpenUnits = ReadonlyMap<string, Unit>;
type Doors = ReadonlyMap<string, readonly Point[]>;

function landmark(from: Omit<Landmark, 'name' | 'seen'> & Drawn): readonly Landmark[] {
  const { names, seen = false, ...rest } = from;
  const name = inBoth(names);
  return name === null || rest.weight <= 0 || isLong(name) ? [] : [{ ...rest, name, seen }];
}

/** A name that would leave no room in a step for what is to be done there. */
function isLong({ zh, en }: Bilingual): boolean {
  return countHanzi(zh) > 10 || countWords(en) > 6;
}

interface Drawn {
  readonly names: Names;
  readonly seen?: boolean;
}

function amenities(venue: Venue, open: OpenUnits): readonly Landmark[] {
  return venue.amenities.flatMap(({ id, levelId, name, category, salience, point, unitIds }) => {
    if (unitIds.length > 0 && !unitIds.some((unit) => open.has(unit))) return [];
    const weight = salience === null ? weightOf(category) : authored + salience;
    const seen = category === 'landmark';
    return landmark({ id, levelId, names: name, points: [point], unitId: unitIds[0] ?? null, weight, seen });
  });
}

function connectors(venue: Venue): readonly Landmark[] {
  return venue.connectors
    .filter(({ use }) => use !== 'staff')
    .flatMap(({ kind, name, stops }) =>
      stops.flatMap(({ levelId, featureId, point }) =>
        landmark({
          id: featureId,
          levelId,
          names: name,
          points: [point],
          unitId: featureId,
          weight: weightOf(kind === 'lift' ? 'elevator' : kind),
        }),
      ),
    );
}

function occupants(venue: Venue, open: OpenUnits, doors: Doors): readonly Landmark[] {
  const anchors = new Map(venue.anchors.map((anchor) => [anchor.id, anchor]));
  return venue.occupants.flatMap(({ id, name, category, anchorId }) => {
    const anchor = anchors.get(anchorId);
    const unit = anchor && open.get(anchor.unitId);
    if (anchor === undefined || unit === undefined) return [];
    const points = isRoom(unit) ? (doors.get(unit.id) ?? [anchor.point]) : [anchor.point];
    return landmark({ id, levelId: anchor.levelId, names: name, points, unitId: unit.id, weight: weightOf(category) });
  });
}

function rooms(open: OpenUnits, doors: Doors): readonly Landmark[] {
  return [...open.values()].filter(isRoom).flatMap(({ id, levelId, name, category, displayPoint }) => {
    const points = doors.get(id) ?? [displayPoint];
    return landmark({ id, levelId, names: name, points, unitId: id, weight: weightOf(category) });
  });
}

function networkNodes({ network }: Venue): readonly Landmark[] {
  return network.nodes
    .filter(({ restriction }) => restriction === null)
    .flatMap(({ id, levelId, name, category, point }) =>
      landmark({ id, levelId, names: name, points: [point], unitId: null, weight: weightOf(category ?? '') }),
    );
}

const ways = new Set([
  'walkway',
  'walkway.island',
  'lobby',
  'ramp',
  'steps',
  'footbridge',
  'unenclosedarea',
  'opentobelow',
]);
/** Whether a unit is a place that one goes to, not one that is only walked through. */
export const isRoom = (unit: Unit): boolean => !ways.has(unit.category);

/** A unit and its occupant under one name are one thing; any other name that repeats on a floor tells nobody where. */
function uniqueByName(all: readonly Landmark[]): readonly Landmark[] {
  const owners = new Map<string, Landmark>();
  const repeated = new Set<string>();
  for (const landmark of all) {
    for (const key of [landmark.name.zh, landmark.name.en]) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, landmark);
      else if (owner !== landmark && (owner.unitId === null || owner.unitId !== landmark.unitId)) repeated.add(key);
    }
  }
  return all.filter(({ name }) => !repeated.has(name.zh) && !repeated.has(name.en));
}

/** Midpoints of the openings on a unit's border, within a hand's breadth. */
function doorsOfUnits(venue: Venue): Doors {
  const doors = new Map<string, Point[]>();
  for (const level of venue.levels) {
    const units = venue.units.filter(({ levelId }) => levelId === level.id);
    for (const opening of venue.openings.filter(({ levelId }) => levelId === level.id)) {
      const middle = midpoint(...opening.line);
      for (const unit of units.filter((unit) => liesOnBorder(middle, unit))) {
        doors.set(unit.id, [...(doors.get(unit.id) ?? []), middle]);
      }
    }
  }
  return doors;
}

const handsBreadth = 0.3;

function liesOnBorder(point: Point, { polygons }: Unit): boolean {
  return polygons.some((polygon) => distanceToBorder(point, polygon) <= handsBreadth);
}
