import { floorNumber } from '@lobby/config/wording/floors.ts';
import type { GuidePlan, Words } from '@lobby/hub/contract';
import type { BusyArea, BusyFloor } from './busy-floors.ts';
import { pageStays } from './pages.ts';

/** More than this one after the other nobody could read while a page stays. */
const mostAPage = 3;

/** When a page is shown. */
export interface PageTime {
  /** The screen's steady clock now, milliseconds. */
  readonly now: number;
  /** How many pages take turns, this one among them. */
  readonly pages: number;
}

/**
 * The floors to be seen now, as many as fit side by side: one group after the other while the page stays, and where those
 * are too many, the next groups when it comes again.
 */
export function floorsInTurn<T>(floors: readonly T[], fits: number, { now, pages }: PageTime): readonly T[] {
  const groups = Math.max(1, Math.ceil(floors.length / Math.max(1, fits)));
  const size = Math.ceil(floors.length / groups);
  const aPage = Math.min(groups, mostAPage);
  const showing = Math.floor(now / (pageStays * pages));
  const within = Math.floor(((now % pageStays) * aPage) / pageStays);
  const group = (showing * aPage + within) % groups;
  return floors.slice(group * size, (group + 1) * size);
}

/** A floor of the plan with what is told on it: of a unit, by its id, its name and how many wait there. */
export interface FloorTold {
  readonly ordinal: number;
  readonly told: ReadonlyMap<string, Words>;
}

/** The floors of the plan on which somebody may wait, the uppermost first; all of its floors where that is not known. */
export function floorsTold(floors: readonly BusyFloor[], plan: GuidePlan): readonly FloorTold[] {
  const told = floors.flatMap(({ level, areas }): readonly FloorTold[] => {
    const floor = plan.levels.find((one) => floorNumber(one.level) === level);
    return floor === undefined ? [] : [{ ordinal: floor.level.ordinal, told: toldOn(floor, areas) }];
  });
  if (told.length > 0) return told;
  return plan.levels.map(({ level: { ordinal } }) => ({ ordinal, told: new Map() })).toReversed();
}

function toldOn({ units }: GuidePlan['levels'][number], areas: readonly BusyArea[]): ReadonlyMap<string, Words> {
  return new Map(
    areas.flatMap(({ area, name, waiting }) => {
      const unit = units.find((one) => one.name?.zh === area.zh) ?? units.find((one) => one.name?.zh === name.zh);
      return unit === undefined ? [] : [[unit.id, { zh: `${name.zh} ${waiting}`, en: `${name.en} ${waiting}` }]];
    }),
  );
}
