import type { GuidePlan } from '@lobby/hub/contract';

type Floor = GuidePlan['levels'][number];

/** The room of a floor that lies under a spot: the smallest one there is; undefined beside all of them. */
export function unitAt({ units }: Floor, x: number, y: number): Floor['units'][number] | undefined {
  const under = units.filter(
    ({ look, polygons }) => look !== 'void' && polygons.some((polygon) => isIn(polygon, x, y)),
  );
  return under.toSorted((a, b) => areaOf(a) - areaOf(b))[0];
}

type Ring = readonly (readonly [number, number])[];

function isIn(polygon: readonly Ring[], x: number, y: number): boolean {
  return polygon.filter((ring) => crossings(ring, x, y) % 2 === 1).length === 1;
}

function crossings(ring: Ring, x: number, y: number): number {
  return ring.filter(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
  }).length;
}

function areaOf({ polygons }: Floor['units'][number]): number {
  return polygons.reduce((sum, [outer = []]) => sum + Math.abs(shoelace(outer)), 0);
}

function shoelace(ring: Ring): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}
