import type { WalkGraph, Weights } from '../graph/walk-graph.ts';
import { floorsOf, leastSeconds } from './least-seconds.ts';

/** The least that is left from a node to the nearest goal. */
export function hopeFor(graph: WalkGraph, weights: Weights, goals: readonly number[]): (node: number) => number {
  const { perMetre, perFloor } = leastSeconds(graph, weights);
  const { x, y } = graph;
  const floor = floorsOf(graph);
  const hopeOf = (node: number, goal: number): number => {
    const dx = (x[node] as number) - (x[goal] as number);
    const dy = (y[node] as number) - (y[goal] as number);
    return (
      Math.sqrt(dx * dx + dy * dy) * perMetre + Math.abs((floor[node] as number) - (floor[goal] as number)) * perFloor
    );
  };
  const [only] = goals;
  if (only !== undefined && goals.length === 1) return (node) => hopeOf(node, only);
  return (node) => {
    let least = Infinity;
    for (const goal of goals) least = Math.min(least, hopeOf(node, goal));
    return least;
  };
}
