import type { WalkGraph } from '../graph/walk-graph.ts';
import { edgeKinds } from '../graph/walk-graph.ts';
import type { Route } from '../route/route.ts';
import type { Connector } from '../venue.ts';

/** A stretch on foot on one floor: positions in the route's nodes, both ends included. */
export interface Walk {
  readonly of: 'walk';
  readonly from: number;
  readonly to: number;
}

/** A ride or climb between floors, from the node at `from` to the one after it. */
export interface Ride {
  readonly of: 'ride';
  readonly from: number;
  readonly to: number;
  readonly by: Connector['kind'];
  /** Null where the map joins floors by a bare edge. */
  readonly connector: Connector | null;
}

export type Leg = Walk | Ride;

/** A route cut where it changes floors; a walk, even of one node, stands first, last and between any two rides. */
export function legsOf(graph: WalkGraph, route: Route): readonly Leg[] {
  const legs: Leg[] = [];
  let from = 0;
  route.edges.forEach((edge, at) => {
    const by = rideKind(graph, route, at);
    if (by === null) return;
    const connector = graph.venue.connectors[graph.connector[edge] ?? -1] ?? null;
    legs.push({ of: 'walk', from, to: at }, { of: 'ride', from: at, to: at + 1, by, connector });
    from = at + 1;
  });
  return [...legs, { of: 'walk', from, to: route.nodes.length - 1 }];
}

/** An edge is a ride when it leads to another floor. */
function rideKind(graph: WalkGraph, route: Route, at: number): Connector['kind'] | null {
  const [from = 0, to = 0] = [route.nodes[at], route.nodes[at + 1]];
  if (graph.level[from] === graph.level[to]) return null;
  const kind = edgeKinds[graph.kind[route.edges[at] ?? 0] ?? 0];
  return kind === 'lift' || kind === 'escalator' || kind === 'ramp' ? kind : 'stairs';
}
