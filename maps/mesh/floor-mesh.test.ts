import { expect, test } from 'vitest';
import { compileFloor, type FloorMesh } from './floor-mesh.ts';
import { decodeMesh, encodeMesh, plateUnit } from './mesh-file.ts';
import type { DrawnFloor, DrawnPolygon } from './drawn-floor.ts';

const box = (x: number, y: number, width: number, height: number): DrawnPolygon => [
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
];
const floor: DrawnFloor = {
  outline: [box(0, 0, 40, 20)],
  units: [
    { id: 'corridor', look: 'way', polygons: [box(0, 8, 40, 4)] },
    { id: 'clinic', look: 'room', polygons: [box(10, 12, 6, 8)] },
  ],
};

/** Area of all triangles that look up, by unit. */
function areaSeenFromAbove(mesh: FloorMesh, unit: number): number {
  let area = 0;
  for (let at = 0; at < mesh.indices.length; at += 3) {
    const corners = [...mesh.indices.subarray(at, at + 3)];
    if (mesh.unitOf[corners[0] ?? 0] !== unit || mesh.normals[3 * (corners[0] ?? 0) + 2] !== 127) continue;
    const [a, b, c] = corners.map(
      (corner) => [...mesh.positions.subarray(3 * corner, 3 * corner + 2)] as [number, number],
    );
    if (a === undefined || b === undefined || c === undefined) continue;
    area += ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  }
  return area;
}

test('a floor is one mesh in which each room has its own top and walls', () => {
  const mesh = compileFloor(floor);
  expect(mesh.unitIds).toEqual(['corridor', 'clinic']);
  expect(areaSeenFromAbove(mesh, 1)).toBeCloseTo(48);
  expect(mesh.indices.length / 3).toBe(3 * (2 + 8));
});

test('the slab comes first, so that a floor out of focus draws only that', () => {
  const mesh = compileFloor(floor);
  const slab = new Set([...mesh.indices.subarray(0, mesh.plateIndices)].map((index) => mesh.unitOf[index]));
  expect([...slab]).toEqual([plateUnit]);
  expect(mesh.plateIndices / 3).toBe(10);
  expect(mesh.plateLines).toBe(8);
});

test('all triangles look outwards, however the rings were drawn', () => {
  const turned = {
    ...floor,
    units: floor.units.map((unit) => ({ ...unit, polygons: unit.polygons.map(([ring = []]) => [ring.toReversed()]) })),
  };
  expect(areaSeenFromAbove(compileFloor(turned), 1)).toBeCloseTo(48);
});

test('an atrium is a hole in the slab', () => {
  const open = {
    ...floor,
    units: [...floor.units, { id: 'atrium', look: 'void' as const, polygons: [box(20, 1, 10, 5)] }],
  };
  const mesh = compileFloor(open);
  expect(areaSeenFromAbove(mesh, plateUnit)).toBeCloseTo(40 * 20 - 50);
  expect(mesh.unitIds).not.toContain('atrium');
});

test('a room of three hundred corners costs fewer triangles and keeps its size', () => {
  const ring = Array.from({ length: 300 }, (_, index) => {
    const angle = (index / 300) * 2 * Math.PI;
    return [10 * Math.cos(angle), 10 * Math.sin(angle)] as const;
  });
  const mesh = compileFloor({ outline: [], units: [{ id: 'round', look: 'room', polygons: [[ring]] }] });
  expect(mesh.indices.length / 3).toBeLessThan(150);
  expect(areaSeenFromAbove(mesh, 0)).toBeGreaterThan(0.97 * Math.PI * 100);
});

test('a ring that encloses nothing is left out', () => {
  const flat: DrawnPolygon = [
    [
      [0, 0],
      [5, 0],
      [5, 0],
    ],
  ];
  const mesh = compileFloor({ outline: [], units: [{ id: 'flat', look: 'room', polygons: [flat] }] });
  expect(mesh.positions.length).toBe(0);
});

test('a mesh comes back from its bytes as it was', () => {
  const mesh = compileFloor(floor);
  const bytes = encodeMesh(mesh);
  expect(decodeMesh(bytes.buffer)).toEqual(mesh);
});

test('bytes that are no mesh are refused', () => {
  expect(() => decodeMesh(new ArrayBuffer(3))).toThrow('no mesh');
  expect(() => decodeMesh(new TextEncoder().encode('<html>not found').buffer)).toThrow('no mesh');
});
