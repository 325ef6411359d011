import type { WalkGraph } from '../graph/walk-graph.ts';
import type { Way } from './quickest-way.ts';

/** Seconds that the old need to find their bearings. */
const turnSeconds = 8;
const floorSeconds = 20;
// A bend of less is no turn. Degrees.
const leastTurn = 30;

/** What turns and changes of floor add for the old. Seconds. */
export function elderExtras(graph: WalkGraph, { nodes, edges }: Way): number {
  let extra = 0;
  let before: number | undefined;
  for (const [n, edge] of edges.entries()) {
    if ((graph.connector[edge] ?? -1) !== -1) {
      extra += floorSeconds;
      before = undefined;
      continue;
    }
    const heading = headingOf(graph, nodes[n] ?? 0, nodes[n + 1] ?? 0);
    if (heading === undefined) continue;
    if (before !== undefined && turned(before, heading) >= leastTurn) extra += turnSeconds;
    before = heading;
  }
  return extra;
}

/** Degrees from east; undefined on the spot. */
function headingOf({ x, y }: WalkGraph, from: number, to: number): number | undefined {
  const [dx, dy] = [(x[to] ?? 0) - (x[from] ?? 0), (y[to] ?? 0) - (y[from] ?? 0)];
  return Math.hypot(dx, dy) < 0.05 ? undefined : (Math.atan2(dy, dx) * 180) / Math.PI;
}

function turned(before: number, after: number): number {
  const turn = Math.abs(after - before) % 360;
  return turn > 180 ? 360 - turn : turn;
}
