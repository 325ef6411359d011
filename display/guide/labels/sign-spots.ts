import type { GuidePlan } from '@lobby/hub/contract';
import { iconOf } from '../icons/icon-shapes.ts';
import type { GuideScene } from '../view/guide-view.ts';
import { iconHeight, iconsFromSpan } from '../view/sign-measures.ts';
import type { Spot } from '../walk/camera.ts';

/** Where the signs of a floor hang; none where so much is seen that they are left out. */
export function signSpots(plan: GuidePlan, ordinal: number, { camera, gap }: GuideScene): readonly Spot[] {
  if (camera.span >= iconsFromSpan) return [];
  return plan.levels
    .filter(({ level }) => level.ordinal === ordinal)
    .flatMap(({ marks }) => marks.filter(({ category }) => iconOf(category) !== undefined))
    .map(({ at: [x, y] }) => ({ x, y, z: ordinal * gap + iconHeight }));
}
