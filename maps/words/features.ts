import type { Amenity, Anchor, Kiosk, Level, NetworkNode, Occupant, Opening, Unit, Venue } from '../venue.ts';

/** A venue's features by id, laid out once: directions are asked for at every call. */
export interface Features {
  readonly levels: ReadonlyMap<string, Level>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly openings: ReadonlyMap<string, Opening>;
  readonly anchors: ReadonlyMap<string, Anchor>;
  readonly occupants: ReadonlyMap<string, Occupant>;
  readonly occupantsByAnchor: ReadonlyMap<string, Occupant>;
  readonly amenities: ReadonlyMap<string, Amenity>;
  readonly kiosks: ReadonlyMap<string, Kiosk>;
  readonly nodes: ReadonlyMap<string, NetworkNode>;
}

const laidOut = new WeakMap<Venue, Features>();

export function featuresOf(venue: Venue): Features {
  const known = laidOut.get(venue);
  if (known !== undefined) return known;
  const made = layOut(venue);
  laidOut.set(venue, made);
  return made;
}

function layOut(venue: Venue): Features {
  return {
    levels: byId(venue.levels),
    units: byId(venue.units),
    openings: byId(venue.openings),
    anchors: byId(venue.anchors),
    occupants: byId(venue.occupants),
    occupantsByAnchor: new Map(venue.occupants.map((occupant) => [occupant.anchorId, occupant])),
    amenities: byId(venue.amenities),
    kiosks: byId(venue.kiosks),
    nodes: byId(venue.network.nodes),
  };
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]));
