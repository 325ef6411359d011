import createGraph from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import type { PrintedGraph } from './plain-dijkstra.ts';

/** ngraph's graph of a printed one: of edges between the same two nodes only the quickest, as it keeps one. */
export function ngraphOf<Place>({ nodes, edges }: PrintedGraph, placeOf: (id: string) => Place) {
  const graph = createGraph<Place, number>();
  for (const { id } of nodes) graph.addNode(id, placeOf(id));
  for (const { from, to, seconds } of edges) {
    const before = graph.getLink(from, to);
    if (before === null || before === undefined) graph.addLink(from, to, seconds);
    else before.data = Math.min(before.data, seconds);
  }
  return graph;
}

/** Seconds between two nodes as ngraph.path finds them without a heuristic; Infinity: no way. */
export function secondsByNgraph(printed: PrintedGraph): (from: string, to: string) => number {
  const graph = ngraphOf(printed, () => null);
  const finder = aStar<null, number>(graph, { oriented: true, distance: (_from, _to, link) => link.data });
  return (from, to) => {
    const nodes = finder.find(from, to).toReversed();
    if (nodes.length === 0) return Infinity;
    return nodes
      .slice(1)
      .reduce((sum, { id }, n) => sum + (graph.getLink(nodes[n]?.id ?? '', id)?.data ?? Infinity), 0);
  };
}
