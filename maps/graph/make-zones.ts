import { isOpenToAll } from '../places.ts';
import { boxOf } from '../geometry/ring.ts';
import type { Polygon, Unit, Venue } from '../venue.ts';
import { drawnUpon, openGround, standsOn } from './open-ground.ts';
import { edgeKindIn, roleOf, type UnitRole } from './unit-roles.ts';
import type { EdgeKind } from './walk-graph.ts';
import type { Zone } from './zones.ts';

/** Ordinals by level id. */
export type Ordinals = ReadonlyMap<string, number>;

/**
 * The zones of a venue. Levels of one ordinal are one floor: of two buildings, or the yard before a building.
 * `unitsWithOpening`: ids of units that an opening leads to.
 */
export function makeZones(venue: Venue, ordinals: Ordinals, unitsWithOpening: ReadonlySet<string>): readonly Zone[] {
  const stops = new Set(venue.connectors.flatMap(({ stops }) => stops.map(({ featureId }) => featureId)));
  const role = (unit: Unit): UnitRole => roleAmongStops(unit, stops) ?? roleOf(unit, unitsWithOpening.has(unit.id));
  const floors = Map.groupBy(venue.units, ({ levelId }) => ordinals.get(levelId) ?? NaN);
  const drafts = [...floors]
    .filter(([ordinal]) => !Number.isNaN(ordinal))
    .flatMap(([ordinal, units]) => floorZones({ venue, ordinals, ordinal, units, role }));
  return drafts.map((draft, index) => ({ ...draft, index, box: boxOf(draft.polygons.flatMap(({ outer }) => outer)) }));
}

type Draft = Omit<Zone, 'index' | 'box'>;

const shafts = new Set(['elevator', 'stairs', 'escalator', 'steps', 'ramp', 'movingwalkway']);

/** A ramp or stair where one changes floors is a shaft, whatever its category allows on one floor. */
function roleAmongStops(unit: Unit, stops: ReadonlySet<string>): UnitRole | undefined {
  return stops.has(unit.id) && shafts.has(unit.category) ? 'room' : undefined;
}

interface Floor {
  readonly venue: Venue;
  readonly ordinals: Ordinals;
  readonly ordinal: number;
  readonly units: readonly Unit[];
  readonly role: (unit: Unit) => UnitRole;
}

function floorZones(floor: Floor): readonly Draft[] {
  const { units, role, ordinal } = floor;
  const of = (...roles: UnitRole[]): readonly Unit[] => units.filter((unit) => roles.includes(role(unit)));
  const walked = of('walk');
  const sloped = of('steps', 'ramp', 'movingwalkway');
  const rooms = of('room');
  const obstacles = obstaclesOn(floor, walked);
  const slopes = sloped.flatMap(({ polygons }) => polygons);
  return [
    ...openGround(walked, [...obstacles, ...slopes]).map((ground) => groundZone(ordinal, ground, walked)),
    ...sloped.flatMap((unit) =>
      openGround([unit], []).map((ground) => groundZone(ordinal, ground, [unit], edgeKindIn(role(unit)))),
    ),
    ...rooms.map((unit) => roomZone(ordinal, unit)),
  ];
}

function obstaclesOn({ venue, ordinals, ordinal, units, role }: Floor, walked: readonly Unit[]): readonly Polygon[] {
  const here = ({ levelId }: { readonly levelId: string }): boolean => ordinals.get(levelId) === ordinal;
  const bodies = [...venue.fixtures.filter(here), ...venue.kiosks.filter(here)];
  const holes = units.filter((unit) => role(unit) === 'void' || (role(unit) === 'room' && drawnUpon(unit, walked)));
  return [...bodies, ...holes].flatMap(({ polygons }) => polygons);
}

function groundZone(ordinal: number, ground: Polygon, units: readonly Unit[], kind: EdgeKind = 'walk'): Draft {
  const own = units.filter((unit) => standsOn(unit, ground));
  return { ordinal, shape: 'open', units: own, polygons: [ground], kind, staffOnly: false };
}

function roomZone(ordinal: number, unit: Unit): Draft {
  const { polygons } = unit;
  return { ordinal, shape: 'room', units: [unit], polygons, kind: 'walk', staffOnly: !isOpenToAll(unit) };
}
