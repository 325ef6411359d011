import { cameraOfFloor, dragged, floorScene, zoomed } from '@lobby/display/guide/explore/floor-scene.ts';
import { overviewScene } from '@lobby/display/guide/explore/overview.ts';
import { sizeOfLabel } from '@lobby/display/guide/labels/label-size.ts';
import { placeLabels } from '@lobby/display/guide/labels/place-labels.ts';
import { labelsOfWalk } from '@lobby/display/guide/labels/wished-labels.ts';
import { aboveFloor, matrixOf } from '@lobby/display/guide/plan/heads-up.ts';
import { placeSigns } from '@lobby/display/guide/plan/place-signs.ts';
import { sheetsOf, type Sheet } from '@lobby/display/guide/plan/sheet.ts';
import { signsOf, takenBy, type Drawing, type Sign } from '@lobby/display/guide/plan/signs.ts';
import { poseOf } from '@lobby/display/guide/view/pose.ts';
import { project, type GuideCamera, type Spot } from '@lobby/display/guide/walk/camera.ts';
import { cameraOf, heightOf } from '@lobby/display/guide/walk/camera-path.ts';
import { sceneOfWalk } from '@lobby/display/guide/walk/scene-of-walk.ts';
import { legEndsOf, momentOf, secondsOf, stillsOf } from '@lobby/display/guide/walk/timeline.ts';
import { legOfStep, pointAlong, walkOf, type Walk } from '@lobby/display/guide/walk/walk.ts';
import { walkProfiles, type GuideWay } from '@lobby/hub/contract';
import type { Kiosk } from '@lobby/maps';
import { OrthographicCamera, Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { demoGuide } from '../support/demo-guide.ts';

/* Every way that the demo hospital shows: from all its terminals and screens to the same fifty places. */

const { plan, kiosks, ways } = await demoGuide();
const shown = ways('default', 50).map(({ kiosk, way }) => ({ kiosk, way, walk: walkOf(way, plan) }));
const pictures = [
  { aspect: 16 / 9, margin: 0.13 },
  { aspect: 9 / 16, margin: 0.13 },
];

test('there are enough ways to say something', () => {
  expect(kiosks.length).toBeGreaterThan(15);
  expect(shown.length).toBeGreaterThan(800);
  expect(shown.filter(({ walk }) => walk.legs.length > 1).length).toBeGreaterThan(400);
});

describe('up on the picture', () => {
  /** Of the degrees that lie between up and where the reader looks, the most. */
  function mostFromUp({ point: [x, y], polygons, heading, levelId }: Kiosk, camera: GuideCamera, aspect: number) {
    const z = heightOf(plan.levels.find(({ level }) => level.id === levelId)?.level.ordinal ?? NaN);
    const angle = ((heading ?? NaN) * Math.PI) / 180;
    const [faceX, faceY] = middleOf(polygons.flatMap(({ outer }) => outer));
    // As the map has it: to the device itself, whatever it says of its heading, and by the compass.
    const ahead = [
      { x: faceX, y: faceY, z },
      { x: x + Math.sin(angle), y: y + Math.cos(angle), z },
    ];
    return Math.max(...ahead.map((to) => Math.abs(fromUp(camera, aspect, { x, y, z }, to))));
  }

  test.each(kiosks)('is where the reader of $device.id looks, on every floor and over the whole building', (kiosk) => {
    const heading = kiosk.heading ?? NaN;
    for (const picture of pictures) {
      const whole = overviewScene(plan, heading, picture);
      expect(mostFromUp(kiosk, whole.camera, picture.aspect)).toBeLessThan(1);
      for (const { level } of plan.levels) {
        const camera = cameraOfFloor(plan, level.ordinal, heading, picture);
        const scene = floorScene({ plan, ordinal: level.ordinal, camera, walk: null });
        expect(mostFromUp(kiosk, scene.camera, picture.aspect)).toBeLessThan(1);
        const nearer = zoomed(dragged(camera, picture.aspect, { x: 0.3, y: -0.2 }), 0.4, camera);
        expect(mostFromUp(kiosk, nearer, picture.aspect)).toBeLessThan(1);
      }
    }
  });

  test.each(kiosks)(
    'is where the reader of $device.id looks, from the first picture of every way to the last',
    (kiosk) => {
      const walks = shown.filter((one) => one.kiosk === kiosk).map(({ walk }) => walk);
      expect(walks.length).toBeGreaterThan(30);
      for (const walk of walks)
        for (const picture of pictures)
          for (const seconds of [0, ...legEndsOf(walk), secondsOf(walk)]) {
            const { camera } = sceneOfWalk({ walk, plan, seconds, picture, isMoving: true });
            expect(mostFromUp(kiosk, camera, picture.aspect)).toBeLessThan(1);
          }
    },
  );
});

/** Degrees clockwise from up at which it goes from one spot to another on the picture that three draws. */
function fromUp(camera: GuideCamera, aspect: number, from: Spot, to: Spot): number {
  const three = new OrthographicCamera();
  poseOf(three, camera, aspect);
  const [start, end] = [from, to].map(({ x, y, z }) => new Vector3(x, y, z).project(three));
  if (start === undefined || end === undefined) throw new Error('two spots');
  return (Math.atan2((end.x - start.x) * aspect, end.y - start.y) * 180) / Math.PI;
}

function middleOf(points: readonly (readonly [number, number])[]): readonly [number, number] {
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

describe.each(pictures)('the camera of a walk, on a picture of $aspect', (picture) => {
  /** Thirty a second, as they are drawn. */
  const framesOf = (walk: Walk): readonly number[] =>
    Array.from({ length: Math.ceil(secondsOf(walk) * 30) + 1 }, (_, frame) => frame / 30);

  test('depends on the way and the second alone', () => {
    for (const { way, walk } of shown.filter((_, index) => index % 20 === 0)) {
      const seconds = framesOf(walk).filter((_, frame) => frame % 10 === 0);
      const forwards = seconds.map((second) => cameraOf(walk, second, picture));
      const again = walkOf(structuredClone(way), structuredClone(plan));
      const backwards = seconds.toReversed().map((second) => cameraOf(again, second, { ...picture }));
      expect(backwards.toReversed()).toEqual(forwards);
    }
  });

  test('never jumps: between two frames the picture moves and grows by little', () => {
    let most = 0;
    for (const { walk } of shown) {
      let before: GuideCamera | undefined;
      for (const second of framesOf(walk)) {
        const camera = cameraOf(walk, second, picture);
        const { x, y } = project(before ?? camera, picture.aspect, camera);
        const growth = Math.abs(camera.span / (before?.span ?? camera.span) - 1);
        most = Math.max(most, Math.abs(x) / 2, Math.abs(y) / 2, growth);
        before = camera;
      }
    }
    expect(most).toBeLessThan(0.06);
  });

  test('stays at the height of the floor that is walked, and rises with whoever rides', () => {
    let most = 0;
    for (const { walk } of shown)
      for (const second of framesOf(walk)) {
        const { leg, rise } = momentOf(walk, second);
        const [here = NaN, next = here] = walk.legs.slice(leg, leg + 2).map(({ ordinal }) => heightOf(ordinal));
        most = Math.max(most, Math.abs(cameraOf(walk, second, picture).z - (here + (next - here) * rise)));
      }
    expect(most).toBeLessThan(1e-9);
  });

  test('has whoever walks or rides on the picture in every frame, away from its rim', () => {
    const inside = 1 - 2 * picture.margin + 1e-9;
    let most = 0;
    for (const { walk } of shown)
      for (const second of framesOf(walk)) {
        const { leg, along, rise } = momentOf(walk, second);
        const [here, next = here] = walk.legs.slice(leg, leg + 2);
        if (here === undefined || next === undefined) throw new Error('no floor');
        const [x, y] = between(pointAlong(here, along), pointAlong(next, 0), rise);
        const z = heightOf(here.ordinal) + (heightOf(next.ordinal) - heightOf(here.ordinal)) * rise;
        const seen = project(cameraOf(walk, second, picture), picture.aspect, { x, y, z });
        most = Math.max(most, Math.abs(seen.x), Math.abs(seen.y));
      }
    expect(most).toBeLessThanOrEqual(inside);
  });

  test('has where one is led to on the picture at the end', () => {
    for (const { way, walk } of shown) {
      const end = way.path.at(-1);
      const last = walk.legs.at(-1);
      if (end === undefined || last === undefined) throw new Error('no end');
      const seen = project(cameraOf(walk, secondsOf(walk), picture), picture.aspect, {
        ...end,
        z: heightOf(last.ordinal),
      });
      expect(last.levelId).toBe(end.level);
      expect(Math.max(Math.abs(seen.x), Math.abs(seen.y))).toBeLessThanOrEqual(1 - 2 * picture.margin + 1e-9);
    }
  });
});

function between([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number], t: number) {
  return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t] as const;
}

/** Across, upright, and with letters for five metres. Pixels. */
const papers = [
  { width: 1200, height: 675, em: 22 },
  { width: 675, height: 1200, em: 22 },
  { width: 1100, height: 620, em: 40 },
];

describe.each(walkProfiles)('every lift, escalator and stair of a way for %s', (profile) => {
  const told = ways(profile, 24).map(({ way }) => ({ way, walk: walkOf(way, plan), rides: ridesOf(way) }));

  test('is told with the floor that it reaches', () => {
    expect(told.flatMap(({ rides }) => rides).length).toBeGreaterThan(150);
    for (const { walk, rides } of told) expect(rides.length).toBe(walk.legs.length - 1);
  });

  test('is seen with its own words where nothing moves, as every other step is', () => {
    for (const { walk } of told) {
      const stills = stillsOf(walk);
      expect(stills.map(({ step }) => step)).toEqual([...walk.steps.keys()]);
      const moments = stills.map(({ seconds }) => momentOf(walk, seconds));
      expect(moments.map(({ leg }) => leg)).toEqual(stills.map(({ step }) => legOfStep(walk, step)));
      expect(moments.every(({ rise }) => rise === 0)).toBe(true);
    }
  });

  test.each(papers)(
    'carries on the building the number and the direction of the words, on $width × $height',
    (paper) => {
      for (const { way, walk, rides } of told) {
        const picture = { aspect: paper.width / paper.height, margin: 0.16 };
        const carried = legEndsOf(walk).map((still) => {
          const seconds = still - 1e-3;
          const { camera, gap } = sceneOfWalk({ walk, plan, seconds, picture, isMoving: false });
          const moment = momentOf(walk, seconds);
          const wished = labelsOfWalk({ walk, plan, moment, gap, destination: way.to.name }).map((label) => ({
            ...label,
            ...sizeOfLabel(label, { em: paper.em, languages: ['zh', 'en'], width: paper.width, height: paper.height }),
          }));
          const placed = new Set(placeLabels(wished, camera, paper).map(({ id }) => id));
          return wished.flatMap(({ id, kind, to }) =>
            kind === 'connector' && placed.has(id) ? [{ sign: to?.sign, isUp: to?.isUp }] : [],
          );
        });
        expect(carried).toEqual([...rides.map((ride) => [ride]), []]);
      }
    },
  );

  test.each(papers)('carries on the plan the number and the direction of the words, on $width × $height', (paper) => {
    for (const { way, rides } of told) {
      const carried = sheetsOf(way, plan).map((sheet) =>
        (['zh', 'en'] as const).map((language) => {
          const signs = onPlan(sheet, { paper, way, languages: [language] });
          return signs.flatMap(({ kind, to }) => (kind === 'change' ? [to] : []));
        }),
      );
      const inWords = rides.map(({ sign, isUp }) => [[{ sign: sign.zh, isUp }], [{ sign: sign.en, isUp }]]);
      expect(carried).toEqual([...inWords, [[], []]]);
    }
  });
});

/** The signs that find a place on the plan. */
function onPlan(
  sheet: Sheet,
  on: { readonly paper: (typeof papers)[number]; readonly way: GuideWay; readonly languages: Drawing['languages'] },
): readonly Sign[] {
  const { paper, way, languages } = on;
  const camera = aboveFloor(sheet.line, paper, { heading: way.heading ?? NaN, least: 36 });
  const drawing = { sheet, matrix: matrixOf(camera, paper), paper, em: paper.em, languages, goal: way.to.name };
  const signs = signsOf(drawing);
  const places = placeSigns(signs, paper, takenBy(drawing));
  return signs.filter(({ id }) => places.has(id));
}

/** Which floors the sentences of a way send to, and whether up or down: by their words alone. */
function ridesOf({ steps }: GuideWay) {
  return steps
    .filter(({ kind }) => kind === 'connector')
    .map(({ words }) => {
      const zh = /(?<verb>上到|下到)\s?(?:地下 \d+ 层（(?<cellar>[^）]+)）|(?<floor>\d+) 楼)$/u.exec(words.zh)?.groups;
      const en = /(?<verb>up|down) to floor (?<floor>\w+)$/u.exec(words.en)?.groups;
      if ((zh?.['verb'] === '上到') !== (en?.['verb'] === 'up')) throw new Error(`${words.zh} is not ${words.en}`);
      return { sign: { zh: zh?.['cellar'] ?? zh?.['floor'], en: en?.['floor'] }, isUp: en?.['verb'] === 'up' };
    });
}
