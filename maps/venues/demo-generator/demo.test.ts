import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { union } from 'polyclip-ts';
import { demoArchive, floors } from './generate.ts';
import { shapeOf, unitsOf } from './outline.ts';
import type { Place } from './plane.ts';
import { unitAt } from './unit-at.ts';
import { demoFolder } from './write.ts';

const pieces = floors.flatMap((floor) => floor.pieces);

test.each([...demoArchive()])('%s in the repository is what the generator writes', (name, text) => {
  expect(readFileSync(`${demoFolder}/${name}`, 'utf8')).toBe(text);
});

test('the archive has at least four hundred units in at most one and a half megabytes', () => {
  expect(unitsOf(pieces).length).toBeGreaterThanOrEqual(400);
  const bytes = [...demoArchive().values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThanOrEqual(1_500_000);
});

test.each(floors)('on floor $sign no two units share any ground', ({ pieces: onFloor }) => {
  const units = unitsOf(onFloor);
  const [first, ...rest] = units.map(shapeOf);
  if (first === undefined) throw new Error('a floor without units');
  const together = union(first, ...rest).map((polygon) => polygon.map((ring) => ring.slice(0, -1)));
  const alone = units.map(({ outer, holes }) => [outer, ...holes]);
  expect(areaOf(together)).toBeCloseTo(areaOf(alone), 1);
});

test.each(floors)(
  'on floor $sign no name is on two signs, and every name is said in Chinese and in English',
  (floor) => {
    const named = floor.pieces.flatMap((piece) =>
      (piece.piece === 'unit' || piece.piece === 'amenity') && piece.name !== null ? [piece.name] : [],
    );
    for (const language of ['zh', 'en'] as const) {
      const names = named.map((name) => name[language]);
      expect(names.filter((name, index) => name === '' || names.indexOf(name) !== index)).toEqual([]);
    }
  },
);

test.each(floors)('on floor $sign every unit has a door, or is a way that others open on', ({ pieces: onFloor }) => {
  const ends = onFloor.flatMap((piece) => (piece.piece === 'opening' ? [midpoint(piece.line)] : []));
  const shut = unitsOf(onFloor).filter(
    ({ category, outer }) =>
      !['opentobelow', 'vegetation'].includes(category) && !ends.some((end) => onRing(outer, end)),
  );
  expect(shut.map(({ key }) => key).filter((key) => !waysWithoutDoors.includes(key))).toEqual([]);
});

/** One walks from them into the next way over their whole width. */
const waysWithoutDoors = [
  'between',
  'end-a',
  'end-b',
  'end-c',
  'end-d',
  'forecourt',
  'entrance-steps',
  'entrance-ramp',
];

test.each(floors)('on floor $sign whoever reads a screen or a terminal stands on open ground before it', (floor) => {
  for (const piece of floor.pieces) {
    if (piece.piece !== 'kiosk') continue;
    const { restriction, category } = unitAt(floor, piece.standing);
    expect([restriction, category]).toEqual([null, expect.stringMatching(/^(lobby|walkway|waitingroom)$/)]);
    const [x, y] = midpoint(piece.outer);
    const [u, v] = piece.standing;
    const looks = (Math.atan2(x - u, y - v) * 180) / Math.PI;
    expect((looks - piece.heading + 540) % 360).toBeCloseTo(180, 0);
  }
});

test('guide lines have at most four colours', () => {
  const colours = pieces.flatMap((piece) => (piece.piece === 'guide-line' ? [piece.colour.en] : []));
  expect(new Set(colours).size).toBeLessThanOrEqual(4);
});

function areaOf(polygons: readonly (readonly (readonly Readonly<Place>[])[])[]): number {
  const areas = polygons.map(([outer = [], ...holes]) => holes.reduce((rest, hole) => rest - area(hole), area(outer)));
  return areas.reduce((sum, one) => sum + one, 0);
}

function area(ring: readonly Place[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [u, v] = ring.at(index - 1) ?? [x, y];
    return sum + u * y - x * v;
  }, 0);
  return Math.abs(twice) / 2;
}

function midpoint(points: readonly Place[]): Place {
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

/** Whether a point is on a wall. */
function onRing(ring: readonly Place[], [x, y]: Place): boolean {
  return ring.some(([x1, y1], index) => {
    const [x0, y0] = ring.at(index - 1) ?? [x1, y1];
    const long = Math.hypot(x1 - x0, y1 - y0);
    const off = Math.abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / long;
    const along = ((x1 - x0) * (x - x0) + (y1 - y0) * (y - y0)) / long;
    return off < 0.01 && along > -0.01 && along < long + 0.01;
  });
}
