import type { NetworkWay, Venue } from '../venue.ts';
import type { GraphDraft } from './graph-draft.ts';

/** Adds the nodes and ways that the source gives as lines. Gives the node of each id. */
export function addNetwork({ network }: Venue, draft: GraphDraft): ReadonlyMap<string, number> {
  const nodes = new Map<string, number>();
  const restricted = new Set<string>();
  for (const { id, levelId, point, restriction } of network.nodes) {
    if (nodes.has(id) || !point.every(Number.isFinite)) continue;
    const node = draft.addNode({ id, feature: id, levelId, point });
    draft.tie(id, node);
    nodes.set(id, node);
    if (restriction !== null) restricted.add(id);
  }
  for (const way of network.ways) addWay(way, nodes, draft);
  return nodes;
}

function addWay(way: NetworkWay, nodes: ReadonlyMap<string, number>, draft: GraphDraft): void {
  const [from, to] = [nodes.get(way.from), nodes.get(way.to)];
  if (from === undefined || to === undefined || from === to) return;
  const metres = Number.isFinite(way.metres) && way.metres >= 0 ? way.metres : straight(from, to, draft);
  const edge = { metres, kind: way.kind, features: [way.id, way.from, way.to] };
  draft.addEdge({ from, to, ...edge });
  if (way.way === 'both') draft.addEdge({ from: to, to: from, ...edge });
}

function straight(from: number, to: number, { pointOf }: GraphDraft): number {
  const [a, b] = [pointOf(from), pointOf(to)];
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
