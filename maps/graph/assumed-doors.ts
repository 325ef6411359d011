import { isNear } from '../geometry/polygon.ts';
import { midpoint } from '../geometry/segment.ts';
import { doorTolerance } from './door-sides.ts';
import type { ZoneFinder } from './find-zone.ts';
import { sharedBorder, type Stretch } from './shared-border.ts';
import type { Door, Zone } from './zones.ts';

// Two grounds whose borders are as near as this were meant to touch. Metres.
const drawingError = 0.05;
// Nobody squeezes through less. Metres.
const leastPassage = 0.6;

/**
 * Where the source gives no door, one passes where borders meet: from open ground to open ground, and into rooms that no
 * opening leads to.
 */
export function assumedDoors(zones: readonly Zone[], doors: readonly Door[], finder: ZoneFinder): readonly Door[] {
  const withDoor = new Set(doors.filter(({ usable }) => usable).flatMap((door) => door.zones));
  const lonely = zones.filter((zone) => zone.shape === 'room' && !withDoor.has(zone));
  const toGround = lonely.flatMap((zone) => roomDoors(zone, groundBeside(zone, finder)));
  const reached = new Set([...withDoor, ...toGround.flatMap((door) => door.zones)]);
  const inner = lonely.filter((zone) => !reached.has(zone));
  const toRoom = inner.flatMap((zone) =>
    roomDoors(
      zone,
      neighbours(zone, finder).filter((other) => reached.has(other)),
    ),
  );
  return [...groundDoors({ zones, doors, finder }), ...toGround, ...toRoom];
}

function neighbours(zone: Zone, finder: ZoneFinder): readonly Zone[] {
  const { minX, minY, maxX, maxY } = zone.box;
  const by = doorTolerance;
  const reach = { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by };
  return finder.meeting(zone.ordinal, reach).filter((other) => other !== zone);
}

const groundBeside = (zone: Zone, finder: ZoneFinder): readonly Zone[] =>
  neighbours(zone, finder).filter(({ shape }) => shape === 'open');

function roomDoors(room: Zone, beside: readonly Zone[]): readonly Door[] {
  return beside.flatMap((zone, n): readonly Door[] => {
    const longest = sharedBorder(room.polygons, zone.polygons, doorTolerance)[0];
    return longest === undefined || longest.metres < leastPassage ? [] : [borderDoor(room, zone, longest, `${n}`)];
  });
}

function borderDoor(from: Zone, to: Zone, stretch: Stretch, name: string): Door {
  const point = midpoint(stretch.from, stretch.to);
  const { id = '', levelId = '' } =
    from.units.find(({ polygons }) => isNear(point, polygons, doorTolerance)) ?? from.units[0] ?? {};
  return { id: `${id}/border/${name}`, feature: id, levelId, point, zones: [from, to], usable: true, isOpening: false };
}

interface GroundDoors {
  readonly zones: readonly Zone[];
  readonly doors: readonly Door[];
  readonly finder: ZoneFinder;
}

const pairOf = (zones: readonly Zone[]): string =>
  zones
    .map(({ index }) => index)
    .toSorted((a, b) => a - b)
    .join();

/** Steps, ramps and moving walkways are entered wherever they meet other ground; equal grounds where they nearly touch. */
function groundDoors({ zones, doors, finder }: GroundDoors): readonly Door[] {
  const parted = new Set(doors.filter(({ zones }) => zones.length === 2).map((door) => pairOf(door.zones)));
  return zones
    .filter(({ shape }) => shape === 'open')
    .flatMap((zone) =>
      groundBeside(zone, finder)
        .filter((other) => other.index > zone.index && !parted.has(pairOf([zone, other])))
        .flatMap((other) => {
          // Grounds come before the steps and ramps between them, whose closing shuts the passage.
          const stretches = sharedBorder(other.polygons, zone.polygons, drawingError);
          return stretches
            .filter(({ metres }) => metres >= leastPassage)
            .map((stretch, n) => borderDoor(other, zone, stretch, `${zone.index}/${n}`));
        }),
    );
}
