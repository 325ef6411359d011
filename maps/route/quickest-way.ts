import type { WalkGraph, Weights } from '../graph/walk-graph.ts';
import { makeHeap, type Heap } from './heap.ts';
import { floorsOf, leastSeconds } from './least-seconds.ts';

/** Nodes and the edges between them. */
export interface Way {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

export interface Ends {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The quickest way from one of the first nodes to one of the last (A*); undefined: none. */
export function quickestWay(graph: WalkGraph, weights: Weights, { from, to }: Ends): Way | undefined {
  const desk = deskOf(graph);
  const { seconds, rest, seen, done, edgeTo, nodeTo, heap } = desk;
  const round = nextRound(desk);
  const hope = hopeFor(graph, weights, to);
  for (const goal of to) desk.goal[goal] = round;
  for (const start of from) {
    seconds[start] = 0;
    seen[start] = round;
    nodeTo[start] = -1;
    heap.push(start, 0);
  }
  const { firstEdge, to: ends } = graph;
  const cost = weights.seconds;
  for (let node = heap.pop(); node !== -1; node = heap.pop()) {
    if (done[node] === round) continue;
    if (desk.goal[node] === round) return wayTo(node, edgeTo, nodeTo);
    done[node] = round;
    const sofar = seconds[node] as number;
    const last = firstEdge[node + 1] as number;
    for (let edge = firstEdge[node] as number; edge < last; edge++) {
      const time = sofar + (cost[edge] as number);
      const next = ends[edge] as number;
      if (time === Infinity || done[next] === round) continue;
      if (seen[next] !== round) rest[next] = hope(next);
      else if ((seconds[next] as number) <= time) continue;
      seconds[next] = time;
      seen[next] = round;
      edgeTo[next] = edge;
      nodeTo[next] = node;
      heap.push(next, time + (rest[next] as number));
    }
  }
  return undefined;
}

/** Arrays that every search on a graph writes upon; a place counts only where it bears the number of the search. */
interface Desk {
  round: number;
  readonly heap: Heap;
  readonly seconds: Float64Array;
  /** What a node hopes for at best from there. */
  readonly rest: Float64Array;
  readonly seen: Uint32Array;
  readonly done: Uint32Array;
  readonly goal: Uint32Array;
  readonly edgeTo: Int32Array;
  readonly nodeTo: Int32Array;
}

const desks = new WeakMap<WalkGraph, Desk>();

function deskOf(graph: WalkGraph): Desk {
  const size = graph.nodeIds.length;
  const desk: Desk = desks.get(graph) ?? {
    round: 0,
    heap: makeHeap(),
    seconds: new Float64Array(size),
    rest: new Float64Array(size),
    seen: new Uint32Array(size),
    done: new Uint32Array(size),
    goal: new Uint32Array(size),
    edgeTo: new Int32Array(size),
    nodeTo: new Int32Array(size),
  };
  desks.set(graph, desk);
  return desk;
}

function nextRound(desk: Desk): number {
  desk.heap.clear();
  if (desk.round === 0xffffffff) {
    for (const marks of [desk.seen, desk.done, desk.goal]) marks.fill(0);
    desk.round = 0;
  }
  return ++desk.round;
}

/** The least that is left from a node to the nearest goal. */
function hopeFor(graph: WalkGraph, weights: Weights, goals: readonly number[]): (node: number) => number {
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

/** Back from a node over the edges that were taken. */
export function wayTo(goal: number, edgeTo: Int32Array, nodeTo: Int32Array): Way {
  const nodes = [goal];
  const edges: number[] = [];
  for (let node = goal; nodeTo[node] !== -1;) {
    edges.push(edgeTo[node] as number);
    node = nodeTo[node] as number;
    nodes.push(node);
  }
  return { nodes: nodes.reverse(), edges: edges.reverse() };
}
