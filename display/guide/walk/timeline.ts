import { legOfStep, type Leg, type Walk } from './walk.ts';

/** How fast the eye is led. Seconds, and metres of the building a second. */
export const pace = {
  lookAround: 1.2,
  metresPerSecond: 14,
  shortestLeg: 1.4,
  longestLeg: 6,
  floorChange: 1.8,
  arrival: 2.5,
};

/** How long each step stands where nothing moves. Milliseconds. */
export const stepStays = 2_500;

/** So near to the end of a floor that its line is whole and nobody rides yet. Seconds. */
const beforeRide = 1e-6;

/** Where a walk is at some second. */
export interface Moment {
  readonly leg: number;
  /** Metres of the leg that have been walked. */
  readonly along: number;
  /** From this leg's floor to the next: 0 on the floor, 1 there. */
  readonly rise: number;
  /** Index of the step that is being done. */
  readonly step: number;
  readonly isOver: boolean;
}

/** A picture of a walk that does not move, with the step that it is of. */
export interface Still {
  readonly seconds: number;
  /** Of two steps that begin at the same spot each has a still of its own. */
  readonly step: number;
}

/** The leg whose floor is shown: of a ride, the one that is left until half of it is over. */
export function seenLeg({ legs }: Walk, { leg, rise }: Moment): Leg | undefined {
  return legs[rise > 0.5 ? leg + 1 : leg] ?? legs[leg];
}

/** How long a walk takes to be shown, in seconds. */
export function secondsOf(walk: Walk): number {
  const legs = walk.legs.reduce((sum, leg) => sum + legSeconds(leg), 0);
  return pace.lookAround + legs + Math.max(0, walk.legs.length - 1) * pace.floorChange + pace.arrival;
}

/** What is shown of a walk after so many seconds; before 0 its beginning, after its end its end. */
export function momentOf(walk: Walk, seconds: number): Moment {
  let left = seconds - pace.lookAround;
  for (const [index, leg] of walk.legs.entries()) {
    const walking = legSeconds(leg);
    const along = leg.metres * gently(left / walking);
    // Before anybody walks it is the first step, even where the next one begins at the same spot.
    const step = seconds < pace.lookAround ? 0 : stepAt(walk, leg, along);
    if (left < walking) return { leg: index, along, rise: 0, step, isOver: false };
    left -= walking;
    if (index === walk.legs.length - 1) break;
    const rise = gently(left / pace.floorChange);
    if (left < pace.floorChange)
      return { leg: index, along: leg.metres, rise, step: stepAt(walk, leg, leg.metres), isOver: false };
    left -= pace.floorChange;
  }
  return end(walk, left >= pace.arrival);
}

/** The seconds at which each leg has been walked. */
export function legEndsOf(walk: Walk): readonly number[] {
  let at = pace.lookAround;
  return walk.legs.map((leg, index) => {
    at += legSeconds(leg);
    const end = at;
    if (index < walk.legs.length - 1) at += pace.floorChange;
    return end;
  });
}

/**
 * Where a picture that does not move stops, so that every step is told with its picture: each step as it begins, the last
 * one when it is done; a floor on which nothing is to be done, once.
 */
export function stillsOf(walk: Walk): readonly Still[] {
  const ends = legEndsOf(walk);
  const legs = walk.steps.map((_, step) => legOfStep(walk, step));
  const [lastLeg, lastStep] = [walk.legs.length - 1, Math.max(0, walk.steps.length - 1)];
  const steps = legs.map((leg, step) => {
    const seconds = Math.min(secondOfStep(walk, step) + 1e-3, (ends[leg] ?? 0) - beforeRide);
    return { leg, step, seconds };
  });
  const passed = ends.flatMap((end, leg) => {
    const seconds = end - beforeRide;
    return legs.includes(leg) ? [] : [{ leg, step: momentOf(walk, seconds).step, seconds }];
  });
  const end = { seconds: secondsOf(walk), step: lastStep };
  const before = [...steps, ...passed]
    .filter(({ leg, step }) => leg < lastLeg || step < lastStep)
    .toSorted((a, b) => a.seconds - b.seconds || a.step - b.step);
  return [...before.map(({ seconds, step }) => ({ seconds, step })), end];
}

/** The second of the walk at which a step begins: where a reader who taps on it is taken. */
export function secondOfStep(walk: Walk, step: number): number {
  const at = walk.steps[step]?.at ?? 0;
  if (step === 0 && at <= (walk.legs[0]?.first ?? 0)) return 0;
  let seconds = pace.lookAround;
  for (const [index, leg] of walk.legs.entries()) {
    const isLast = index === walk.legs.length - 1;
    if (at < leg.first + leg.points.length || isLast) {
      const metres = leg.distances[Math.min(at - leg.first, leg.points.length - 1)] ?? 0;
      const share = leg.metres === 0 ? 0 : metres / leg.metres;
      return seconds + legSeconds(leg) * backFromGently(share);
    }
    seconds += legSeconds(leg) + pace.floorChange;
  }
  return 0;
}

function end(walk: Walk, isOver: boolean): Moment {
  const leg = Math.max(0, walk.legs.length - 1);
  return { leg, along: walk.legs[leg]?.metres ?? 0, rise: 0, step: Math.max(0, walk.steps.length - 1), isOver };
}

function legSeconds({ metres }: Leg): number {
  return Math.min(pace.longestLeg, Math.max(pace.shortestLeg, metres / pace.metresPerSecond));
}

/** The last step that begins at or before this point of the path. */
function stepAt({ steps }: Walk, leg: Leg, along: number): number {
  const reached = leg.first + leg.distances.findLastIndex((distance) => distance <= along + 1e-9);
  return Math.max(
    0,
    steps.findLastIndex(({ at }) => at <= reached),
  );
}

/** Sets off and stops softly. */
function gently(t: number): number {
  const inside = Math.min(1, Math.max(0, t));
  return inside * inside * (3 - 2 * inside);
}

/** The t at which `gently` gives a share. */
function backFromGently(share: number): number {
  return 0.5 - Math.sin(Math.asin(1 - 2 * Math.min(1, Math.max(0, share))) / 3);
}
