import type { Point } from '../venue.ts';
import type { OsmLine } from './features.ts';
import type { Places } from './places.ts';

export interface EndsOfSteps {
  readonly low: Point;
  readonly high: Point;
  readonly lowFloor: number;
  readonly highFloor: number;
  readonly risesAsDrawn: boolean;
  /** Neither the ways at its ends nor `incline` tell. */
  readonly guessed: boolean;
}

/**
 * Which end of a flight is its foot: the ways that end there know best, then `incline`, then the order of drawing.
 * Undefined: a line of fewer than two points.
 */
export function endsOfSteps({
  line: { line, tags },
  floors,
  places,
}: {
  readonly line: OsmLine;
  readonly floors: readonly number[];
  readonly places: Places;
}): EndsOfSteps | undefined {
  const [start, end] = [line[0], line.at(-1)];
  const [lowFloor, highFloor] = [floors[0], floors.at(-1)];
  if (start === undefined || end === undefined || lowFloor === undefined || highFloor === undefined || line.length < 2)
    return undefined;
  const byWays = risesByWays({ start, end, lowFloor, highFloor }, places);
  const byIncline = risesByIncline(tags['incline']);
  const risesAsDrawn = byWays ?? byIncline ?? true;
  const [low, high] = risesAsDrawn ? [start, end] : [end, start];
  return { low, high, lowFloor, highFloor, risesAsDrawn, guessed: byWays === undefined && byIncline === undefined };
}

interface Span {
  readonly start: Point;
  readonly end: Point;
  readonly lowFloor: number;
  readonly highFloor: number;
}

function risesByWays({ start, end, lowFloor, highFloor }: Span, places: Places): boolean | undefined {
  const rising = Number(places.has(start, lowFloor)) + Number(places.has(end, highFloor));
  const falling = Number(places.has(start, highFloor)) + Number(places.has(end, lowFloor));
  return rising === falling ? undefined : rising > falling;
}

/** `up`, `down` or a figure such as `-4%`. */
function risesByIncline(incline: string | undefined): boolean | undefined {
  if (incline === 'up' || incline === 'down') return incline === 'up';
  const figure = Number.parseFloat(incline ?? '');
  return Number.isNaN(figure) || figure === 0 ? undefined : figure > 0;
}
