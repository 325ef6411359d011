import type { Point } from '../venue.ts';
import { type Bend, bendsOf } from './bends.ts';
import { lengthOf } from './decisions.ts';
import { turnAngle } from './headings.ts';
import type { Heard } from './heard.ts';
import type { Turn } from './step.ts';

/** A walk from one step's place to the next one's. */
export interface Stretch {
  readonly points: readonly Point[];
  /** Where the stranger looks to at its first point; null: anywhere. */
  readonly heading: number | null;
  /** What the words say to do there; null: nothing. */
  readonly turn: Turn | null;
}

/** A bend this near to the end belongs to what is done there, and one this near to the start to what was done. Metres. */
const near = 9;

/** Heading and length of a stretch if a person who obeys the words would walk it; null: they would not. */
export function allowedBy(
  { points, heading, turn }: Stretch,
  next: Heard,
): { readonly heading: number | null; readonly metres: number } | null {
  const metres = lengthOf(points);
  if (!isFarEnough(metres, next)) return null;
  const { bends, leaves } = bendsOf({ points, first: 0, before: turn === null ? null : heading });
  const isBegin = (bend: Bend) => lengthOf(points.slice(0, bend.at + 1)) <= near;
  const isEnd = (bend: Bend) => lengthOf(points.slice(bend.at)) <= near;
  // On a short stretch a bend may be both; the first is then what the words say, if they say one.
  const turns = turn !== null && turn !== 'straight' && heading !== null && bends[0] !== undefined && isBegin(bends[0]);
  const begins = turns ? bends.filter((bend, index) => index === 0 || (isBegin(bend) && !isEnd(bend))) : [];
  const ends = bends.filter((bend) => !begins.includes(bend) && isEnd(bend));
  const between = bends.filter((bend) => !begins.includes(bend) && !ends.includes(bend));
  if (between.some((bend) => !isBegin(bend))) return null;
  const arriving = ends[0]?.from ?? leaves ?? heading;
  if (turn === null || heading === null || metres < 0.5) return { heading: arriving, metres };
  const turned = begins.at(-1)?.to ?? between.at(-1)?.to ?? arriving ?? heading;
  return agrees(turn, turnAngle(heading, turned)) ? { heading: arriving, metres } : null;
}

function isFarEnough(metres: number, next: Heard): boolean {
  if (next.kind !== 'turn') return true;
  if (next.where.by === 'at-once') return metres <= 15;
  return next.where.by !== 'metres' || Math.abs(metres - next.where.metres) <= 3 + 0.1 * metres;
}

/** People take a turn of this many degrees for what the word says. */
const meant: Readonly<Record<Turn, readonly [from: number, to: number]>> = {
  straight: [-50, 50],
  'slight-left': [-80, -10],
  'slight-right': [10, 80],
  left: [-165, -35],
  right: [35, 165],
  back: [120, 240],
};

function agrees(turn: Turn, angle: number): boolean {
  const [from, to] = meant[turn];
  return (angle >= from && angle <= to) || (angle + 360 >= from && angle + 360 <= to);
}
