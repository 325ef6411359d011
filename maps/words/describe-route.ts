import type { WalkGraph } from '../graph/walk-graph.ts';
import { edgeKinds } from '../graph/walk-graph.ts';
import type { PathPoint, Route } from '../route/route.ts';
import { decisionsOf } from './decisions.ts';
import { endAt } from './ends.ts';
import type { Directions } from './step.ts';
import { stepsOf } from './steps.ts';
import { summaryOf } from './summary.ts';

export interface Description {
  readonly graph: WalkGraph;
  readonly route: Route;
  /** Where the reader of the terminal or screen at the start looks to, degrees clockwise from north; null: nobody's face is known. */
  readonly heading: number | null;
  /** Feature ids of the ends where the nodes alone would not tell them: an occupant that shares its room. */
  readonly from?: string;
  readonly to?: string;
}

/** A route as people hear and read it, in both languages. */
export function describeRoute({ graph, route, heading, from, to }: Description): Directions {
  const first = graph.nodeFeatures[route.nodes[0] ?? -1] ?? '';
  const last = graph.nodeFeatures[route.nodes.at(-1) ?? -1] ?? '';
  const journey = { graph, route, heading, from: endAt(graph, from ?? first), to: endAt(graph, to ?? last) };
  const decisions = decisionsOf(journey);
  const steps = stepsOf(journey, decisions);
  return { path: pathPoints(graph, route), steps, summary: summaryOf(route, steps) };
}

function pathPoints(graph: WalkGraph, route: Route): readonly PathPoint[] {
  return route.nodes.map((node, index) => ({
    level: graph.venue.levels[graph.level[node] ?? 0]?.id ?? '',
    x: graph.x[node] ?? 0,
    y: graph.y[node] ?? 0,
    via: index === 0 ? null : (edgeKinds[graph.kind[route.edges[index - 1] ?? 0] ?? 0] ?? null),
  }));
}
