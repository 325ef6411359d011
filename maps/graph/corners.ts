import { distanceToBorder, isInside, ringsOf } from '../geometry/polygon.ts';
import { distance, distanceToSegment, turnOf } from '../geometry/segment.ts';
import type { Point, Polygon, Ring } from '../venue.ts';

/** A corner that people walk around: where they step, and the walls that meet there. */
export interface Corner {
  /** Off the wall by a shoulder's breadth, less in a narrow place. */
  readonly point: Point;
  readonly vertex: Point;
  /** Along the walls, away from the vertex. */
  readonly walls: readonly [Point, Point];
}

// How far off a wall one walks, and with how much less one makes do. Metres.
const clearances = [0.45, 0.3, 0.15, 0.06];
// A wall may be this much rounder than the line that stands for it where corners are looked for. Metres.
const roundness = 0.1;
// Walls that turn by less than this (sine) go straight on.
const straight = 0.01;

/** Corners of the ground's own walls that stick out into it. */
export function cornersOf(ground: Polygon): readonly Corner[] {
  return ringsOf(ground).flatMap((ring) => cornersAlong(simplified(ring), ground));
}

/** Corners of something that lies on the ground and may have to be walked around one day, as a closed hall. */
export function cornersAround(body: Polygon, ground: Polygon): readonly Corner[] {
  const clear = 0.3;
  return cornersAlong(simplified(body.outer).toReversed(), ground).filter(
    ({ vertex, point }) =>
      isInside(vertex, ground) && distanceToBorder(vertex, ground) > clear && !isInside(point, body),
  );
}

/** The ground is on the left of the ring; a corner sticks out where the ring turns right. */
function cornersAlong(ring: Ring, ground: Polygon): readonly Corner[] {
  return ring.flatMap((vertex, n): readonly Corner[] => {
    const before = ring.at(n - 1);
    const after = ring[(n + 1) % ring.length];
    if (before === undefined || after === undefined || ring.length < 3) return [];
    const [into, on] = [direction(before, vertex), direction(vertex, after)];
    const cross = into[0] * on[1] - into[1] * on[0];
    if (cross > -straight && !(cross <= 0 && turnsBack(into, on))) return [];
    const point = stepOff({ vertex, into, on, ground });
    return point === undefined ? [] : [{ point, vertex, walls: [[-into[0], -into[1]], on] }];
  });
}

const turnsBack = (into: Point, on: Point): boolean => into[0] * on[0] + into[1] * on[1] < 0;

function direction(a: Point, b: Point): Point {
  const length = distance(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

interface Bend {
  readonly vertex: Point;
  readonly into: Point;
  readonly on: Point;
  readonly ground: Polygon;
}

/** On the bisector of the free side; past the end of a wall that turns back on itself. */
function stepOff({ vertex, into, on, ground }: Bend): Point | undefined {
  const sum: Point = [into[0] - on[0], into[1] - on[1]];
  const length = Math.hypot(...sum);
  const out: Point = length < 0.02 ? [-into[1], into[0]] : [sum[0] / length, sum[1] / length];
  return clearances
    .map((metres): Point => [vertex[0] + out[0] * metres * 1.2, vertex[1] + out[1] * metres * 1.2])
    .find((point, n) => {
      return isInside(point, ground) && distanceToBorder(point, ground) >= 0.7 * (clearances[n] ?? 0);
    });
}

/** A ring of hundreds of corners, as a round wall is drawn, with those that make its shape (Douglas and Peucker). */
function simplified(ring: Ring): Ring {
  if (ring.length <= 4) return ring;
  const far = ring.reduce(
    (best, point, n) =>
      distance(ring[0] ?? point, point) > distance(ring[0] ?? point, ring[best] ?? point) ? n : best,
    0,
  );
  const closed = [...ring, ...ring.slice(0, 1)];
  const halves = [...shaped(closed.slice(0, far + 1)), ...shaped(closed.slice(far)).slice(1)];
  return halves.slice(0, -1);
}

function shaped(line: Ring): Ring {
  const [a, b] = [line[0], line.at(-1)];
  if (a === undefined || b === undefined || line.length < 3) return line;
  let [worst, most] = [0, roundness];
  line.forEach((point, n) => {
    const off = distanceToSegment(point, a, b);
    if (off > most) [worst, most] = [n, off];
  });
  return worst === 0 ? [a, b] : [...shaped(line.slice(0, worst + 1)), ...shaped(line.slice(worst)).slice(1)];
}

// Nearer than this, the offsets of corners say more than the directions do. Metres.
const beside = 1.2;
const slack = 0.02;

/**
 * Whether a shortest way may bend at the corner when it comes from there: its walls lie on one side of the line from
 * the point. Else the line runs head on into the wall, and whoever can step to the corner can step past it.
 */
export function isTangent({ vertex, walls: [a, b] }: Corner, from: Point): boolean {
  const far = distance(from, vertex);
  if (far < beside) return true;
  const side = (wall: Point): number => turnOf(from, vertex, [vertex[0] + wall[0], vertex[1] + wall[1]]) / far;
  const [first, second] = [side(a), side(b)];
  return !((first > slack && second < -slack) || (first < -slack && second > slack));
}
