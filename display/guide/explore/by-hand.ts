import type { GuidePlan } from '@lobby/hub/contract';
import type { PlanUnit } from '../plan/sheet.ts';
import type { GuideScene } from '../view/guide-view.ts';
import { spotAt, type OnPicture } from '../walk/camera.ts';
import { heightOf } from '../walk/camera-path.ts';
import type { Picture } from '../walk/frame-spots.ts';
import type { Walk } from '../walk/walk.ts';
import type { Gesture } from './fingers.ts';
import { cameraOfFloor, dragged, floorScene, keptOver, zoomed } from './floor-scene.ts';
import { unitAt } from './unit-at.ts';

/** A floor that a hand is on, as it stands on the picture. */
export interface FloorInHand {
  readonly plan: GuidePlan;
  readonly walk: Walk | null;
  readonly ordinal: number;
  readonly scene: GuideScene;
  readonly picture: Picture;
}

/** Arrows move the picture, plus and minus come nearer and go away. */
const keys: ReadonlyMap<string, Gesture> = new Map([
  ['ArrowLeft', { kind: 'drag', x: 0.15, y: 0 }],
  ['ArrowRight', { kind: 'drag', x: -0.15, y: 0 }],
  ['ArrowUp', { kind: 'drag', x: 0, y: 0.15 }],
  ['ArrowDown', { kind: 'drag', x: 0, y: -0.15 }],
  ['+', { kind: 'pinch', factor: 0.8 }],
  ['-', { kind: 'pinch', factor: 1.25 }],
]);

/** What a key does that a finger could do; undefined: nothing. `key`: as keyboard events name it. */
export function gestureOfKey(key: string): Gesture | undefined {
  return keys.get(key);
}

/** The floor after it was moved or come nearer to; a tap leaves it as it is. `up`: as the picture of the whole floor has it. */
export function movedByHand(
  { plan, walk, ordinal, scene, picture }: FloorInHand,
  gesture: Gesture,
  up: number,
): GuideScene {
  if (gesture.kind === 'tap') return scene;
  const { camera } = scene;
  const whole = cameraOfFloor(plan, ordinal, up, picture);
  const next =
    gesture.kind === 'drag' ? dragged(camera, picture.aspect, gesture) : zoomed(camera, gesture.factor, whole);
  return floorScene({ plan, ordinal, camera: keptOver(next, whole, picture.aspect), walk });
}

/** The room that is seen at a spot of the picture; null: none that one could go to. */
export function roomUnder({ plan, ordinal, scene, picture }: FloorInHand, onPicture: OnPicture): PlanUnit | null {
  const { x, y } = spotAt(scene.camera, picture.aspect, onPicture, heightOf(ordinal));
  const floor = plan.levels.find(({ level }) => level.ordinal === ordinal);
  const unit = floor === undefined ? undefined : unitAt(floor, x, y);
  return unit === undefined || unit.name === null || unit.look === 'staff' ? null : unit;
}
