import type { GuidePlan } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { project, spotAt, type GuideCamera } from '../walk/camera.ts';
import { cameraOfFloor, dragged, floorScene, keptOver, zoomed } from './floor-scene.ts';
import { floorSpots, gapOf, overviewScene } from './overview.ts';
import { unitAt } from './unit-at.ts';

const words = (text: string) => ({ zh: text, en: text });
type Corner = [number, number];
const box = (x: number, y: number, width: number, height: number): Corner[][] => [
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
];
const floor = (id: string, ordinal: number): GuidePlan['levels'][number] => ({
  level: { id, ordinal, sign: words(id), name: words(id) },
  storeyHeight: 4,
  outline: [box(0, 0, 80, 50)],
  units: [
    { id: `${id}-hall`, look: 'way', name: words('hall'), labelAt: [40, 25], polygons: [box(0, 0, 80, 50)] },
    { id: `${id}-room`, look: 'room', name: words('room'), labelAt: [12, 12], polygons: [box(10, 10, 5, 5)] },
    { id: `${id}-atrium`, look: 'void', name: null, labelAt: [40, 25], polygons: [box(35, 20, 10, 10)] },
  ],
  marks: [],
  kiosks: [],
});
const plan: GuidePlan = { version: 'v', attribution: null, levels: [floor('B1', -1), floor('1', 0), floor('2', 1)] };
const picture = { aspect: 1.5, margin: 0.1 };

test('the overview shows every corner of every floor, pulled apart', () => {
  const scene = overviewScene(plan, 20, picture);
  expect(scene.gap).toBe(gapOf(plan, 20));
  for (const { level } of plan.levels) {
    for (const [x, y] of [
      [0, 0],
      [80, 50],
    ] as const) {
      const seen = project(scene.camera, picture.aspect, { x, y, z: level.ordinal * scene.gap });
      expect(Math.max(Math.abs(seen.x), Math.abs(seen.y))).toBeLessThanOrEqual(0.88 + 1e-9);
    }
    expect(scene.floors.get(level.id)?.detail).toBe('full');
  }
});

test('the floors of the overview stand apart, their numbers in a column beside them', () => {
  const { camera, gap } = overviewScene(plan, 20, picture);
  const seen = (x: number, y: number, ordinal: number) => project(camera, picture.aspect, { x, y, z: ordinal * gap });
  const lowest = Math.min(seen(80, 0, 1).y, seen(0, 0, 1).y);
  const highest = Math.max(seen(80, 50, 0).y, seen(0, 50, 0).y);
  expect(lowest).toBeGreaterThan(highest);
  const column = [...floorSpots(plan, 20).values()].map((spot) => project(camera, picture.aspect, spot));
  expect(new Set(column.map(({ x }) => x.toFixed(6))).size).toBe(1);
  expect(column[0]?.x).toBeLessThan(Math.min(seen(0, 0, 0).x, seen(0, 50, 0).x));
  expect(column.map(({ y }) => y)).toEqual(column.map(({ y }) => y).toSorted((a, b) => a - b));
});

test('a building of very many rooms is shown by its floors alone', () => {
  const units = Array.from({ length: 1500 }, (_, index) => ({ ...plan.levels[0]?.units[1], id: `u${index}` }));
  const large = { ...plan, levels: plan.levels.map((one) => ({ ...one, units: units as typeof one.units })) };
  expect([...overviewScene(large, 0, picture).floors.values()].map(({ detail }) => detail)).toEqual([
    'plate',
    'plate',
    'plate',
  ]);
});

test('the floor in focus is whole, those below are plates, those above are away', () => {
  const camera = cameraOfFloor(plan, 0, 0, picture);
  const { floors } = floorScene({ plan, ordinal: 0, camera, walk: null });
  expect(floors.get('1')).toEqual({ detail: 'full', faint: 0, strength: 1 });
  expect(floors.get('B1')?.detail).toBe('plate');
  expect(floors.get('2')?.detail).toBe('hidden');
});

test('the spot under the finger stays under it while it drags', () => {
  const camera: GuideCamera = { x: 30, y: 20, z: 0, azimuth: 70, elevation: 55, span: 40 };
  const under = spotAt(camera, 1.5, { x: 0.2, y: -0.1 }, 0);
  const moved = dragged(camera, 1.5, { x: 0.1, y: 0.05 });
  const seen = project(moved, 1.5, under);
  expect(seen.x).toBeCloseTo(0.2 + 2 * 0.1);
  expect(seen.y).toBeCloseTo(-0.1 - 2 * 0.05);
});

test('nobody zooms out beyond the floor, into a wall, or wanders off', () => {
  const whole = cameraOfFloor(plan, 0, 0, picture);
  expect(zoomed(whole, 5, whole).span).toBe(whole.span);
  expect(zoomed(whole, 0.001, whole).span).toBe(12);
  const away = keptOver({ ...whole, x: 9000, y: 0 }, whole, 1.5);
  expect(Math.hypot(away.x - whole.x, away.y - whole.y)).toBeLessThanOrEqual((whole.span * 1.5) / 2 + 1e-6);
});

test('a tap on a room finds the room and not the hall around it', () => {
  const [, ground] = plan.levels;
  if (ground === undefined) throw new Error('no floor');
  expect(unitAt(ground, 12, 12)?.id).toBe('1-room');
  expect(unitAt(ground, 60, 5)?.id).toBe('1-hall');
  expect(unitAt(ground, 300, 5)).toBeUndefined();
});
