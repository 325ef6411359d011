import type { WalkGraph, Weights } from '../graph/walk-graph.ts';

/**
 * The least that any way can take: seconds a metre as the crow flies, and seconds a floor on top. No edge is quicker, so a
 * search that hopes for this much never turns past the best way.
 */
export interface LeastSeconds {
  readonly perMetre: number;
  readonly perFloor: number;
}

const found = new WeakMap<Weights, LeastSeconds>();

export function leastSeconds(graph: WalkGraph, weights: Weights): LeastSeconds {
  const before = found.get(weights);
  if (before !== undefined) return before;
  const perMetre = leastPerMetre(graph, weights);
  const least = { perMetre, perFloor: leastPerFloor(graph, weights, perMetre) };
  found.set(weights, least);
  return least;
}

function leastPerMetre(graph: WalkGraph, { seconds }: Weights): number {
  let least = Infinity;
  eachEdge(graph, (edge, metres) => {
    const time = seconds[edge] as number;
    if (metres > 0 && time < least * metres) least = time / metres;
  });
  // A hair less, so that rounding never makes a hope too great.
  return least === Infinity ? 0 : least * (1 - 1e-12);
}

function leastPerFloor(graph: WalkGraph, { seconds }: Weights, perMetre: number): number {
  let least = Infinity;
  eachEdge(graph, (edge, metres, floors) => {
    const time = seconds[edge] as number;
    if (floors > 0) least = Math.min(least, (time - perMetre * metres) / floors);
  });
  return least === Infinity ? 0 : Math.max(0, least) * (1 - 1e-12);
}

function eachEdge(graph: WalkGraph, visit: (edge: number, metres: number, floors: number) => void): void {
  const { x, y, to, firstEdge } = graph;
  const floor = floorsOf(graph);
  for (let node = 0; node + 1 < firstEdge.length; node++) {
    const last = firstEdge[node + 1] as number;
    for (let edge = firstEdge[node] as number; edge < last; edge++) {
      const next = to[edge] as number;
      const metres = Math.hypot((x[next] as number) - (x[node] as number), (y[next] as number) - (y[node] as number));
      visit(edge, metres, Math.abs((floor[next] as number) - (floor[node] as number)));
    }
  }
}

const floors = new WeakMap<WalkGraph, Float64Array>();

/** The ordinal of each node's level. */
export function floorsOf(graph: WalkGraph): Float64Array {
  const before = floors.get(graph);
  if (before !== undefined) return before;
  const ordinals = graph.venue.levels.map(({ ordinal }) => ordinal);
  const made = Float64Array.from(graph.level, (level) => ordinals[level] ?? 0);
  floors.set(graph, made);
  return made;
}
