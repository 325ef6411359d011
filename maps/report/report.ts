import { buildGraph } from '../graph/build-graph.ts';
import type { Venue } from '../venue.ts';
import { checkFittings } from './check-fittings.ts';
import { checkNames } from './check-names.ts';
import { checkWays, partsOf, type Parts } from './check-ways.ts';
import { FindingsOfOneSource, type Finding, type Findings } from './findings.ts';

export type SourceFormat = 'imdf' | 'osm' | 'tables';

/** What is known of the quality of a source. */
export interface Report extends Parts {
  /** As people know it: the name of the folder or file. */
  readonly source: string;
  readonly format: SourceFormat;
  /** How many features of each type the source has, IMDF's words. */
  readonly features: Readonly<Record<string, number>>;
  readonly findings: Findings;
}

export interface ReportSource {
  readonly source: string;
  readonly format: SourceFormat;
  readonly venue: Venue;
  /** What was found while the source was read. */
  readonly findings: Findings;
  /** Counted in the source; else what the venue has. */
  readonly features?: Readonly<Record<string, number>> | undefined;
}

/** The whole report of a source: what was found while it was read, then what the venue and its walkable graph lack. */
export function reportOf({ source, format, venue, findings, features }: ReportSource): Report {
  const found = new FindingsOfOneSource();
  const graph = buildGraph(venue);
  checkWays(graph, found);
  checkFittings(venue, found);
  checkNames(venue, found);
  const all = [...findings, ...withoutSaid(found.all, findings)];
  return { source, format, features: features ?? countsOf(venue), findings: all, ...partsOf(graph) };
}

/** An importer may know more of the same: what it said of a feature stands. */
function withoutSaid(found: Findings, said: Findings): Findings {
  const known = new Set(said.flatMap(({ kind, ids }) => ids.map((id) => `${kind} ${id}`)));
  return found.flatMap((finding): Finding[] => {
    const ids = finding.ids.filter((id) => !known.has(`${finding.kind} ${id}`));
    return ids.length > 0 ? [{ ...finding, ids }] : [];
  });
}

function countsOf(venue: Venue): Readonly<Record<string, number>> {
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
