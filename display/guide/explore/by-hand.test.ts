import type { GuidePlan } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { project } from '../walk/camera.ts';
import { heightOf } from '../walk/camera-path.ts';
import { gestureOfKey, movedByHand, roomUnder, type FloorInHand } from './by-hand.ts';
import { cameraOfFloor, floorScene } from './floor-scene.ts';

type Unit = GuidePlan['levels'][number]['units'][number];
const words = (text: string) => ({ zh: text, en: text });
const room = (id: string, x: number, look: Unit['look'], name: string | null): Unit => ({
  id,
  look,
  name: name === null ? null : words(name),
  labelAt: [x + 5, 5],
  polygons: [box(x, 0, 10, 10)],
});
const plan: GuidePlan = {
  version: 'v',
  attribution: null,
  levels: [
    {
      level: { id: '1', ordinal: 0, sign: words('1'), name: words('1') },
      storeyHeight: 4,
      outline: [box(0, 0, 80, 50)],
      units: [
        room('clinic', 10, 'room', 'Clinic'),
        room('staff', 30, 'staff', 'Staff'),
        room('nameless', 50, 'room', null),
      ],
      marks: [],
      kiosks: [],
    },
  ],
};
const picture = { aspect: 1.5, margin: 0.1 };
const camera = cameraOfFloor(plan, 0, 0, picture);
const inHand: FloorInHand = {
  plan,
  walk: null,
  ordinal: 0,
  picture,
  scene: floorScene({ plan, ordinal: 0, camera, walk: null }),
};

test('arrow keys move the picture as fingers would, plus and minus come nearer and go away, other keys do nothing', () => {
  const after = (key: string) => movedByHand(inHand, gestureOfKey(key) ?? { kind: 'tap', x: 0, y: 0 }, 0).camera;
  expect(after('ArrowRight').x).toBeGreaterThan(camera.x);
  expect(after('ArrowLeft').x).toBeLessThan(camera.x);
  expect(after('ArrowUp').y).toBeGreaterThan(camera.y);
  expect(after('ArrowDown').y).toBeLessThan(camera.y);
  expect(after('+').span).toBeLessThan(camera.span);
  expect(after('-').span, 'the whole floor is the farthest').toBe(camera.span);
  expect(gestureOfKey('a')).toBeUndefined();
  expect(gestureOfKey('constructor')).toBeUndefined();
});

test('under a spot is the room that is seen there, if one could go to it', () => {
  const under = (x: number) => roomUnder(inHand, project(camera, picture.aspect, { x, y: 5, z: heightOf(0) }))?.id;
  expect(under(15)).toBe('clinic');
  expect(under(35), 'of the staff').toBeUndefined();
  expect(under(55), 'without a name').toBeUndefined();
  expect(under(75), 'no room').toBeUndefined();
});

function box(x: number, y: number, width: number, height: number): [number, number][][] {
  return [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
  ];
}
