import type { GuidePlan } from '@lobby/hub/contract';
import type { FloorState } from '../view/floor-object.ts';
import type { GuideScene } from '../view/guide-view.ts';
import { cameraOf, floorGap } from './camera-path.ts';
import type { Picture } from './frame-spots.ts';
import { momentOf, seenLeg } from './timeline.ts';
import type { Walk } from './walk.ts';

/** The picture of a walk at some second: its floor full, those below as plates, those above away; on a lift, both ends. */
export function sceneOfWalk(at: {
  readonly walk: Walk;
  readonly plan: GuidePlan;
  readonly seconds: number;
  readonly picture: Picture;
  /** Nothing swells in a picture that does not move. */
  readonly isMoving: boolean;
}): GuideScene {
  const { walk, plan, seconds, picture, isMoving } = at;
  const moment = momentOf(walk, seconds);
  const here = walk.legs[moment.leg];
  const next = moment.rise > 0 ? walk.legs[moment.leg + 1] : undefined;
  const seen = seenLeg(walk, moment);
  const heads = walk.legs.map((leg, index) => {
    if (leg.levelId !== seen?.levelId) return -1;
    if (index < moment.leg) return leg.metres;
    return index === moment.leg ? moment.along : 0;
  });
  return {
    camera: cameraOf(walk, seconds, picture),
    gap: floorGap,
    floors: floorsAt(plan, { here: here?.ordinal ?? 0, next: next?.ordinal, rise: moment.rise }),
    heads,
    pulse: isMoving && moment.rise === 0 ? { leg: moment.leg, at: moment.along } : null,
  };
}

/** Floors by their height relative to the one in focus; a floor that is left fades, one that is reached appears. */
export function floorsAt(
  plan: GuidePlan,
  focus: { readonly here: number; readonly next?: number | undefined; readonly rise: number },
): GuideScene['floors'] {
  const { here, next = here, rise } = focus;
  const upper = Math.max(here, next);
  const lower = Math.min(here, next);
  const strengthOfUpper = here === next ? 1 : upper === next ? rise : 1 - rise;
  return new Map(
    plan.levels.map(({ level }): readonly [string, FloorState] => {
      const { ordinal } = level;
      if (ordinal > upper) return [level.id, { detail: 'hidden', faint: 0, strength: 0 }];
      if (ordinal === upper) return [level.id, { detail: 'full', faint: 0, strength: strengthOfUpper }];
      if (ordinal === here || ordinal === next) return [level.id, { detail: 'full', faint: 0, strength: 1 }];
      // What lies between the two would hide the lower one at once.
      const strength = ordinal > lower ? strengthOfUpper : 1;
      return [level.id, { detail: 'plate', faint: Math.min(0.85, 0.35 + 0.18 * (upper - ordinal)), strength }];
    }),
  );
}
