import type { Level, Polygon, Unit, Venue } from '@lobby/maps/venue.ts';
import { isOpenToAll, placesOf } from '@lobby/maps/places.ts';
import type { GuidePlan, Words } from '../contract/index.ts';
import { guideLevel } from './level-words.ts';
import { inBoth } from '@lobby/maps/words/names.ts';
import type { Serving } from './serving.ts';

type PlanLevel = GuidePlan['levels'][number];
type Look = PlanLevel['units'][number]['look'];

/** The building to be drawn. Nothing that staff keep for themselves has a name on it. */
export function planOf({ version, venue, closed }: Pick<Serving, 'version' | 'venue' | 'closed'>): GuidePlan {
  const names = namesOfUnits(venue);
  const places = placesByUnit(venue);
  const shut = closedUnits(venue, closed);
  const levels = venue.levels.map((level): PlanLevel => {
    const onLevel = <Feature extends { readonly levelId: string }>(features: readonly Feature[]): readonly Feature[] =>
      features.filter(({ levelId }) => levelId === level.id);
    return {
      level: guideLevel(level),
      storeyHeight: level.storeyHeight,
      outline: outlineOf(level),
      units: onLevel(venue.units).map((unit) => ({
        id: unit.id,
        look: lookOf(unit, shut),
        name: isOpenToAll(unit) ? nameOf(unit, names.get(unit.id)) : null,
        ...placeIn(places.get(unit.id)),
        labelAt: [...unit.displayPoint],
        polygons: unit.polygons.map(ringsOf),
      })),
      marks: onLevel(venue.amenities).map(({ id, category, name, point }) => ({
        id,
        category,
        name: inBoth(name),
        at: [...point],
      })),
      kiosks: onLevel(venue.kiosks).flatMap(({ id, device, point, heading }) =>
        heading === null ? [] : [{ id, device: device === null ? null : { ...device }, at: [...point], heading }],
      ),
    };
  });
  return { version, levels, attribution: venue.attribution };
}

/** A room to which people are called has the name by which they are. */
function nameOf({ site, name }: Unit, occupant: Words | undefined): Words | null {
  return site.room === null ? (occupant ?? inBoth(name)) : inBoth(name);
}

/** Who taps on a room means who is in it, else the room itself. */
function placesByUnit(venue: Venue): ReadonlyMap<string, string> {
  const places = placesOf(venue).filter(({ kind }) => kind === 'occupant' || kind === 'unit');
  const ofUnit = places.flatMap(({ unitId, id }) => (unitId === null ? [] : [[unitId, id] as const]));
  // Occupants come first in the list of places: the first of a unit is kept.
  return new Map(ofUnit.toReversed());
}

const placeIn = (id: string | undefined): { readonly place?: string } => (id === undefined ? {} : { place: id });

/** The map says who is in a room, as signs do. */
function namesOfUnits(venue: Venue): ReadonlyMap<string, Words> {
  const anchors = new Map(venue.anchors.map(({ id, unitId }) => [id, unitId]));
  const names = new Map<string, Words>();
  for (const { anchorId, name } of venue.occupants) {
    const unitId = anchors.get(anchorId);
    const words = inBoth(name);
    if (unitId !== undefined && words !== null && !names.has(unitId)) names.set(unitId, words);
  }
  return names;
}

/** A connector that is closed is closed on all its floors. */
function closedUnits({ connectors }: Venue, closed: ReadonlySet<string>): ReadonlySet<string> {
  const stops = connectors
    .filter(({ id }) => closed.has(id))
    .flatMap((connector) => connector.stops.map(({ featureId }) => featureId));
  return new Set([...closed, ...stops]);
}

const looks: readonly (readonly [RegExp, Look])[] = [
  [/^(stairs|steps)$/, 'stairs'],
  [/^elevator$/, 'lift'],
  [/^escalator$/, 'escalator'],
  [/^restroom/, 'restroom'],
  [/^opentobelow$/, 'void'],
  [/^(walkway|lobby|ramp|movingwalkway|footbridge|unenclosedarea|waitingroom)/, 'way'],
];

function lookOf(unit: Unit, shut: ReadonlySet<string>): Look {
  if (shut.has(unit.id)) return 'closed';
  if (!isOpenToAll(unit)) return 'staff';
  return looks.find(([category]) => category.test(unit.category))?.[1] ?? 'room';
}

type Rings = GuidePlan['levels'][number]['outline'][number];

function outlineOf({ outline }: Level): Rings[] {
  return outline.map(ringsOf);
}

function ringsOf({ outer, holes }: Polygon): Rings {
  return [outer, ...holes].map((ring) => ring.map(([x, y]) => [centimetres(x), centimetres(y)]));
}

/** Nobody sees less on a plan, and it is half as long on its way. */
function centimetres(metres: number): number {
  return Math.round(metres * 100) / 100;
}
