import type { WalkGraph } from './walk-graph.ts';

/** Those of some ids that no feature of the map has which could be closed: a unit, opening, connector, or part of a network. */
function unknownFeatures({ venue }: WalkGraph, ids: ReadonlySet<string>): readonly string[] {
  const { units, openings, connectors, geofences, network } = venue;
  const known = new Set(
    [units, openings, connectors, geofences, network.nodes, network.ways].flatMap((features) =>
      features.map(({ id }) => id),
    ),
  );
  const stops = new Set(connectors.flatMap((connector) => connector.stops.map(({ featureId }) => featureId)));
  return [...ids].filter((id) => !known.has(id) && !stops.has(id));
}

/** Tells whoever closes something that is not there, on the error output: what is printed is as if it was not named. */
export function warnOfUnknown(graph: WalkGraph, ids: ReadonlySet<string>): void {
  const unknown = unknownFeatures(graph, ids);
  if (unknown.length === 0) return;
  const names = unknown.join(', ');
  console.error(
    `Nothing on this map is called ${names}: --closed takes ids of units, openings, lifts, stairs and escalators.`,
  );
}
