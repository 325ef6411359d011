import type { GuidePlan } from '@lobby/hub/contract';
import type { GuideScene } from '../view/guide-view.ts';
import type { GuideCamera } from '../walk/camera.ts';
import { elevation, floorGap, heightOf } from '../walk/camera-path.ts';
import { frameSpots, type Picture } from '../walk/frame-spots.ts';
import { floorsAt } from '../walk/scene-of-walk.ts';
import type { Walk } from '../walk/walk.ts';
import { cornersOf } from './overview.ts';

/** The nearest that fingers may come. Metres in the height of the picture. */
const nearest = 12;

/** One floor that somebody looks at by hand, from a camera that they have moved or from one that shows all of it. */
export function floorScene(at: {
  readonly plan: GuidePlan;
  readonly ordinal: number;
  readonly camera: GuideCamera;
  readonly walk: Walk | null;
}): GuideScene {
  const { plan, ordinal, camera, walk } = at;
  return {
    camera,
    gap: floorGap,
    floors: floorsAt(plan, { here: ordinal, rise: 0 }),
    heads: walk?.legs.map(({ metres }) => metres) ?? [],
    pulse: null,
  };
}

/** The camera that shows a whole floor. */
export function cameraOfFloor(plan: GuidePlan, ordinal: number, azimuth: number, picture: Picture): GuideCamera {
  const outline = plan.levels.filter(({ level }) => level.ordinal === ordinal).flatMap((floor) => floor.outline);
  const spots = cornersOf(outline, heightOf(ordinal));
  return frameSpots(spots, picture, { azimuth, elevation, leastSpan: 20, mostSpan: Infinity });
}

/** A camera moved by a drag: the spot under the finger stays under it. Shares of the picture's width and height. */
export function dragged(
  camera: GuideCamera,
  aspect: number,
  by: { readonly x: number; readonly y: number },
): GuideCamera {
  const angle = (camera.azimuth * Math.PI) / 180;
  const across = -by.x * camera.span * aspect;
  const along = (by.y * camera.span) / Math.sin((camera.elevation * Math.PI) / 180);
  return {
    ...camera,
    x: camera.x + Math.cos(angle) * across + Math.sin(angle) * along,
    y: camera.y - Math.sin(angle) * across + Math.cos(angle) * along,
  };
}

/** A camera nearer (factor below 1) or farther, never so far that more than the whole floor is seen. */
export function zoomed(camera: GuideCamera, factor: number, whole: GuideCamera): GuideCamera {
  return { ...camera, span: Math.min(whole.span, Math.max(nearest, camera.span * factor)) };
}

/** Kept over the floor: the middle of the picture never leaves what `whole` shows. */
export function keptOver(camera: GuideCamera, whole: GuideCamera, aspect: number): GuideCamera {
  const reach = (whole.span * Math.max(1, aspect)) / 2;
  const away = Math.hypot(camera.x - whole.x, camera.y - whole.y);
  if (away <= reach) return camera;
  const back = reach / away;
  return { ...camera, x: whole.x + (camera.x - whole.x) * back, y: whole.y + (camera.y - whole.y) * back };
}
