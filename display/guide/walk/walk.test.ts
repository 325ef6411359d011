import type { GuidePlan, GuideStep, GuideWay } from '@lobby/hub/contract';
import { OrthographicCamera, Vector3 } from 'three';
import { expect, test } from 'vitest';
import { poseOf } from '../view/pose.ts';
import { axesOf, between, project, spotAt, type GuideCamera } from './camera.ts';
import { cameraOf, floorGap, heightOf } from './camera-path.ts';
import { frameSpots } from './frame-spots.ts';
import { sceneOfWalk } from './scene-of-walk.ts';
import { legEndsOf, momentOf, pace, secondOfStep, secondsOf, stillsOf } from './timeline.ts';
import { legOfStep, pointAlong, walkOf } from './walk.ts';

const words = (text: string) => ({ zh: text, en: text });
const level = (id: string, ordinal: number) => ({ id, ordinal, sign: words(id), name: words(id) });
const ground = level('1', 0);
const third = level('3', 2);
const step = (wish: Partial<GuideStep> & Pick<GuideStep, 'kind' | 'at'>): GuideStep => ({
  words: words(wish.kind),
  metres: 0,
  turn: null,
  connector: null,
  level: null,
  ...wish,
});
const place = (name: string, on: typeof ground) => ({ id: name, name: words(name), detail: null, level: on });
const way: GuideWay = {
  version: 'v1',
  profile: 'default',
  from: place('K01', ground),
  to: place('cardiology', third),
  heading: 90,
  summary: { words: words('4 min'), minutes: 4, metres: 100, turns: 2, lifts: 1, flights: 0 },
  steps: [
    step({ kind: 'start', at: 0, turn: 'right' }),
    step({ kind: 'connector', at: 2, connector: 'lift', level: third }),
    step({ kind: 'turn', at: 4, turn: 'left' }),
    step({ kind: 'arrive', at: 5 }),
  ],
  path: [
    { level: '1', x: 0, y: 0, via: null },
    { level: '1', x: 30, y: 0, via: 'walk' },
    { level: '1', x: 30, y: 12, via: 'door' },
    { level: '3', x: 30, y: 12, via: 'lift' },
    { level: '3', x: 20, y: 12, via: 'walk' },
    { level: '3', x: 20, y: 40, via: 'walk' },
  ],
  phone: null,
};
const plan: GuidePlan = {
  version: 'v1',
  attribution: null,
  levels: [ground, level('2', 1), third].map((on) => ({
    level: on,
    storeyHeight: 4.5,
    outline: [],
    units: [],
    marks: [],
    kiosks: [],
  })),
};
const walk = walkOf(way, plan);
const picture = { aspect: 1.6, margin: 0.15 };

test('a walk is one line a floor, and each floor but the last is left by its connector step', () => {
  expect(walk.legs.map(({ levelId, metres }) => [levelId, metres])).toEqual([
    ['1', 42],
    ['3', 38],
  ]);
  expect(walk.legs.map(({ leaves }) => leaves?.level?.sign.en ?? null)).toEqual(['3', null]);
});

test('whoever has walked twenty metres of a leg is twenty metres along its line', () => {
  const [first] = walk.legs;
  if (first === undefined) throw new Error('no leg');
  expect(pointAlong(first, 20)).toEqual([20, 0]);
  expect(pointAlong(first, 36)).toEqual([30, 6]);
  expect(pointAlong(first, 99)).toEqual([30, 12]);
});

test('a way that comes to its end from beyond leaves room for the name on the side of the reader', () => {
  const ends = [0, 90, 180].map((heading) => {
    const turned = walkOf({ ...way, heading }, plan);
    const camera = cameraOf(turned, secondsOf(turned), { ...picture, above: 0.4 });
    const end = project(camera, picture.aspect, { x: 20, y: 40, z: heightOf(2) });
    const begin = project(camera, picture.aspect, { x: 30, y: 12, z: heightOf(2) });
    return { isNearer: turned.isGoalNearer, above: 1 - Math.max(end.y, begin.y), below: 1 + Math.min(end.y, begin.y) };
  });
  expect(ends.map(({ isNearer }) => isNearer)).toEqual([false, false, true]);
  for (const { isNearer, above, below } of ends) expect(isNearer ? below : above).toBeGreaterThanOrEqual(0.8 - 1e-9);
});

test('whoever rides past a floor sees the one they leave until the ride is half over, and its line alone', () => {
  const shown = (rise: number) => {
    const start = (legEndsOf(walk)[0] ?? 0) + pace.floorChange * rise;
    const { floors, heads } = sceneOfWalk({ walk, plan, seconds: start, picture, isMoving: false });
    return {
      strengths: ['1', '2', '3'].map((id) => floors.get(id)?.strength ?? 0),
      lines: heads.map((one) => one >= 0),
    };
  };
  const setOff = shown(0.01);
  expect(setOff.lines).toEqual([true, false]);
  expect(setOff.strengths[0]).toBe(1);
  expect(Math.max(...setOff.strengths.slice(1))).toBeLessThan(0.01);
  const arrives = shown(0.99);
  expect(arrives.lines).toEqual([false, true]);
  expect(arrives.strengths[0]).toBe(1);
  expect(Math.min(...arrives.strengths.slice(1))).toBeGreaterThan(0.99);
});

test('a walk begins at its first step, ends at its last, and never goes back', () => {
  const length = secondsOf(walk);
  const moments = Array.from({ length: 200 }, (_, index) => momentOf(walk, (length * index) / 199));
  expect(moments[0]).toMatchObject({ leg: 0, along: 0, step: 0, isOver: false });
  expect(moments.at(-1)).toMatchObject({ leg: 1, along: 38, step: 3, isOver: true });
  const progress = moments.map(({ leg, along, rise }) => leg * 1000 + along + rise);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(moments.map(({ step: index }) => index)).toEqual(
    moments.map(({ step: index }) => index).toSorted((a, b) => a - b),
  );
});

test('a step is done on the floor where it begins', () => {
  const legs = walk.steps.map((_, step) => legOfStep(walk, step));
  expect(legs[0]).toBe(0);
  expect(legs.at(-1)).toBe(walk.legs.length - 1);
  for (const [index, leg] of walk.legs.entries())
    if (leg.leaves !== null) expect(legs[walk.steps.indexOf(leg.leaves)]).toBe(index);
});

test('a step that is tapped is the step that is shown', () => {
  for (const index of walk.steps.keys()) {
    const moment = momentOf(walk, secondOfStep(walk, index) + 1e-3);
    expect(moment.step).toBe(index);
  }
});

test('a picture that does not move shows each step where it is done, and nobody rides on it', () => {
  const stills = stillsOf(walk);
  const moments = stills.map(({ seconds }) => momentOf(walk, seconds));
  expect(stills.map(({ step: index }) => index)).toEqual([0, 1, 2, 3]);
  expect(moments.map(({ step: index }) => index)).toEqual([0, 1, 2, 3]);
  expect(moments.map(({ leg }) => leg)).toEqual([0, 0, 1, 1]);
  expect(moments.map(({ rise }) => rise)).toEqual([0, 0, 0, 0]);
  expect(moments[1]?.along, 'the whole line to the lift').toBeCloseTo(42, 6);
  expect(moments.at(-1)?.isOver).toBe(true);
});

test('of two steps at the same spot each has its still, and whoever looks around has not begun the second', () => {
  const steps = way.steps.map((one, index) => (index === 1 ? { ...one, at: 0 } : one));
  const atLift = walkOf({ ...way, steps: [...steps.slice(0, 2), ...steps.slice(1)] }, plan);
  expect(stillsOf(atLift).map(({ step: index }) => index)).toEqual([0, 1, 2, 3, 4]);
  expect(momentOf(atLift, secondOfStep(atLift, 0) + 1e-3).step).toBe(0);
});

test('a floor on which nothing is to be done is seen once where nothing moves', () => {
  const legsOf = (steps: typeof way.steps) => {
    const through = walkOf({ ...way, steps }, plan);
    return stillsOf(through).map(({ seconds }) => momentOf(through, seconds).leg);
  };
  expect(legsOf(way.steps.filter(({ at }) => at < 3))).toEqual([0, 0, 1]);
  expect(legsOf(way.steps.filter(({ at }) => at > 3))).toEqual([0, 1, 1]);
});

test('the camera moves in small steps, also from floor to floor', () => {
  const length = secondsOf(walk);
  const cameras = Array.from({ length: Math.ceil(length * 30) }, (_, index) => cameraOf(walk, index / 30, picture));
  for (const [index, camera] of cameras.entries()) {
    const before = cameras[index - 1] ?? camera;
    expect(Math.hypot(camera.x - before.x, camera.y - before.y, camera.z - before.z)).toBeLessThan(1.5);
    expect(camera.azimuth).toBe(90);
  }
  expect(cameras[0]?.z).toBe(0);
  expect(cameras.at(-1)?.z).toBe(heightOf(2));
  expect(heightOf(2)).toBe(2 * floorGap);
});

test('whoever walks is on the picture at every moment, near its edge at most', () => {
  for (let second = 0; second < secondsOf(walk); second += 0.1) {
    const { leg, along, rise } = momentOf(walk, second);
    const on = walk.legs[leg];
    if (on === undefined || rise > 0) continue;
    const [x, y] = pointAlong(on, along);
    const seen = project(cameraOf(walk, second, picture), picture.aspect, { x, y, z: heightOf(on.ordinal) });
    expect(Math.max(Math.abs(seen.x), Math.abs(seen.y))).toBeLessThanOrEqual(0.71);
  }
});

test('ahead of the reader is straight up on the picture, for every heading and everywhere on it', () => {
  for (let azimuth = 0; azimuth < 360; azimuth += 7) {
    const camera: GuideCamera = { x: 5, y: -3, z: 9, azimuth, elevation: 55, span: 40 };
    const { ahead } = axesOf(azimuth);
    for (const [x, y] of [
      [0, 0],
      [20, -14],
      [-9, 33],
    ] as const) {
      const from = project(camera, 1.6, { x, y, z: 0 });
      const to = project(camera, 1.6, { x: x + ahead[0], y: y + ahead[1], z: 0 });
      expect(to.x).toBeCloseTo(from.x, 10);
      expect(to.y).toBeGreaterThan(from.y);
    }
  }
});

test('a tap finds the spot of the floor that is seen there', () => {
  const camera: GuideCamera = { x: 5, y: -3, z: 9, azimuth: 130, elevation: 55, span: 40 };
  const spot = { x: 11, y: 4, z: 18 };
  const found = spotAt(camera, 0.7, project(camera, 0.7, spot), 18);
  expect(found.x).toBeCloseTo(spot.x);
  expect(found.y).toBeCloseTo(spot.y);
});

test('three draws a spot where we reckon it', () => {
  const camera: GuideCamera = { x: 5, y: -3, z: 9, azimuth: 213, elevation: 55, span: 40 };
  const three = new OrthographicCamera();
  poseOf(three, camera, 1.3);
  for (const spot of [
    { x: 0, y: 0, z: 0 },
    { x: 12, y: -7, z: 18 },
  ]) {
    const drawn = new Vector3(spot.x, spot.y, spot.z).project(three);
    const reckoned = project(camera, 1.3, spot);
    expect(drawn.x).toBeCloseTo(reckoned.x, 6);
    expect(drawn.y).toBeCloseTo(reckoned.y, 6);
    expect(Math.abs(drawn.z)).toBeLessThan(1);
  }
});

test('three draws the lowest and the uppermost of forty floors of a kilometre, pulled far apart', () => {
  const [gap, reach] = [440, 20 * 440];
  const camera: GuideCamera = { x: 0, y: 0, z: reach, azimuth: 30, elevation: 23, span: 18_000 };
  const three = new OrthographicCamera();
  poseOf(three, camera, 1.3, reach);
  for (const z of [0, 40 * gap])
    for (const at of [-500, 500]) expect(Math.abs(new Vector3(at, at, z).project(three).z)).toBeLessThan(1);
});

test('all spots of a frame are inside its margin', () => {
  const spots = [
    { x: -10, y: 5, z: 0 },
    { x: 44, y: 30, z: 9 },
    { x: 3, y: -20, z: 0 },
  ];
  const camera = frameSpots(spots, picture, { azimuth: 33, elevation: 55, leastSpan: 5, mostSpan: 500 });
  for (const spot of spots) {
    const seen = project(camera, picture.aspect, spot);
    expect(Math.max(Math.abs(seen.x), Math.abs(seen.y))).toBeLessThanOrEqual(0.7 + 1e-9);
  }
});

test('the camera turns the shorter way round', () => {
  const camera: GuideCamera = { x: 0, y: 0, z: 0, azimuth: 350, elevation: 55, span: 40 };
  expect(between(camera, { ...camera, azimuth: 10 }, 0.5).azimuth).toBe(360);
});
