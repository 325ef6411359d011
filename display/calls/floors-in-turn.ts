import { floorNumber } from '@lobby/config/wording/floors.ts';
import type { GuidePlan } from '@lobby/hub/contract';
import type { Told } from '../guide/plan/signs.ts';
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
 * Which group of so many floors is to be seen now, counted from 0; as many are in one as fit side by side. One group comes
 * after the other while the page stays, and where those are too many, the next groups when it comes again.
 */
export function groupInTurn(floors: number, fits: number, { now, pages }: PageTime): number {
  const groups = groupsOf(floors, fits);
  const aPage = Math.min(groups, mostAPage);
  const showing = Math.floor(now / (pageStays * pages));
  const within = Math.floor(((now % pageStays) * aPage) / pageStays);
  return (showing * aPage + within) % groups;
}

/** The floors of a group; groups are as even as can be. */
export function floorsOfGroup<T>(floors: readonly T[], fits: number, group: number): readonly T[] {
  const size = Math.ceil(floors.length / groupsOf(floors.length, fits));
  return floors.slice(group * size, (group + 1) * size);
}

function groupsOf(floors: number, fits: number): number {
  return Math.max(1, Math.ceil(floors / Math.max(1, fits)));
}

/** A floor of the plan with what is told on it: of a unit, by its id, its name and how many wait there, or this number alone. */
export interface FloorTold {
  readonly ordinal: number;
  readonly told: ReadonlyMap<string, Told>;
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

function toldOn({ units }: GuidePlan['levels'][number], areas: readonly BusyArea[]): ReadonlyMap<string, Told> {
  return new Map(
    areas.flatMap(({ area, name, waiting }) => {
      const unit = units.find((one) => one.name?.zh === area.zh) ?? units.find((one) => one.name?.zh === name.zh);
      const words = { zh: `${name.zh} ${waiting}`, en: `${name.en} ${waiting}` };
      return unit === undefined ? [] : [[unit.id, { words, least: String(waiting) }]];
    }),
  );
}
