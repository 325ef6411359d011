import { makeGroups } from './groups.ts';
import type { WalkGraph, Weights } from './walk-graph.ts';

/** Nodes that hang together, whichever way the edges between them run. */
export interface Component {
  readonly nodes: readonly number[];
  /** Ids of the features that can be begun from or arrived at in it. */
  readonly featureIds: readonly string[];
}

/** The parts of a graph, the largest first; with weights, of what may be walked under them. */
export function componentsOf(graph: WalkGraph, weights?: Weights): readonly Component[] {
  const groups = groupsOf(graph, weights);
  const nodes = Map.groupBy(graph.nodeIds.keys(), (node) => groups(node));
  const features = new Map<number, Set<string>>();
  for (const [feature, own] of graph.nodesOfFeature) {
    for (const node of own) {
      const group = groups(node);
      features.set(group, (features.get(group) ?? new Set()).add(feature));
    }
  }
  return [...nodes]
    .map(([group, members]) => ({ nodes: members, featureIds: [...(features.get(group) ?? [])] }))
    .toSorted((a, b) => b.nodes.length - a.nodes.length);
}

/** The group of each node: equal numbers hang together. */
export function groupsOf({ firstEdge, to }: WalkGraph, weights?: Weights): (node: number) => number {
  const groups = makeGroups(firstEdge.length - 1);
  for (let node = 0; node + 1 < firstEdge.length; node++) {
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge++) {
      if (weights === undefined || weights.seconds[edge] !== Infinity) groups.join(node, to[edge] ?? 0);
    }
  }
  return groups.of;
}
