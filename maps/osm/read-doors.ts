import { distanceToBorder } from '../geometry/polygon.ts';
import { boxOf, type Box } from '../geometry/ring.ts';
import { midpoint } from '../geometry/segment.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Opening, Point, Unit } from '../venue.ts';
import type { OsmFeature, OsmFeatures, Tags } from './features.ts';
import { jambsAt } from './jambs.ts';
import { copiesOf, levelIdOf, wholeFloor } from './levels.ts';
import { accessibilityOf, namesOf, widthOf } from './words-of-tags.ts';

/** How far from a wall a door may be drawn. Metres. */
const wallReach = 0.3;

interface Source {
  readonly features: OsmFeatures;
  readonly units: readonly Unit[];
  readonly language: string;
  readonly findings: FindingsOfOneSource;
}

/** door=* and entrance=* at points, and indoor=door as a line or an area, on every floor that they name. */
export function readDoors({
  features: { points, lines, areas },
  units,
  language,
  findings,
}: Source): readonly Opening[] {
  const doors = [
    ...points.filter(({ tags }) => isDoor(tags)),
    ...[...lines, ...areas].filter(({ tags }) => tags['indoor'] === 'door'),
  ];
  const walls = Map.groupBy(units.map(wallOf), ({ unit }) => unit.levelId);
  const strays: string[] = [];
  const openings = doors.flatMap((door) => {
    const drawn = lineOf(door);
    const middle = midpoint(...drawn);
    const unitsAt = (levelId: string): readonly Unit[] =>
      (walls.get(levelId) ?? []).filter((wall) => isOn(middle, wall)).map(({ unit }) => unit);
    const floors = floorsOfDoor(door.tags, (levelId) => unitsAt(levelId).length > 0, [...walls.keys()]);
    const standing = floors.filter((levelId) => unitsAt(levelId).length > 0);
    if (standing.length === 0) strays.push(door.id);
    return standing.map((levelId) => {
      const width = widthOf(door.tags);
      const line = door.shape === 'line' ? drawn : jambsAt(middle, unitsAt(levelId), { reach: wallReach, width });
      return openingOf(door, { levelId, line, language, many: standing.length > 1 });
    });
  });
  if (strays.length > 0)
    findings.add('stray-opening', strays, 'Doors stand in the wall of no room on their floor; they were left out.');
  return openings;
}

const isDoor = (tags: Tags): boolean =>
  (tags['door'] !== undefined || tags['entrance'] !== undefined || tags['indoor'] === 'door') &&
  tags['highway'] !== 'elevator';

/** Without `level`, the floors on which there is a wall for it: the ground floor first. */
function floorsOfDoor(tags: Tags, onFloor: (levelId: string) => boolean, levels: readonly string[]): readonly string[] {
  const said = new Set(
    copiesOf(tags)
      .flat()
      .map((floor) => levelIdOf(wholeFloor(floor))),
  );
  if (said.size > 0) return [...said];
  const ground = levelIdOf(0);
  return onFloor(ground) ? [ground] : levels.filter(onFloor).slice(0, 1);
}

function lineOf(door: OsmFeature): readonly [Point, Point] {
  if (door.shape === 'point') return [door.point, door.point];
  const points = door.shape === 'line' ? door.line : (door.areas[0]?.[0] ?? []);
  const [first = [0, 0], last = first] = [points[0], points.at(-1)];
  if (door.shape === 'line') return [first, last];
  const { minX, minY, maxX, maxY } = boxOf(points);
  const middle: Point = [(minX + maxX) / 2, (minY + maxY) / 2];
  return [middle, middle];
}

interface Wall {
  readonly unit: Unit;
  readonly box: Box;
}

const wallOf = (unit: Unit): Wall => ({ unit, box: boxOf(unit.polygons.flatMap(({ outer }) => outer)) });

function isOn([x, y]: Point, { unit, box }: Wall): boolean {
  const near =
    x > box.minX - wallReach && x < box.maxX + wallReach && y > box.minY - wallReach && y < box.maxY + wallReach;
  return near && unit.polygons.some((polygon) => distanceToBorder([x, y], polygon) <= wallReach);
}

interface OpeningWish {
  readonly levelId: string;
  readonly line: readonly [Point, Point];
  readonly language: string;
  readonly many: boolean;
}

function openingOf({ id, tags }: OsmFeature, { levelId, line, language, many }: OpeningWish): Opening {
  return {
    id: many ? `${id}@${levelId.replace('level/', '')}` : id,
    levelId,
    category: categoryOf(tags),
    accessibility: accessibilityOf(tags),
    accessControl: tags['access'] === 'private' || tags['access'] === 'no' ? ['keyaccess'] : [],
    automatic: tags['automatic_door'] !== undefined && tags['automatic_door'] !== 'no',
    name: namesOf(tags, language),
    line,
    widthMetres: widthOf(tags),
  };
}

function categoryOf({ entrance }: Tags): string {
  if (entrance === 'emergency') return 'emergencyexit';
  if (entrance === 'service' || entrance === 'staff') return 'service';
  return entrance === 'main' ? 'pedestrian.principal' : 'pedestrian';
}
