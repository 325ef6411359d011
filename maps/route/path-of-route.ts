import { edgeKinds, type WalkGraph } from '../graph/walk-graph.ts';
import type { PathPoint, Route } from './route.ts';

/** The points of a route on their levels, one for each of its nodes. */
export function pathOf(graph: WalkGraph, { nodes, edges }: Pick<Route, 'nodes' | 'edges'>): readonly PathPoint[] {
  return nodes.map((node, n) => {
    const edge = edges[n - 1];
    return {
      level: graph.venue.levels[graph.level[node] ?? 0]?.id ?? '',
      x: graph.x[node] ?? 0,
      y: graph.y[node] ?? 0,
      via: edge === undefined ? null : (edgeKinds[graph.kind[edge] ?? 0] ?? null),
    };
  });
}
