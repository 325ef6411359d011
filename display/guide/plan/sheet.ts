import type { GuidePlan, GuideStep, GuideWay, Words } from '@lobby/hub/contract';
import { walkOf } from '../walk/walk.ts';
import type { OnFloor } from './heads-up.ts';

type PlanLevel = GuidePlan['levels'][number];
export type PlanUnit = PlanLevel['units'][number];
export type PlanMark = PlanLevel['marks'][number];

/** What is drawn of one floor: the floor, and the part of the way that is on it. */
export interface Sheet {
  readonly floor: PlanLevel;
  /** Empty: nobody is led, the floor is looked at. */
  readonly line: readonly OnFloor[];
  /** The reader stands at the beginning of the line. */
  readonly isStart: boolean;
  /** How one has come onto this floor: the step that reached it. */
  readonly came: GuideStep | null;
  /** How one leaves it; null: the destination is at the end of the line. */
  readonly leaves: GuideStep | null;
  /** The unit to which one is led, where it is on this floor. */
  readonly goal: PlanUnit | null;
  /** Places on the line where something is to be done. */
  readonly decisions: readonly OnFloor[];
}

/** The floors of a way in the order in which they are walked. A floor that is come back to is drawn twice. */
export function sheetsOf(way: GuideWay, plan: GuidePlan): readonly Sheet[] {
  const { legs } = walkOf(way, plan);
  return legs.flatMap((leg, index): readonly Sheet[] => {
    const floor = plan.levels.find(({ level }) => level.id === leg.levelId);
    if (floor === undefined) return [];
    const isLast = index === legs.length - 1;
    const decisions = way.steps.flatMap(({ at }) => {
      const point = way.path[at];
      return point?.level === leg.levelId ? [[point.x, point.y] as const] : [];
    });
    const came = legs[index - 1]?.leaves ?? null;
    const goal = isLast ? goalOf(floor, way, leg.points.at(-1)) : null;
    return [
      { floor, line: leg.points, isStart: index === 0, came, leaves: isLast ? null : leg.leaves, goal, decisions },
    ];
  });
}

/** A floor on which nobody is led. */
export function sheetOfFloor(plan: GuidePlan, ordinal: number): Sheet | undefined {
  const floor = plan.levels.find(({ level }) => level.ordinal === ordinal) ?? plan.levels[0];
  const nothing = { line: [], isStart: false, came: null, leaves: null, goal: null, decisions: [] };
  return floor === undefined ? undefined : { floor, ...nothing };
}

/** The destination itself, else the room in which the way ends. */
function goalOf({ units }: PlanLevel, { to }: GuideWay, end: OnFloor | undefined): PlanUnit | null {
  const named = units.find(({ id }) => id === to.id);
  if (named !== undefined || end === undefined) return named ?? null;
  return units.find(({ look, polygons }) => look !== 'way' && polygons.some((rings) => isWithin(rings, end))) ?? null;
}

/** Whether a point is within a polygon and in none of its holes (even-odd rule). */
export function isWithin(rings: readonly (readonly OnFloor[])[], [x, y]: OnFloor): boolean {
  let inside = false;
  for (const ring of rings) {
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x0, y0] = ring.at(index - 1) ?? [x1, y1];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
  }
  return inside;
}

/** All corners of a floor's outline. */
export function cornersOf({ outline }: PlanLevel): readonly OnFloor[] {
  return outline.flatMap(([outer = []]) => outer);
}

/** The number of a floor that has a colour of its own; its sign is beside the colour always. */
export function floorOfColour({ en }: Words): number | null {
  const number = /^([1-4])F?$/.exec(en)?.[1];
  return number === undefined ? null : Number(number);
}
