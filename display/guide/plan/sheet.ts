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
  /** The room or hall to which one is led, where it is on this floor. */
  readonly goal: PlanUnit | null;
  /** Places on the line where something is to be done. */
  readonly decisions: readonly OnFloor[];
}

/** The floors of a way in the order in which they are walked. A floor that is come back to is drawn twice. */
export function sheetsOf(way: GuideWay, plan: GuidePlan): readonly Sheet[] {
  const { legs, goal } = walkOf(way, plan);
  return legs.flatMap((leg, index): readonly Sheet[] => {
    const floor = plan.levels.find(({ level }) => level.id === leg.levelId);
    if (floor === undefined) return [];
    const isLast = index === legs.length - 1;
    const decisions = way.steps.flatMap(({ at }) => {
      const point = way.path[at];
      return point?.level === leg.levelId ? [[point.x, point.y] as const] : [];
    });
    const came = legs[index - 1]?.leaves ?? null;
    return [
      {
        floor,
        line: leg.points,
        isStart: index === 0,
        came,
        leaves: isLast ? null : leg.leaves,
        goal: isLast ? goal : null,
        decisions,
      },
    ];
  });
}

/** A floor on which nobody is led. */
export function sheetOfFloor(plan: GuidePlan, ordinal: number): Sheet | undefined {
  const floor = plan.levels.find(({ level }) => level.ordinal === ordinal) ?? plan.levels[0];
  const nothing = { line: [], isStart: false, came: null, leaves: null, goal: null, decisions: [] };
  return floor === undefined ? undefined : { floor, ...nothing };
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
