import { describe, expect, test } from 'vitest';
import type { Point, Polygon } from '../venue.ts';
import { overlapOf } from './overlap.ts';
import { metresBetween, planeAbout } from './plane.ts';
import { areaOf, distanceToBorder, isInside, pointWithin } from './polygon.ts';
import { signedArea, withoutRepeats } from './ring.ts';
import { mendPolygon, troubleOf } from './validity.ts';

const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const room = (x: number, y: number, size: number): Polygon => ({ outer: square(x, y, size), holes: [] });

describe('the plane', () => {
  const beijing = { lon: 116.4, lat: 39.9 };

  test('has its origin at nought and finds its way back to the Earth', () => {
    const { toPlane, toEarth } = planeAbout(beijing);
    expect(toPlane(beijing)).toEqual([0, 0]);
    const [x, y] = toPlane({ lon: 116.401, lat: 39.901 });
    expect(x).toBeCloseTo(85.3, 1);
    expect(y).toBeCloseTo(111.2, 1);
    expect(toEarth([x, y]).lon).toBeCloseTo(116.401, 7);
  });

  test('knows another town from this one', () => {
    expect(metresBetween(beijing, { lon: 121.5, lat: 31.2 })).toBeGreaterThan(1_000_000);
  });
});

describe('a polygon', () => {
  const court: Polygon = { outer: square(0, 0, 10), holes: [square(2, 2, 6).toReversed()] };

  test('has the area of its outer ring without its holes', () => {
    expect(areaOf(court)).toBe(64);
  });

  test('does not contain what stands in its courtyard', () => {
    expect([isInside([1, 5], court), isInside([5, 5], court), isInside([11, 5], court)]).toEqual([true, false, false]);
    expect(distanceToBorder([5, 5], court)).toBe(3);
  });

  test('is named at a point within it, also around a courtyard', () => {
    const point = pointWithin([court]);
    expect(point && isInside(point, court)).toBe(true);
  });

  test('overlaps another by what both have', () => {
    expect(overlapOf([room(0, 0, 4)], [room(2, 2, 4)])).toBeCloseTo(4, 6);
    expect(overlapOf([room(0, 0, 4)], [room(4, 0, 4)])).toBe(0);
  });
});

describe('a ring', () => {
  test('loses its repeated last point and points that stand twice', () => {
    expect(withoutRepeats([...square(0, 0, 1), [0, 1], [0, 0]])).toEqual(square(0, 0, 1));
  });

  test('of two points, of no area or across itself is in trouble', () => {
    const bow: Point[] = [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ];
    const line: Point[] = [
      [0, 0],
      [4, 0],
      [8, 0],
    ];
    expect([line.slice(0, 2), line, bow, square(0, 0, 2)].map(troubleOf)).toEqual([
      'too-few-points',
      'no-area',
      'crosses-itself',
      null,
    ]);
  });

  test('that crosses itself is parted into rooms that do not', () => {
    const mended = mendPolygon([
      [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
      ],
    ]);
    expect(mended).toMatchObject({ ok: true, mended: true });
    const polygons = mended.ok ? mended.polygons : [];
    expect(polygons.map(({ outer }) => [troubleOf(outer), signedArea(outer)])).toEqual([
      [null, 4],
      [null, 4],
    ]);
  });

  test('that is a scribble is in trouble and stays so', () => {
    const scribble = Array.from({ length: 40 }, (_none, n): Point => [(n * 17) % 40, (n * 23) % 41]);
    expect(mendPolygon([scribble])).toEqual({ ok: false, trouble: 'crosses-itself' });
  });
});
