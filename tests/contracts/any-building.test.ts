import { cameraOfFloor, floorScene } from '@lobby/display/guide/explore/floor-scene.ts';
import { overviewScene } from '@lobby/display/guide/explore/overview.ts';
import { emsOf, placeLabels } from '@lobby/display/guide/labels/place-labels.ts';
import { labelsOfWalk } from '@lobby/display/guide/labels/wished-labels.ts';
import { project } from '@lobby/display/guide/walk/camera.ts';
import { sceneOfWalk } from '@lobby/display/guide/walk/scene-of-walk.ts';
import { momentOf, secondsOf } from '@lobby/display/guide/walk/timeline.ts';
import { pointAlong, walkOf } from '@lobby/display/guide/walk/walk.ts';
import type { GuidePlan, GuideWay } from '@lobby/hub/contract';
import { compileFloor } from '@lobby/maps/mesh/floor-mesh.ts';
import { encodeMesh } from '@lobby/maps/mesh/mesh-file.ts';
import { describe, expect, test } from 'vitest';
import { largePlan, wayThrough } from '../support/large-plan.ts';

const paper = { width: 1200, height: 700 };
const picture = { aspect: paper.width / paper.height, margin: 0.13 };

const buildings: readonly (readonly [string, GuidePlan])[] = [
  ['one floor', largePlan({ floors: 1, units: 60 })],
  ['forty floors', largePlan({ floors: 40, units: 80 })],
  ['a kilometre from end to end', largePlan({ floors: 3, units: 400, width: 1_000 })],
  ['rooms of three hundred corners', largePlan({ floors: 2, units: 120, corners: 300 })],
  ['names of forty letters', largePlan({ floors: 2, units: 60, nameLength: 40 })],
];

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

  test('has its labels whole on the picture, and always the one that says where to', () => {
    const last = picturesOf(plan, way).at(-1);
    if (last === undefined) throw new Error('no picture');
    const { walk, moment, scene } = last;
    const labels = labelsOfWalk({ walk, plan, moment, gap: scene.gap, destination: way.to.name });
    const wished = labels.map((label) => ({
      ...label,
      width: Math.min(1_100, 20 * emsOf(label.words.zh)),
      height: 30,
      lift: 0.9,
    }));
    const placed = placeLabels(wished, scene.camera, paper);
    expect(placed.map(({ id }) => id)).toContain('to');
    for (const { left, top } of placed) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(paper.width);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThanOrEqual(paper.height);
    }
  });

  test('is drawn with few triangles, by hand and as a whole', () => {
    const meshes = plan.levels.map((floor) => compileFloor(floor));
    const focus = meshes[0];
    if (focus === undefined) throw new Error('no floor');
    const plates = meshes.slice(1).reduce((sum, mesh) => sum + mesh.plateIndices / 3, 0);
    expect(focus.indices.length / 3 + plates).toBeLessThan(40_000);
    expect(meshes.reduce((sum, mesh) => sum + encodeMesh(mesh).byteLength, 0)).toBeLessThan(30e6);
    const whole = overviewScene(plan, 20, picture);
    expect(whole.floors.size).toBe(plan.levels.length);
    const camera = cameraOfFloor(plan, 0, 20, picture);
    expect(floorScene({ plan, ordinal: 0, camera, walk: null }).floors.get('L0')?.detail).toBe('full');
  });
});

test('a venue without walls is a slab, and a way still leads over it', () => {
  const plan = largePlan({ floors: 2, units: 10 });
  const bare = { ...plan, levels: plan.levels.map((floor) => ({ ...floor, units: [], marks: [] })) };
  expect(compileFloor(bare.levels[0] ?? { outline: [], units: [] }).indices.length).toBeGreaterThan(0);
  expect(picturesOf(bare, wayThrough(plan)).length).toBeGreaterThan(20);
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
