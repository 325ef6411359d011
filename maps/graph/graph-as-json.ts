import { edgeKinds, type EdgeKind, type WalkGraph, type Weights } from './walk-graph.ts';

/** A graph as the command line prints it: anyone can check a route against it. Metres on the venue's plane. */
export interface PrintedGraph {
  readonly nodes: readonly {
    readonly id: string;
    /** Id of the level. */
    readonly level: string;
    readonly x: number;
    readonly y: number;
    readonly feature: string;
  }[];
  /** Directed; those alone that may be walked. */
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly seconds: number;
    readonly metres: number;
    readonly kind: EdgeKind;
  }[];
}

export function graphAsJson(graph: WalkGraph, { seconds }: Weights): PrintedGraph {
  const { nodeIds, nodeFeatures, firstEdge, to, metres, kind, level, x, y, venue } = graph;
  const nodes = nodeIds.map((id, node) => ({
    id,
    level: venue.levels[level[node] ?? 0]?.id ?? '',
    x: x[node] ?? 0,
    y: y[node] ?? 0,
    feature: nodeFeatures[node] ?? '',
  }));
  const edges = nodeIds.flatMap((from, node) => {
    const own: PrintedGraph['edges'][number][] = [];
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge++) {
      const time = seconds[edge] ?? Infinity;
      if (time === Infinity) continue;
      own.push({
        from,
        to: nodeIds[to[edge] ?? 0] ?? '',
        seconds: time,
        metres: metres[edge] ?? 0,
        kind: edgeKinds[kind[edge] ?? 0] ?? 'walk',
      });
    }
    return own;
  });
  return { nodes, edges };
}
