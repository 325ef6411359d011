import type { Venue } from '../venue.ts';
import type { WalkGraph } from './walk-graph.ts';

const closable = '--closed takes ids of units, openings, lifts, stairs and escalators';

/** Tells whoever closes what is not there, or what nobody walks through, on the error output: it is as if it was not named. */
export function warnOfUnknown({ venue }: Pick<WalkGraph, 'venue'>, ids: ReadonlySet<string>): void {
  const known = closableIn(venue);
  for (const id of ids) if (!known.has(id)) console.error(whyNot(venue, id));
}

function closableIn({ units, openings, connectors, geofences, network }: Venue): ReadonlySet<string> {
  const features = [units, openings, connectors, geofences, network.nodes, network.ways].flat();
  const stops = connectors.flatMap((connector) => connector.stops.map(({ featureId }) => featureId));
  return new Set([...features.map(({ id }) => id), ...stops]);
}

function whyNot({ levels, occupants, anchors, amenities, kiosks }: Venue, id: string): string {
  const occupant = occupants.find((one) => one.id === id);
  const anchor = anchors.find((one) => one.id === (occupant?.anchorId ?? id));
  const has = (features: readonly { readonly id: string }[]): boolean => features.some((one) => one.id === id);
  if (occupant !== undefined)
    return `${id} is an occupant and cannot be closed; close its unit ${anchor?.unitId ?? ''}.`;
  if (anchor !== undefined) return `${id} is an anchor and cannot be closed; close its unit ${anchor.unitId}.`;
  if (has(levels)) return `${id} is a whole level and cannot be closed; ${closable}.`;
  if (has(amenities)) return `${id} is an amenity and cannot be closed; ${closable}.`;
  if (has(kiosks)) return `${id} is a terminal or screen and cannot be closed; ${closable}.`;
  return `Nothing on this map is called ${id}: ${closable}.`;
}
