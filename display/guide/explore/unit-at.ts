import type { GuidePlan } from '@lobby/hub/contract';
import { isInside } from '@lobby/maps/geometry/polygon.ts';
import { signedArea } from '@lobby/maps/geometry/ring.ts';

type Floor = GuidePlan['levels'][number];

/** The room of a floor that lies under a spot: the smallest one there is; undefined beside all of them. */
export function unitAt({ units }: Floor, x: number, y: number): Floor['units'][number] | undefined {
  const under = units.filter(
    ({ look, polygons }) =>
      look !== 'void' && polygons.some(([outer = [], ...holes]) => isInside([x, y], { outer, holes })),
  );
  return under.toSorted((a, b) => extentOf(a) - extentOf(b))[0];
}

/** Square metres, holes not taken off: what is in a hole is smaller than what is around it. */
function extentOf({ polygons }: Floor['units'][number]): number {
  return polygons.reduce((sum, [outer = []]) => sum + Math.abs(signedArea(outer)), 0);
}
