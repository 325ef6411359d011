import type { Floor } from './floor.ts';
import { unitsOf } from './outline.ts';
import type { UnitPiece } from './pieces.ts';
import type { Place } from './plane.ts';

/** The unit of a floor in which a point is. It is a mistake of the plan if there is none. */
export function unitAt(floor: Floor, at: Place): UnitPiece {
  const found = unitsOf(floor.pieces).find(
    ({ outer, holes }) => within(outer, at) && !holes.some((hole) => within(hole, at)),
  );
  if (found === undefined) throw new Error(`nothing is at ${at.join(', ')} on floor ${floor.sign}`);
  return found;
}

/** Even-odd rule. */
function within(ring: readonly Place[], [x, y]: Place): boolean {
  return ring.reduce((inside, [x1, y1], index) => {
    const [x0, y0] = ring.at(index - 1) ?? [x1, y1];
    const crosses = y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0;
    return crosses ? !inside : inside;
  }, false);
}
