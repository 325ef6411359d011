import type { Point, Venue } from '../venue.ts';
import { edgeKinds, type EdgeKind, type WalkGraph } from './walk-graph.ts';

export interface NodeDraft {
  readonly id: string;
  readonly feature: string;
  readonly levelId: string;
  readonly point: Point;
}

export interface EdgeDraft {
  readonly from: number;
  readonly to: number;
  readonly metres: number;
  readonly kind: EdgeKind;
  readonly features: readonly string[];
  /** Index into `venue.connectors`; -1: none. */
  readonly connector?: number;
}

/** A graph that is being made. */
export interface GraphDraft {
  readonly addNode: (node: NodeDraft) => number;
  readonly addEdge: (edge: EdgeDraft) => void;
  /** Says that a feature is begun from and arrived at here. */
  readonly tie: (feature: string, node: number) => void;
  readonly pointOf: (node: number) => Point;
  readonly nodesOf: (feature: string) => readonly number[];
  readonly finish: (venue: Venue) => WalkGraph;
}

export function draftGraph(): GraphDraft {
  const nodes: NodeDraft[] = [];
  const edges: EdgeDraft[] = [];
  const nodesOfFeature = new Map<string, number[]>();
  const ids = new Map<string, number>();
  return {
    addNode: (node) => {
      // Sources repeat ids; a graph does not.
      const before = ids.get(node.id) ?? 0;
      ids.set(node.id, before + 1);
      return nodes.push(before === 0 ? node : { ...node, id: `${node.id}~${before}` }) - 1;
    },
    addEdge: (edge) => edges.push(edge),
    tie: (feature, node) => {
      const tied = nodesOfFeature.get(feature);
      if (tied === undefined) nodesOfFeature.set(feature, [node]);
      else if (!tied.includes(node)) tied.push(node);
    },
    pointOf: (node) => nodes[node]?.point ?? [0, 0],
    nodesOf: (feature) => nodesOfFeature.get(feature) ?? [],
    finish: (venue) => ({ venue, ...nodeColumns(venue, nodes), ...edgeRows(nodes.length, edges), nodesOfFeature }),
  };
}

type Columns<K extends keyof WalkGraph> = Pick<WalkGraph, K>;

function nodeColumns(
  { levels }: Venue,
  nodes: readonly NodeDraft[],
): Columns<'nodeIds' | 'nodeFeatures' | 'x' | 'y' | 'level'> {
  const indexOf = new Map(levels.map(({ id }, index) => [id, index]));
  return {
    nodeIds: nodes.map(({ id }) => id),
    nodeFeatures: nodes.map(({ feature }) => feature),
    x: Float64Array.from(nodes, ({ point }) => point[0]),
    y: Float64Array.from(nodes, ({ point }) => point[1]),
    level: Uint16Array.from(nodes, ({ levelId }) => indexOf.get(levelId) ?? 0),
  };
}

/** Compressed rows: the edges sorted by the node that they leave, in the order in which they were added. */
function edgeRows(
  count: number,
  edges: readonly EdgeDraft[],
): Columns<'firstEdge' | 'to' | 'metres' | 'kind' | 'connector' | 'edgeFeatures'> {
  const firstEdge = new Uint32Array(count + 1);
  for (const { from } of edges) firstEdge[from + 1] = (firstEdge[from + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) firstEdge[node + 1] = (firstEdge[node + 1] ?? 0) + (firstEdge[node] ?? 0);
  const next = firstEdge.slice();
  const rows = {
    firstEdge,
    to: new Uint32Array(edges.length),
    metres: new Float64Array(edges.length),
    kind: new Uint8Array(edges.length),
    connector: new Int32Array(edges.length).fill(-1),
    edgeFeatures: new Array<readonly string[]>(edges.length),
  };
  for (const { from, to, metres, kind, features, connector = -1 } of edges) {
    const edge = next[from] ?? 0;
    next[from] = edge + 1;
    rows.to[edge] = to;
    rows.metres[edge] = metres;
    rows.kind[edge] = edgeKinds.indexOf(kind);
    rows.connector[edge] = connector;
    rows.edgeFeatures[edge] = features;
  }
  return rows;
}
