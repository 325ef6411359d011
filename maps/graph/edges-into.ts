import type { WalkGraph } from './walk-graph.ts';

/** A graph's edges by the node that they come to: those of node n are `edge[first[n]] … edge[first[n + 1] - 1]`. */
export interface EdgesInto {
  readonly first: Uint32Array;
  /** Index of the edge in the graph. */
  readonly edge: Uint32Array;
  /** The node that it leaves. */
  readonly from: Uint32Array;
}

const known = new WeakMap<WalkGraph, EdgesInto>();

export function edgesInto(graph: WalkGraph): EdgesInto {
  const into = known.get(graph) ?? turned(graph);
  known.set(graph, into);
  return into;
}

function turned({ firstEdge, to }: WalkGraph): EdgesInto {
  const count = firstEdge.length - 1;
  const first = new Uint32Array(count + 1);
  for (const node of to) first[node + 1] = (first[node + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const next = first.slice();
  const [edge, from] = [new Uint32Array(to.length), new Uint32Array(to.length)];
  for (let node = 0; node < count; node++) {
    for (let n = firstEdge[node] ?? 0; n < (firstEdge[node + 1] ?? 0); n++) {
      const end = to[n] ?? 0;
      const at = next[end] ?? 0;
      next[end] = at + 1;
      edge[at] = n;
      from[at] = node;
    }
  }
  return { first, edge, from };
}
