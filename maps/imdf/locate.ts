import { metresBetween, type Position } from '../geometry/plane.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { RawFeature } from './features.ts';
import { positionsOf, readShape, swapped, type Shape } from './shapes.ts';

/** No campus is larger. Metres. */
const farthest = 20_000;

/** Shapes by feature id, all of them of one place, and the middle of it. */
export interface Located {
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly centre: Position;
}

/**
 * Reads all shapes. A coordinate that lies far from most others is of another place, or has longitude and latitude
 * exchanged. Undefined: no feature has any shape.
 */
export function locate(features: Iterable<RawFeature>, findings: FindingsOfOneSource): Located | undefined {
  let shapes = readShapes(features, findings);
  let middle = middleOf(shapes.values());
  if (middle === undefined) return undefined;
  if (Math.abs(middle.lat) > 90) {
    findings.add('swapped-coordinates', [], 'All coordinates stand as latitude, longitude; they were exchanged.');
    shapes = new Map([...shapes].map(([id, shape]) => [id, swapped(shape)]));
    middle = { lon: middle.lat, lat: middle.lon };
  }
  const near = new Map<string, Shape>();
  for (const [id, shape] of shapes) {
    const put = putNear(shape, middle);
    if (put === undefined) findings.add('far-away', id, `It lies more than ${farthest / 1000} km from the rest.`);
    else near.set(id, put);
    if (put !== undefined && put !== shape)
      findings.add('swapped-coordinates', id, 'Its coordinates stand as latitude, longitude; they were exchanged.');
  }
  return { shapes: near, centre: centreOf([...near.values()].flatMap(positionsOf)) ?? middle };
}

function readShapes(features: Iterable<RawFeature>, findings: FindingsOfOneSource): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  const unclosed: string[] = [];
  for (const { id, geometry } of features) {
    const read = readShape(geometry);
    if (!read.ok) findings.add('bad-geometry', id, `${read.sentence}.`);
    else shapes.set(id, read.shape);
    if (read.ok && read.unclosed) unclosed.push(id);
  }
  if (unclosed.length > 0)
    findings.add('mended-geometry', unclosed, 'A ring does not end where it begins; it was closed.');
  return shapes;
}

function putNear(shape: Shape, middle: Position): Shape | undefined {
  if (isNear(shape, middle)) return shape;
  const exchanged = swapped(shape);
  return isNear(exchanged, middle) ? exchanged : undefined;
}

function isNear(shape: Shape, middle: Position): boolean {
  return positionsOf(shape).every(
    (position) => Math.abs(position.lat) <= 90 && metresBetween(position, middle) <= farthest,
  );
}

/** The median, which a few wild coordinates do not move. */
function middleOf(shapes: Iterable<Shape>): Position | undefined {
  const firsts = [...shapes].flatMap((shape) => positionsOf(shape).slice(0, 1));
  const [lon, lat] = [
    medianOf(firsts.map((position) => position.lon)),
    medianOf(firsts.map((position) => position.lat)),
  ];
  return lon === undefined || lat === undefined ? undefined : { lon, lat };
}

function medianOf(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function centreOf(positions: readonly Position[]): Position | undefined {
  if (positions.length === 0) return undefined;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { lon, lat } of positions) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return { lon: (west + east) / 2, lat: (south + north) / 2 };
}
