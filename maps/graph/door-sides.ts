import { isInside, ringsOf } from '../geometry/polygon.ts';
import { sidesOf } from '../geometry/ring.ts';
import { distance, distanceToSegment, midpoint } from '../geometry/segment.ts';
import type { Opening, Point, Polygon } from '../venue.ts';

/** How far a door may stand off the border of what it leads to: the thickness of a wall. Metres. */
export const doorTolerance = 0.3;

export const middleOf = ({ line }: Opening): Point => midpoint(line[0], line[1]);

/**
 * Across the door, one unit long: at right angles to its line, or to the border nearest to it where the source gives a
 * point only.
 */
export function acrossDoor(opening: Opening, borders: readonly Polygon[]): Point {
  const [a, b] = opening.line;
  return distance(a, b) > 0.01 ? normal(a, b) : normal(...nearestSide(a, borders));
}

function normal(a: Point, b: Point): Point {
  const length = distance(a, b);
  return length === 0 ? [0, 1] : [(a[1] - b[1]) / length, (b[0] - a[0]) / length];
}

function nearestSide(p: Point, borders: readonly Polygon[]): readonly [Point, Point] {
  let best: readonly [Point, Point] = [p, p];
  let least = Infinity;
  for (const ring of borders.flatMap(ringsOf)) {
    for (const side of sidesOf(ring)) {
      const far = distanceToSegment(p, ...side);
      if (far < least) [best, least] = [side, far];
    }
  }
  return best;
}

const stepsOff = [0.05, 0.15, doorTolerance, 1.5 * doorTolerance];

export type Shape = { readonly polygons: readonly Polygon[] };

/** What lies on each side of a point of a wall: the first of the shapes that is met when one steps off the wall. */
export function eachSide<S extends Shape>(at: Point, across: Point, shapes: readonly S[]): readonly [S?, S?] {
  const side = (sign: number): S | undefined => {
    for (const off of stepsOff) {
      const point: Point = [at[0] + sign * off * across[0], at[1] + sign * off * across[1]];
      const met = shapes.find(({ polygons }) => polygons.some((polygon) => isInside(point, polygon)));
      if (met !== undefined) return met;
    }
    return undefined;
  };
  const [left, right] = [side(1), side(-1)];
  return left === undefined ? (right === undefined ? [] : [right]) : right === undefined ? [left] : [left, right];
}
