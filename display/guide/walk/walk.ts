import type { GuidePlan, GuideStep, GuideWay, Words } from '@lobby/hub/contract';
import { unitAt } from '../explore/unit-at.ts';
import { axesOf } from './camera.ts';

/** Of a way that tell from where it comes. Metres. */
const lastMetres = 4;

/** A route as it is walked before the reader's eyes: floor by floor, each floor one line. */
export interface Walk {
  readonly legs: readonly Leg[];
  readonly steps: readonly GuideStep[];
  /** What is up on the picture, degrees clockwise from the plane's y axis. */
  readonly azimuth: number;
  /** What the way ends at; null: nothing on the plan. */
  readonly goal: Unit | null;
  /** The way comes to it from ahead of the reader, so that its name, over it, would lie on the line. */
  readonly isGoalNearer: boolean;
  readonly destination: Words;
}

type Unit = GuidePlan['levels'][number]['units'][number];

export interface Leg {
  readonly levelId: string;
  readonly ordinal: number;
  readonly points: readonly (readonly [number, number])[];
  /** Metres from the leg's first point to each of its points. */
  readonly distances: readonly number[];
  readonly metres: number;
  /** Index in the whole path of the leg's first point. */
  readonly first: number;
  /** The step that leaves this floor, with the floor that it reaches; null on the last leg. */
  readonly leaves: GuideStep | null;
}

/** The walk along a way. Levels that the plan does not have are passed over. */
export function walkOf(way: GuideWay, plan: GuidePlan): Walk {
  const ordinals = new Map(plan.levels.map(({ level }) => [level.id, level.ordinal]));
  const runs = runsOf(way);
  const legs = runs.flatMap(({ levelId, first, points }, index): readonly Leg[] => {
    const ordinal = ordinals.get(levelId);
    if (ordinal === undefined) return [];
    const distances = distancesAlong(points);
    const next = runs[index + 1];
    const leaves = next === undefined ? null : (way.steps.findLast(leavesFor(first, next.first)) ?? null);
    return [{ levelId, ordinal, points, distances, metres: distances.at(-1) ?? 0, first, leaves }];
  });
  const azimuth = way.heading ?? 0;
  return {
    legs,
    steps: way.steps,
    azimuth,
    goal: goalOf(way, plan),
    isGoalNearer: comesNearer(legs.at(-1), azimuth),
    destination: way.to.name,
  };
}

/** Whether the last metres of a leg come towards the reader more than they go across. */
function comesNearer(leg: Leg | undefined, azimuth: number): boolean {
  if (leg === undefined) return false;
  const [endX, endY] = pointAlong(leg, leg.metres);
  const [x, y] = pointAlong(leg, Math.max(0, leg.metres - lastMetres));
  const { right, ahead } = axesOf(azimuth);
  const [dx, dy] = [endX - x, endY - y];
  return dx * ahead[0] + dy * ahead[1] < -Math.abs(dx * right[0] + dy * right[1]);
}

/** The destination itself, or whatever of the plan lies under the way's end: a room, or else the hall. */
function goalOf({ to, path }: GuideWay, plan: GuidePlan): Unit | null {
  const end = path.at(-1);
  const floor = plan.levels.find(({ level }) => level.id === end?.level);
  if (end === undefined || floor === undefined) return null;
  return floor.units.find(({ id }) => id === to.id) ?? unitAt(floor, end.x, end.y) ?? null;
}

const leavesFor =
  (first: number, next: number) =>
  (step: GuideStep): boolean =>
    step.kind === 'connector' && step.at >= first && step.at < next;

interface Run {
  readonly levelId: string;
  readonly first: number;
  readonly points: readonly (readonly [number, number])[];
}

function runsOf({ path }: GuideWay): readonly Run[] {
  const runs: { levelId: string; first: number; points: (readonly [number, number])[] }[] = [];
  for (const [index, { level, x, y }] of path.entries()) {
    const last = runs.at(-1);
    if (last?.levelId === level) last.points.push([x, y]);
    else runs.push({ levelId: level, first: index, points: [[x, y]] });
  }
  return runs;
}

function distancesAlong(points: Run['points']): readonly number[] {
  let sum = 0;
  return points.map(([x, y], index) => {
    const [beforeX, beforeY] = points[index - 1] ?? [x, y];
    return (sum += Math.hypot(x - beforeX, y - beforeY));
  });
}

/** Index of the leg on which a step is done. */
export function legOfStep({ legs, steps }: Walk, step: number): number {
  const at = steps[step]?.at ?? 0;
  return Math.max(
    0,
    legs.findLastIndex(({ first }) => first <= at),
  );
}

/** The point so many metres along a leg. */
export function pointAlong({ points, distances }: Leg, metres: number): readonly [number, number] {
  const after = distances.findIndex((distance) => distance >= metres);
  const [endX, endY] = points[after === -1 ? points.length - 1 : after] ?? [0, 0];
  if (after <= 0) return [endX, endY];
  const [startX, startY] = points[after - 1] ?? [endX, endY];
  const [from, to] = [distances[after - 1] ?? 0, distances[after] ?? 0];
  const t = to === from ? 1 : (metres - from) / (to - from);
  return [startX + (endX - startX) * t, startY + (endY - startY) * t];
}
