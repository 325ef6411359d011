import type { Venue } from '../venue.ts';
import type { Findings } from './findings.ts';

export type SourceFormat = 'imdf' | 'osm' | 'tables';

/** What is known of the quality of a source. */
export interface Report {
  /** As people know it: the name of the folder or file. */
  readonly source: string;
  readonly format: SourceFormat;
  /** How many features of each type the source has, IMDF's words. */
  readonly features: Readonly<Record<string, number>>;
  readonly findings: Findings;
}

/** Of sources that are not counted as they are read: what the venue has. */
export function countsOf(venue: Venue): Readonly<Record<string, number>> {
  const counts = {
    level: venue.levels.length,
    unit: venue.units.length,
    opening: venue.openings.length,
    amenity: venue.amenities.length,
    anchor: venue.anchors.length,
    occupant: venue.occupants.length,
    fixture: venue.fixtures.length,
    kiosk: venue.kiosks.length,
    detail: venue.details.length,
    geofence: venue.geofences.length,
    connector: venue.connectors.length,
    node: venue.network.nodes.length,
    way: venue.network.ways.length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
