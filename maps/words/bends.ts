import { distance } from '../geometry/segment.ts';
import type { Point } from '../venue.ts';
import { angleOf, type Corner, joined, sharpestCorner, withoutDrift } from './corners.ts';
import { bearing, smallBend, turnAngle } from './headings.ts';

/** A place where a walker changes direction. */
export interface Bend {
  /** Position in the path. */
  readonly at: number;
  /** Headings before and after, degrees. */
  readonly from: number;
  readonly to: number;
}

/** Corners closer than this are one to a walker: a path rounds a pillar or a wall's end in several small bends. Metres. */
const oneCorner = 4;
const longestCorner = 9;

export interface Stretch {
  readonly points: readonly Point[];
  /** Position in the path of the first of `points`. */
  readonly first: number;
  /** Heading with which the walker comes to it; null: none is known, and the first segment gives it. */
  readonly before: number | null;
}

/** The bends of a walk that are worth a word, and the heading with which it is left (null: it has no length). */
export function bendsOf({ points, first, before }: Stretch): {
  readonly bends: readonly Bend[];
  readonly leaves: number | null;
} {
  const segments = segmentsOf(points, first);
  const corners: Corner[] = [];
  let heading = before ?? segments[0]?.heading ?? null;
  let along = 0;
  for (let index = 0; index < segments.length && heading !== null; index++) {
    const from: number = heading;
    const last = endOfCorner(segments, index, from);
    const to = segments[last]?.heading ?? from;
    const at = sharpest(segments.slice(index, last + 1), from);
    corners.push({ at, from, to, begins: along, ends: along + metresOf(segments.slice(index, last)) });
    along += metresOf(segments.slice(index, last + 1));
    heading = to;
    index = last;
  }
  const bends = withoutDrift(joined(corners)).filter((corner) => Math.abs(angleOf(corner)) >= smallBend);
  return { bends, leaves: heading };
}

const metresOf = (segments: readonly Segment[]): number => segments.reduce((sum, { metres }) => sum + metres, 0);

interface Segment {
  readonly at: number;
  readonly heading: number;
  readonly metres: number;
}

function segmentsOf(points: readonly Point[], first: number): readonly Segment[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const metres = distance(from, to);
    return metres < 0.01 ? [] : [{ at: first + index, heading: bearing(from, to), metres }];
  });
}

/** The segment on which the corner is left that begins where segment `index` begins. */
function endOfCorner(segments: readonly Segment[], index: number, heading: number): number {
  let inside = 0;
  let last = index;
  for (const { metres } of segments.slice(index, -1)) {
    inside += metres;
    const next = segments[last + 1]?.heading ?? heading;
    if (metres > oneCorner || inside > longestCorner || Math.abs(turnAngle(heading, next)) > sharpestCorner) break;
    last += 1;
  }
  return last;
}

/** Where the greatest part of a corner is turned. */
function sharpest(segments: readonly Segment[], from: number): number {
  let best = { at: 0, size: -1 };
  let before = from;
  for (const { at, heading } of segments) {
    const size = Math.abs(turnAngle(before, heading));
    if (size > best.size) best = { at, size };
    before = heading;
  }
  return best.at;
}
