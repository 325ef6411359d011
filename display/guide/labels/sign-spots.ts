import type { GuidePlan } from '@lobby/hub/contract';
import { iconNames, iconOf, type IconName } from '../icons/icon-shapes.ts';
import type { GuideScene } from '../view/guide-view.ts';
import { iconHeight, iconsFromSpan } from '../view/sign-measures.ts';
import type { Spot } from '../walk/camera.ts';

/** A sign over its floor; metres, z from the floor. */
export interface Sign {
  readonly icon: IconName;
  readonly at: Spot;
}

/** All signs of a floor, the ways up and down first. */
export function signsOf({ marks }: GuidePlan['levels'][number]): readonly Sign[] {
  const signs = marks.flatMap(({ category, at: [x, y] }): readonly Sign[] => {
    const icon = iconOf(category);
    return icon === undefined ? [] : [{ icon, at: { x, y, z: iconHeight } }];
  });
  return signs.toSorted((a, b) => iconNames.indexOf(a.icon) - iconNames.indexOf(b.icon));
}

/** Those that can be seen beside each other where a sign is so many metres across; the first ones stay. */
export function signsApart(signs: readonly Sign[], across: number): readonly Sign[] {
  const kept: Sign[] = [];
  for (const sign of signs) {
    // Seen from above at a slant, what lies behind comes nearer.
    const isFree = kept.every(({ at }) => Math.hypot(at.x - sign.at.x, at.y - sign.at.y) > across * 1.35);
    if (isFree) kept.push(sign);
  }
  return kept;
}

/** Where the signs of a floor hang, each so many metres across; none where so much is seen that they are left out. */
export function signSpots(
  plan: GuidePlan,
  ordinal: number,
  { camera, gap }: GuideScene,
  across: number,
): readonly Spot[] {
  if (camera.span >= iconsFromSpan) return [];
  return plan.levels
    .filter(({ level }) => level.ordinal === ordinal)
    .flatMap((floor) => signsApart(signsOf(floor), across))
    .map(({ at }) => ({ ...at, z: ordinal * gap + at.z }));
}
