import type { WalkGraph } from '../graph/walk-graph.ts';
import { makeHeap, type Heap } from './heap.ts';

/** What one end of a search knows; a place of an array counts only where `seen` bears the number of the search. */
export interface Side {
  readonly heap: Heap;
  /** From this side's end. */
  readonly seconds: Float64Array;
  /** The least that is left to the other end. */
  readonly rest: Float64Array;
  readonly seen: Uint32Array;
  /** The edge by which a node was come to, and the node before it; -1: this end. */
  readonly edge: Int32Array;
  readonly node: Int32Array;
  hope: (node: number) => number;
}

/** Arrays that every search on a graph writes upon. */
export interface Desk {
  round: number;
  readonly there: Side;
  readonly back: Side;
  /** Nodes that either side has settled. */
  readonly done: Uint32Array;
}

const desks = new WeakMap<WalkGraph, Desk>();

/** The desk of a graph, cleared for the next search. */
export function clearedDesk(graph: WalkGraph): Desk {
  const size = graph.nodeIds.length;
  const made = (): Desk => ({ round: 0, there: sideOf(size), back: sideOf(size), done: new Uint32Array(size) });
  const desk = desks.get(graph) ?? made();
  desks.set(graph, desk);
  if (desk.round === 0xffffffff) {
    for (const marks of [desk.there.seen, desk.back.seen, desk.done]) marks.fill(0);
    desk.round = 0;
  }
  desk.round += 1;
  return desk;
}

function sideOf(size: number): Side {
  return {
    heap: makeHeap(),
    seconds: new Float64Array(size),
    rest: new Float64Array(size),
    seen: new Uint32Array(size),
    edge: new Int32Array(size),
    node: new Int32Array(size),
    hope: () => 0,
  };
}

interface Beginning {
  readonly round: number;
  readonly nodes: readonly number[];
  readonly hope: Side['hope'];
}

export function begin(side: Side, { round, nodes, hope }: Beginning): void {
  const { heap, seconds, rest, seen, node: before } = side;
  side.hope = hope;
  heap.clear();
  for (const node of nodes) {
    const least = hope(node);
    seconds[node] = 0;
    rest[node] = least;
    seen[node] = round;
    before[node] = -1;
    heap.push(node, least);
  }
}
