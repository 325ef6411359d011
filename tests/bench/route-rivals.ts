import dijkstra from 'dijkstrajs';
import type { FeatureCollection, LineString } from 'geojson';
import geojsonPathFinder from 'geojson-path-finder';
import { aStar, nba } from 'ngraph.path';
import { leastSeconds } from '@lobby/maps/route/least-seconds.ts';
import type { WalkGraph, Weights } from '@lobby/maps';
import { ngraphOf } from '../support/ngraph-routes.ts';

const { default: PathFinder } = geojsonPathFinder;

/** Seconds of a route between two nodes; Infinity: none. */
export type Search = (from: string, to: string) => number;
export interface Rival {
  readonly name: string;
  /** Makes the library's own graph. */
  readonly search: () => Search;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

/** Libraries that find routes, each on a graph of its own with the same seconds, and with the same hope of what is left. */
export function routeRivals(graph: WalkGraph, weights: Weights): readonly Rival[] {
  const edges = edgesOf(graph, weights);
  return [
    { name: 'ngraph.path NBA*', search: () => ngraphSearch({ graph, weights, edges }, nba) },
    { name: 'ngraph.path A*', search: () => ngraphSearch({ graph, weights, edges }, aStar) },
    { name: 'geojson-path-finder', search: () => geojsonSearch(graph, edges) },
    { name: 'dijkstrajs', search: () => dijkstraSearch(graph, edges) },
  ];
}

function edgesOf({ firstEdge, to }: WalkGraph, { seconds }: Weights): readonly Edge[] {
  const edges: Edge[] = [];
  for (let node = 0; node + 1 < firstEdge.length; node += 1)
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge += 1) {
      const time = seconds[edge] ?? Infinity;
      if (time < Infinity) edges.push({ from: node, to: to[edge] ?? 0, seconds: time });
    }
  return edges;
}

interface Ground {
  readonly graph: WalkGraph;
  readonly weights: Weights;
  readonly edges: readonly Edge[];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly floor: number;
}

function ngraphSearch({ graph, weights, edges }: Ground, finder: typeof nba | typeof aStar): Search {
  const { nodeIds, x, y, level, venue } = graph;
  const { perMetre, perFloor } = leastSeconds(graph, weights);
  const id = (node: number): string => nodeIds[node] ?? '';
  const index = indexOf(nodeIds);
  const placeOf = (name: string): Place => {
    const n = index.get(name) ?? 0;
    return { x: x[n] ?? 0, y: y[n] ?? 0, floor: venue.levels[level[n] ?? 0]?.ordinal ?? 0 };
  };
  const made = ngraphOf(
    {
      nodes: nodeIds.map((name) => ({ id: name })),
      edges: edges.map(({ from, to, seconds }) => ({ from: id(from), to: id(to), seconds })),
    },
    placeOf,
  );
  const search = finder(made, {
    oriented: true,
    distance: (_from, _to, link) => link.data,
    heuristic: ({ data: a }, { data: b }) =>
      Math.hypot(a.x - b.x, a.y - b.y) * perMetre + Math.abs(a.floor - b.floor) * perFloor,
  });
  return (from, to) => {
    const nodes = search.find(from, to).toReversed();
    return nodes.length === 0
      ? Infinity
      : nodes.slice(1).reduce((sum, node, n) => sum + (made.getLink(nodes[n]?.id ?? '', node.id)?.data ?? Infinity), 0);
  };
}

/** It knows places by their degrees alone, so that floors lie beside each other. */
function geojsonSearch({ x, y, level, nodeIds }: WalkGraph, edges: readonly Edge[]): Search {
  const place = (node: number): [number, number] => [
    (x[node] ?? 0) / 1e4 + (level[node] ?? 0) * 0.5,
    (y[node] ?? 0) / 1e4,
  ];
  const network: FeatureCollection<LineString, BothWays> = {
    type: 'FeatureCollection',
    features: bothWays(edges).map(({ from, to, ...properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'LineString', coordinates: [place(from), place(to)] },
    })),
  };
  const finder = new PathFinder(network, { weight: (_a, _b, seconds) => seconds });
  const index = indexOf(nodeIds);
  const point = (id: string) =>
    ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: place(index.get(id) ?? 0) } }) as const;
  return (from, to) => finder.findPath(point(from), point(to))?.weight ?? Infinity;
}

/** Seconds there and back; Infinity: not to be walked. */
interface BothWays {
  readonly forward: number;
  readonly backward: number;
}

function bothWays(edges: readonly Edge[]): readonly (BothWays & Pick<Edge, 'from' | 'to'>)[] {
  const ways = new Map<string, BothWays & Pick<Edge, 'from' | 'to'>>();
  for (const { from, to, seconds } of edges) {
    const there = from < to;
    const [low, high] = there ? [from, to] : [to, from];
    const way = ways.get(`${low} ${high}`) ?? { from: low, to: high, forward: Infinity, backward: Infinity };
    const forward = there ? Math.min(way.forward, seconds) : way.forward;
    const backward = there ? way.backward : Math.min(way.backward, seconds);
    ways.set(`${low} ${high}`, { ...way, forward, backward });
  }
  return [...ways.values()];
}

const indexOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, n) => [id, n]));

function dijkstraSearch({ nodeIds }: WalkGraph, edges: readonly Edge[]): Search {
  const costs: Record<string, Record<string, number>> = Object.fromEntries(nodeIds.map((id) => [id, {}]));
  for (const { from, to, seconds } of edges) {
    const row = costs[nodeIds[from] ?? ''] ?? {};
    row[nodeIds[to] ?? ''] = Math.min(seconds, row[nodeIds[to] ?? ''] ?? Infinity);
  }
  return (from, to) => {
    const path = dijkstra.find_path(costs, from, to);
    return path.slice(1).reduce((sum, node, n) => sum + (costs[path[n] ?? '']?.[node] ?? Infinity), 0);
  };
}
