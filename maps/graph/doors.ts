import { isInsideAny } from '../geometry/polygon.ts';
import { boxOf } from '../geometry/ring.ts';
import type { Opening, Point, Unit, Venue } from '../venue.ts';
import { acrossDoor, doorTolerance, eachSide, middleOf } from './door-sides.ts';
import { indexOf, type ZoneFinder } from './find-zone.ts';
import type { Ordinals } from './make-zones.ts';
import type { Door, Zone } from './zones.ts';

// IMDF 1.0.0, opening category: a way out in danger, a way for goods, a way for cars. Nobody is led there.
const notForWalkers = new Set(['emergencyexit', 'service', 'automobile']);

export const isForWalkers = (opening: Opening): boolean => !notForWalkers.has(opening.category);

/** How an opening stands among the units: the way across it, one unit long, and the units on its two sides. */
export interface Doorway {
  readonly across: Point;
  readonly units: readonly Unit[];
}

export type Doorways = ReadonlyMap<string, Doorway>;

/** By opening id. */
export function doorwaysOf(venue: Venue, ordinals: Ordinals): Doorways {
  const shapes = venue.units.map((unit) => ({
    unit,
    polygons: unit.polygons,
    box: boxOf(unit.polygons.flatMap((p) => p.outer)),
  }));
  const floors = new Map(
    [...Map.groupBy(shapes, ({ unit }) => ordinals.get(unit.levelId))].map(([ordinal, own]) => [ordinal, indexOf(own)]),
  );
  return new Map(
    venue.openings.filter(isSomewhere).map((opening) => {
      const [x, y] = middleOf(opening);
      const beside = floors.get(ordinals.get(opening.levelId))?.({
        minX: x - 1,
        minY: y - 1,
        maxX: x + 1,
        maxY: y + 1,
      });
      const near = (beside ?? []).toSorted((a, b) => sizeOf(a.box) - sizeOf(b.box));
      const borders = near.flatMap(({ polygons }) => polygons);
      const across = acrossDoor(opening, borders);
      const sides = eachSide([x, y], across, near);
      return [opening.id, { across, units: sides.flatMap((side) => (side === undefined ? [] : [side.unit])) }];
    }),
  );
}

/** The units on either side of each opening, by opening id. */
export function unitsAtOpenings(venue: Venue, ordinals: Ordinals): ReadonlyMap<string, readonly Unit[]> {
  return new Map([...doorwaysOf(venue, ordinals)].map(([id, { units }]) => [id, units]));
}

const sizeOf = ({ minX, minY, maxX, maxY }: ReturnType<typeof boxOf>): number => (maxX - minX) * (maxY - minY);

const isSomewhere = ({ line }: Opening): boolean => line.flat().every(Number.isFinite);

interface Doors {
  readonly venue: Venue;
  readonly ordinals: Ordinals;
  readonly doorways: Doorways;
  readonly finder: ZoneFinder;
}

/** The doors that the source gives, tied to the zones that they lead between. */
export function doorsOf({ venue, ordinals, doorways, finder }: Doors): readonly Door[] {
  return venue.openings.filter(isSomewhere).map((opening) => {
    const { id, levelId } = opening;
    const point = middleOf(opening);
    const ordinal = ordinals.get(levelId) ?? NaN;
    const near = finder.near(ordinal, point, 1);
    const across = doorways.get(id)?.across ?? [0, 1];
    const bySize = near.toSorted((a, b) => sizeOf(a.box) - sizeOf(b.box));
    const [one, other] = eachSide(point, across, bySize);
    const usable = isForWalkers(opening) && !opening.accessControl.includes('outofservice');
    const door = { id, feature: id, levelId, point, usable, isOpening: true };
    if (one !== undefined && one === other) return { ...door, zones: [one], ...sidesWithin(one, point, across) };
    const met = [one, other].filter((zone) => zone !== undefined);
    const touching = met.length < 2 ? finder.near(ordinal, point, doorTolerance) : [];
    return { ...door, zones: [...new Set([...met, ...touching])].slice(0, 2) };
  });
}

// How far from a door one stands before it. Metres.
const beforeDoor = [0.6, 0.4, 0.2];

/** Both sides of a door that parts two units of one open ground. */
function sidesWithin({ polygons, shape, units }: Zone, [x, y]: Point, across: Point): Pick<Door, 'sides'> {
  if (shape !== 'open' || units.length < 2) return {};
  const pairs = beforeDoor.map((off): readonly [Point, Point] => [
    [x + off * across[0], y + off * across[1]],
    [x - off * across[0], y - off * across[1]],
  ]);
  const sides = pairs.find((pair) => pair.every((point) => isInsideAny(point, polygons)));
  return sides === undefined ? {} : { sides };
}
