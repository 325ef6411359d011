import type { WalkGraph, Weights } from '../graph/walk-graph.ts';
import { makeHeap } from './heap.ts';
import { wayTo } from './quickest-way.ts';
import type { Route } from './route.ts';
import { routeOf } from './route-of-way.ts';

/** The quickest ways from one place to everywhere, under one profile and with the same closures. */
export interface RouteTree {
  readonly weights: Weights;
  /** Seconds to each node; Infinity: no way. */
  readonly seconds: Float64Array;
  /** The edge by which each node is come to. */
  readonly edgeTo: Int32Array;
  /** The node that this edge leaves; -1 at the start and where no way leads. */
  readonly nodeTo: Int32Array;
}

export function treeFrom(graph: WalkGraph, weights: Weights, fromNodes: readonly number[]): RouteTree {
  const size = graph.nodeIds.length;
  const seconds = new Float64Array(size).fill(Infinity);
  const edgeTo = new Int32Array(size).fill(-1);
  const nodeTo = new Int32Array(size).fill(-1);
  const heap = makeHeap();
  for (const start of fromNodes) {
    seconds[start] = 0;
    heap.push(start, 0);
  }
  const { firstEdge, to } = graph;
  const cost = weights.seconds;
  for (let node = heap.pop(); node !== -1; node = heap.pop()) {
    const sofar = seconds[node] as number;
    if (heap.key() > sofar) continue;
    const last = firstEdge[node + 1] as number;
    for (let edge = firstEdge[node] as number; edge < last; edge++) {
      const next = to[edge] as number;
      const time = sofar + (cost[edge] as number);
      if (time >= (seconds[next] as number)) continue;
      seconds[next] = time;
      edgeTo[next] = edge;
      nodeTo[next] = node;
      heap.push(next, time);
    }
  }
  return { weights, seconds, edgeTo, nodeTo };
}

/** The quickest of the ways to these nodes; undefined: none. */
export function routeInTree(graph: WalkGraph, tree: RouteTree, toNodes: readonly number[]): Route | undefined {
  let best = -1;
  let least = Infinity;
  for (const node of toNodes) {
    const seconds = tree.seconds[node] ?? Infinity;
    if (seconds < least) [best, least] = [node, seconds];
  }
  return best === -1 ? undefined : routeOf(graph, tree.weights, wayTo(best, tree.edgeTo, tree.nodeTo));
}

/** Seconds to a feature, to the nearest of its nodes; Infinity: no way leads there. */
export function secondsTo(graph: WalkGraph, tree: Pick<RouteTree, 'seconds'>, feature: string): number {
  const nodes = graph.nodesOfFeature.get(feature) ?? [];
  return Math.min(Infinity, ...nodes.map((node) => tree.seconds[node] ?? Infinity));
}
