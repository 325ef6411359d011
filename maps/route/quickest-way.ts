import { edgesInto } from '../graph/edges-into.ts';
import type { WalkGraph, Weights } from '../graph/walk-graph.ts';
import { hopeFor } from './hope.ts';
import { begin, clearedDesk, type Side } from './search-desk.ts';

/** Nodes and the edges between them. */
export interface Way {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

export interface Ends {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * The quickest way from one of the first nodes to one of the last; undefined: none. Searched from both ends at a time (Pijls
 * and Post 2009): a node that one side has settled is not looked at by the other, and none that cannot beat the best
 * meeting so far.
 */
export function quickestWay(graph: WalkGraph, weights: Weights, { from, to }: Ends): Way | undefined {
  const { round, there, back, done } = clearedDesk(graph);
  begin(there, { round, nodes: from, hope: hopeFor(graph, weights, to) });
  begin(back, { round, nodes: to, hope: hopeFor(graph, weights, from) });
  const into = edgesInto(graph);
  const rows = { first: graph.firstEdge, edge: undefined, end: graph.to };
  const turned = { first: into.first, edge: into.edge, end: into.from };
  const shared = to.find((node) => there.seen[node] === round);
  const meeting: Meeting = { node: shared ?? -1, seconds: shared === undefined ? Infinity : 0 };
  const cost = weights.seconds;
  while (there.heap.size() > 0 && back.heap.size() > 0) {
    if (there.heap.size() <= back.heap.size()) step({ side: there, other: back, rows, done, round, cost, meeting });
    else step({ side: back, other: there, rows: turned, done, round, cost, meeting });
  }
  return meeting.node === -1 ? undefined : wayThrough(meeting.node, there, back);
}

/** Where the two sides met on the quickest way so far. */
interface Meeting {
  node: number;
  seconds: number;
}

interface Step {
  readonly side: Side;
  readonly other: Side;
  /** Edges of a node on this side: those that leave it, or those that come to it. */
  readonly rows: { readonly first: Uint32Array; readonly edge: Uint32Array | undefined; readonly end: Uint32Array };
  readonly done: Uint32Array;
  readonly round: number;
  readonly cost: Float64Array;
  readonly meeting: Meeting;
}

/** Settles the next node of one side. */
function step({ side, other, rows, done, round, cost, meeting }: Step): void {
  const { heap, seconds, rest, seen, edge: edgeTo, node: nodeTo } = side;
  const node = heap.pop();
  if (done[node] === round) return;
  done[node] = round;
  const sofar = seconds[node] as number;
  if (sofar + (rest[node] as number) >= meeting.seconds) return;
  // The other side has nothing nearer than this left, wherever it goes on.
  if (sofar + other.heap.least() - other.hope(node) >= meeting.seconds) return;
  const { first, edge: ids, end } = rows;
  const last = first[node + 1] as number;
  for (let at = first[node] as number; at < last; at++) {
    const next = end[at] as number;
    if (done[next] === round) continue;
    const edge = ids === undefined ? at : (ids[at] as number);
    const time = sofar + (cost[edge] as number);
    if (time === Infinity) continue;
    if (seen[next] !== round) rest[next] = side.hope(next);
    else if ((seconds[next] as number) <= time) continue;
    seconds[next] = time;
    seen[next] = round;
    edgeTo[next] = edge;
    nodeTo[next] = node;
    heap.push(next, time + (rest[next] as number));
    if (other.seen[next] !== round) continue;
    const whole = time + (other.seconds[next] as number);
    if (whole >= meeting.seconds) continue;
    meeting.node = next;
    meeting.seconds = whole;
  }
}

/** From the start to where the sides met, and from there on. */
function wayThrough(meeting: number, there: Side, back: Side): Way {
  const before = wayTo(meeting, there.edge, there.node);
  const after = wayTo(meeting, back.edge, back.node);
  return {
    nodes: [...before.nodes, ...after.nodes.toReversed().slice(1)],
    edges: [...before.edges, ...after.edges.toReversed()],
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
