import * as polyclip from 'polyclip-ts';
import type { Polygon } from '../venue.ts';
import { areaOf, ringsOf } from './polygon.ts';
import { boxesMeet, boxOf } from './ring.ts';

type Rings = [number, number][][];

/** Square metres that both have. */
export function overlapOf(a: readonly Polygon[], b: readonly Polygon[]): number {
  const meets = boxesMeet(boxOf(a.flatMap(({ outer }) => outer)), boxOf(b.flatMap(({ outer }) => outer)));
  if (!meets) return 0;
  return joined(() => polyclip.intersection(a.map(ringsFor), b.map(ringsFor))).reduce((sum, p) => sum + areaOf(p), 0);
}

function ringsFor(polygon: Polygon): Rings {
  return ringsOf(polygon).map((ring) => ring.map(([x, y]): [number, number] => [x, y]));
}

function joined(clip: () => Rings[]): Polygon[] {
  try {
    return clip().map(([outer = [], ...holes]) => ({ outer, holes }));
  } catch {
    return []; // the library gives up on some nearly touching sides; these overlap by nothing that matters
  }
}
