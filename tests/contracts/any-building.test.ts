import { boxAround, overlap, type Box } from '@lobby/display/guide/boxes.ts';
import { cameraOfFloor, floorScene } from '@lobby/display/guide/explore/floor-scene.ts';
import { overviewScene } from '@lobby/display/guide/explore/overview.ts';
import { letterOfFloors, sizeOfLabel } from '@lobby/display/guide/labels/label-size.ts';
import { offBuilding } from '@lobby/display/guide/labels/off-building.ts';
import { placeLabels } from '@lobby/display/guide/labels/place-labels.ts';
import { floorLabelsOf, labelsOfWalk } from '@lobby/display/guide/labels/wished-labels.ts';
import { aboveFloor, matrixOf, type Paper } from '@lobby/display/guide/plan/heads-up.ts';
import { boxAt, placeSigns } from '@lobby/display/guide/plan/place-signs.ts';
import { sheetsOf } from '@lobby/display/guide/plan/sheet.ts';
import { signsOf } from '@lobby/display/guide/plan/signs.ts';
import { project } from '@lobby/display/guide/walk/camera.ts';
import { sceneOfWalk } from '@lobby/display/guide/walk/scene-of-walk.ts';
import { legEndsOf, momentOf, secondsOf } from '@lobby/display/guide/walk/timeline.ts';
import { pointAlong, walkOf } from '@lobby/display/guide/walk/walk.ts';
import type { GuidePlan, GuideWay } from '@lobby/hub/contract';
import { compileFloor } from '@lobby/maps/mesh/floor-mesh.ts';
import { encodeMesh } from '@lobby/maps/mesh/mesh-file.ts';
import { describe, expect, test } from 'vitest';
import { largePlan, wayThrough } from '../support/large-plan.ts';

const picture = { aspect: 1200 / 700, margin: 0.13 };

const buildings: readonly (readonly [string, GuidePlan])[] = [
  ['one floor', largePlan({ floors: 1, units: 60 })],
  ['forty floors', largePlan({ floors: 40, units: 80 })],
  ['a kilometre from end to end', largePlan({ floors: 3, units: 400, width: 1_000 })],
  ['rooms of three hundred corners', largePlan({ floors: 2, units: 120, corners: 300 })],
  ['names of forty letters', largePlan({ floors: 2, units: 60, nameLength: 40 })],
  ['no walls', withoutWalls(largePlan({ floors: 2, units: 10 }))],
];

function withoutWalls(plan: GuidePlan): GuidePlan {
  return { ...plan, levels: plan.levels.map((floor) => ({ ...floor, units: [], marks: [] })) };
}

const papers = [
  { width: 1200, height: 700, em: 22 },
  { width: 675, height: 1200, em: 22 },
  { width: 1100, height: 620, em: 40 },
  // On the screens of waiting areas, across and upright.
  { width: 979, height: 360, em: 44 },
  { width: 981, height: 301, em: 44 },
];

function expectApart(boxes: readonly Box[], { width, height }: Paper): void {
  expect(boxes.length).toBeGreaterThan(0);
  expect(boxes.filter((box) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)).toEqual([]);
  expect(boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => overlap(one, other)))).toEqual([]);
}

/** Every picture of a walk, ten a second. */
function picturesOf(plan: GuidePlan, way: GuideWay) {
  const walk = walkOf(way, plan);
  return Array.from({ length: Math.ceil(secondsOf(walk) * 10) }, (_, tenth) => {
    const seconds = tenth / 10;
    return {
      walk,
      moment: momentOf(walk, seconds),
      scene: sceneOfWalk({ walk, plan, seconds, picture, isMoving: true }),
    };
  });
}

describe.each(buildings)('a building with %s', (_, plan) => {
  const way = wayThrough(plan);

  test('shows whoever walks on every picture, at a size that can be read', () => {
    for (const { walk, moment, scene } of picturesOf(plan, way)) {
      const leg = walk.legs[moment.leg];
      if (leg === undefined) throw new Error('no floor');
      expect(scene.camera.span).toBeGreaterThan(5);
      expect(scene.camera.span).toBeLessThan(80);
      if (moment.rise > 0) continue;
      const [x, y] = pointAlong(leg, moment.along);
      const seen = project(scene.camera, picture.aspect, { x, y, z: leg.ordinal * scene.gap });
      expect(Math.max(Math.abs(seen.x), Math.abs(seen.y))).toBeLessThanOrEqual(1);
    }
  });

  test.each(papers)('has its labels whole on the picture of $width × $height, none over another', (paper) => {
    const picture = { aspect: paper.width / paper.height, margin: 0.16 };
    const walk = walkOf(way, plan);
    for (const still of [0, ...legEndsOf(walk), secondsOf(walk)]) {
      const seconds = Math.max(0, still - 1e-3);
      const { camera, gap } = sceneOfWalk({ walk, plan, seconds, picture, isMoving: false });
      const moment = momentOf(walk, seconds);
      const wished = labelsOfWalk({ walk, plan, moment, gap, destination: way.to.name }).map((label) => ({
        ...label,
        ...sizeOfLabel(label, { em: paper.em, languages: ['zh', 'en'], width: paper.width, height: paper.height }),
      }));
      const sizes = new Map(wished.map((label) => [label.id, label]));
      const placed = placeLabels(wished, camera, paper);
      const needed = wished.filter(({ kind }) => kind !== 'place' && kind !== 'here-words').map(({ id }) => id);
      expect(placed.map(({ id }) => id)).toEqual(expect.arrayContaining(needed));
      expectApart(
        placed.map(({ id, left, top }) => boxAround({ left, top }, sizes.get(id) ?? paper)),
        paper,
      );
    }
  });

  test.each(papers)('has its signs whole on the plan of $width × $height, none over another', (paper) => {
    for (const sheet of sheetsOf(way, plan)) {
      const camera = aboveFloor([...sheet.line, ...(sheet.goal?.polygons[0]?.[0] ?? [])], paper, {
        heading: 0,
        least: 36,
      });
      const drawing = { sheet, matrix: matrixOf(camera, paper), paper, em: paper.em, goal: way.to.name };
      const signs = signsOf({ ...drawing, languages: ['zh', 'en'] });
      const places = placeSigns(signs, paper, []);
      const needed = signs.filter(({ kind }) => kind === 'here' || kind === 'goal' || kind === 'change');
      expect([...places.keys()]).toEqual(expect.arrayContaining(needed.map(({ id }) => id)));
      expectApart(
        signs.flatMap((sign) => {
          const at = places.get(sign.id);
          return at === undefined ? [] : [boxAt(at, sign)];
        }),
        paper,
      );
    }
  });

  test('is drawn with few triangles, by hand and as a whole', () => {
    const meshes = plan.levels.map((floor) => compileFloor(floor));
    const focus = meshes[0];
    if (focus === undefined) throw new Error('no floor');
    const plates = meshes.slice(1).reduce((sum, mesh) => sum + mesh.plateIndices / 3, 0);
    expect(focus.indices.length).toBeGreaterThan(0);
    expect(focus.indices.length / 3 + plates).toBeLessThan(40_000);
    expect(meshes.reduce((sum, mesh) => sum + encodeMesh(mesh).byteLength, 0)).toBeLessThan(30e6);
    const whole = overviewScene(plan, 20, picture);
    expect(whole.floors.size).toBe(plan.levels.length);
    const camera = cameraOfFloor(plan, 0, 20, picture);
    expect(floorScene({ plan, ordinal: 0, camera, walk: null }).floors.get('L0')?.detail).toBe('full');
  });
});

test('each of ten floors has its number beside it on the screen of a lobby', () => {
  const plan = largePlan({ floors: 10, units: 20 });
  const paper = { width: 950, height: 800, em: 44 };
  const { camera } = overviewScene(plan, 20, { aspect: paper.width / paper.height, margin: 0.1 });
  const labels = floorLabelsOf(plan, 20);
  const spots = labels.map(({ spot }) => spot);
  const em = letterOfFloors(spots, camera, paper);
  expect(em).toBeLessThan(paper.em);
  const wished = labels.map((label) => ({ ...label, ...sizeOfLabel(label, { ...paper, em, languages: ['zh'] }) }));
  expect(placeLabels(wished, camera, paper)).toHaveLength(10);
});

test.each([
  ['ten', 10, { width: 1280, height: 720, em: 28 }],
  ['forty', 40, { width: 1280, height: 720, em: 28 }],
  ['forty', 40, { width: 720, height: 1280, em: 28 }],
  ['ten', 10, { width: 720, height: 1280, em: 28 }],
])('no number of %s floors lies on the building, on %o', (_, floors, paper) => {
  const plan = largePlan({ floors, units: 20 });
  const aspect = paper.width / paper.height;
  const { camera, gap } = overviewScene(plan, 0, { aspect, margin: 0.1 });
  const labels = floorLabelsOf(plan, 0);
  const spots = labels.map(({ spot }) => spot);
  const em = letterOfFloors(spots, camera, paper);
  const sized = labels.map((label) => ({ ...label, ...sizeOfLabel(label, { ...paper, em, languages: ['zh'] }) }));
  const placed = placeLabels(offBuilding(sized, camera, paper), camera, paper);
  expect(placed.length).toBeGreaterThanOrEqual(floors / 2);
  expect(new Set(placed.map(({ left }) => left.toFixed(3))).size, 'one column').toBe(1);
  const corners = plan.levels.flatMap(({ level, outline }) =>
    outline.flatMap(([outer = []]) => outer.map(([x, y]) => ({ x, y, z: level.ordinal * gap }))),
  );
  const building = Math.min(...corners.map((spot) => ((project(camera, aspect, spot).x + 1) / 2) * paper.width));
  const sizes = new Map(sized.map((label) => [label.id, label.width]));
  for (const { id, left } of placed) expect(left + (sizes.get(id) ?? 0) / 2).toBeLessThan(building);
});

test('a way on a floor that the map no longer has is led as far as the map goes', () => {
  const plan = largePlan({ floors: 3, units: 20 });
  const way = wayThrough(plan);
  const without = { ...plan, levels: plan.levels.slice(0, 2) };
  const walk = walkOf(way, without);
  expect(walk.legs.map(({ levelId }) => levelId)).toEqual(['L0']);
  expect(momentOf(walk, 999).isOver).toBe(true);
});

test('no way at all is no walk, and nothing breaks', () => {
  const plan = largePlan({ floors: 1, units: 5 });
  const walk = walkOf({ ...wayThrough(plan), path: [], steps: [] }, plan);
  expect(walk.legs).toEqual([]);
  expect(momentOf(walk, 3)).toMatchObject({ leg: 0, along: 0 });
  expect(sceneOfWalk({ walk, plan, seconds: 3, picture, isMoving: false }).heads).toEqual([]);
});
