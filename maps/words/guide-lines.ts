import { distanceToSegment } from '../geometry/segment.ts';
import type { Point } from '../venue.ts';
import type { Journey } from './decisions.ts';
import { pointOf } from './ends.ts';
import { inBoth } from './names.ts';
import type { Bilingual } from './step.ts';

/** A guide line is followed where it is this near. Metres. */
const underFoot = 2;

/** The colour of the guide line (导向线) that runs on from a place of the route; null: none does. */
export function guideLineAt({ graph, route }: Journey, at: number): Bilingual | null {
  const here = pointOf(graph, route.nodes[at] ?? 0);
  const next = pointOf(graph, route.nodes[at + 1] ?? route.nodes[at] ?? 0);
  const length = Math.hypot(next[0] - here[0], next[1] - here[1]);
  const part = length === 0 ? 0 : Math.min(1, 4 / length);
  const onward: Point = [here[0] + part * (next[0] - here[0]), here[1] + part * (next[1] - here[1])];
  const level = graph.venue.levels[graph.level[route.nodes[at] ?? 0] ?? 0]?.id;
  const line = graph.venue.details.find(
    ({ levelId, guide, line }) =>
      guide !== null && levelId === level && [here, onward].every((point) => isNear(point, line)),
  );
  const colour = line?.guide?.colour;
  return colour === undefined ? null : inBoth(colour);
}

function isNear(point: Point, line: readonly Point[]): boolean {
  return line.slice(1).some((to, index) => distanceToSegment(point, line[index] ?? to, to) <= underFoot);
}
