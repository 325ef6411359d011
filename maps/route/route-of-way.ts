import type { WalkGraph, Weights } from '../graph/walk-graph.ts';
import { elderExtras } from './elder-extras.ts';
import type { Way } from './quickest-way.ts';
import type { Route } from './route.ts';

/** A way with what it takes: its edges added up from the start, as a search adds them. */
export function routeOf(graph: WalkGraph, { profile, seconds }: Weights, { nodes, edges }: Way): Route {
  let time = 0;
  let metres = 0;
  for (const edge of edges) {
    time += seconds[edge] ?? 0;
    metres += graph.metres[edge] ?? 0;
  }
  const extraSeconds = profile === 'elder' ? elderExtras(graph, { nodes, edges }) : 0;
  return { profile, nodes, edges, seconds: time, extraSeconds, metres };
}
