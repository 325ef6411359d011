import type { Connector, Stop, Venue } from '../venue.ts';
import type { NodePair } from './furnish-ground.ts';
import type { GraphDraft } from './graph-draft.ts';
import type { Ordinals } from './make-zones.ts';
import type { EdgeKind } from './walk-graph.ts';

export interface Riding {
  readonly venue: Venue;
  readonly ordinals: Ordinals;
  readonly draft: GraphDraft;
  /** The nodes of the feature at which one gets on and off. */
  readonly nodesOf: (featureId: string) => NodePair | undefined;
}

/** One edge for each ordered pair of stops, so that a ride over many floors waits for the lift once. */
export function addRides({ venue, ordinals, draft, nodesOf }: Riding): void {
  for (const [index, connector] of venue.connectors.entries()) {
    for (const [from, to] of ridesOf(connector, ordinals)) {
      const [on, off] = [nodesOf(from.featureId), nodesOf(to.featureId)];
      if (on === undefined || off === undefined || on.goal === off.start) continue;
      const features = [...new Set([connector.id, from.featureId, to.featureId])];
      const kind: EdgeKind = connector.kind;
      draft.addEdge({ from: on.goal, to: off.start, metres: 0, kind, features, connector: index });
    }
  }
}

function ridesOf({ stops, way }: Connector, ordinals: Ordinals): readonly (readonly [Stop, Stop])[] {
  const ordinal = ({ levelId }: Stop): number => ordinals.get(levelId) ?? NaN;
  return stops.flatMap((from) =>
    stops
      .filter((to) => to !== from && goes(way, ordinal(to) - ordinal(from)))
      .map((to): readonly [Stop, Stop] => [from, to]),
  );
}

function goes(way: Connector['way'], floors: number): boolean {
  if (Number.isNaN(floors)) return false;
  return way === 'both' || (way === 'up' ? floors > 0 : floors < 0);
}
