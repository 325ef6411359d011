import { refused, type Refused } from '../archive/archive.ts';
import { joinFlights } from '../connectors/join-flights.ts';
import { FindingsOfOneSource, type Findings } from '../report/findings.ts';
import type { Venue } from '../venue.ts';
import { readFeatures, type OsmFeatures } from './features.ts';
import { Places } from './places.ts';
import { readAmenities } from './read-amenities.ts';
import { readAreas } from './read-areas.ts';
import { readDoors } from './read-doors.ts';
import { readLevels } from './read-levels.ts';
import { readLifts } from './read-lifts.ts';
import { readWays } from './read-ways.ts';
import { reportUnknown } from './report-unknown.ts';
import { languageOf, namesOf } from './words-of-tags.ts';

export type OsmReply = { readonly ok: true; readonly venue: Venue; readonly findings: Findings } | Refused;

/** Whether a parsed file looks like OpenStreetMap's Simple Indoor Tagging rather than a file of IMDF. */
export function isOsm(collection: unknown): boolean {
  const features = (collection as { readonly features?: unknown } | null)?.features;
  return Array.isArray(features) && features.some(isIndoorFeature);
}

function isIndoorFeature(feature: unknown): boolean {
  const { properties, feature_type: imdf } = (feature ?? {}) as {
    readonly properties?: unknown;
    readonly feature_type?: unknown;
  };
  const flat = (properties ?? {}) as Readonly<Record<string, unknown>>;
  const tags = (flat['tags'] ?? flat) as Readonly<Record<string, unknown>>;
  return (
    imdf === undefined && ['indoor', 'level', 'highway', 'room', 'door'].some((key) => typeof tags[key] === 'string')
  );
}

/**
 * A venue of OpenStreetMap's Simple Indoor Tagging, as Overpass gives it and osmtogeojson converts it: areas become units, lines
 * a network, on one plane. `id`: what the venue is called where the source does not say. Format: docs/maps.md.
 */
export function readOsm(collection: unknown, { id }: { readonly id: string }): OsmReply {
  const findings = new FindingsOfOneSource();
  const features = readFeatures(collection, findings);
  if (features === undefined)
    return refused({
      zh: `${id} 里没有带坐标的要素。请连同几何（out geom）重新导出这座楼。`,
      en: `${id} has no feature with a place on Earth. Export the building again with its geometry ("out geom").`,
    });
  const language = languageOf([...features.areas, ...features.points].map(({ tags }) => tags));
  const areas = readAreas({ areas: features.areas, language, findings });
  const places = new Places();
  const { ways, flights } = readWays({ lines: features.lines, places, language, findings });
  if (areas.units.length === 0 && ways.length === 0)
    return refused({
      zh: `${id} 里没有能走的地方：没有 indoor=room、corridor、area，也没有步行道。请把它们一起导出。`,
      en: `${id} has nothing that is walked: no indoor=room, corridor or area, and no footway. Export these as well.`,
    });
  return assemble({ id, features, language, areas, places, ways, flights, findings });
}

interface Parts {
  readonly id: string;
  readonly features: OsmFeatures;
  readonly language: string;
  readonly areas: ReturnType<typeof readAreas>;
  readonly places: Places;
  readonly ways: ReturnType<typeof readWays>['ways'];
  readonly flights: ReturnType<typeof readWays>['flights'];
  readonly findings: FindingsOfOneSource;
}

function assemble({ id, features, language, areas, places, ways, flights, findings }: Parts): OsmReply {
  const shaftUnits = new Set(areas.shafts.flatMap(({ units }) => units));
  const walked = new Set(
    [...areas.units.filter((unit) => !shaftUnits.has(unit)), ...places.all].map(({ levelId }) => levelId),
  );
  const lifts = readLifts({ points: features.points, shafts: areas.shafts, places, walked, language, findings });
  const { connectors, forked } = joinFlights(flights);
  if (forked.length > 0) findings.add('bad-feature', forked, 'Flights fork on a floor; each is a stair of its own.');
  const units = areas.units.filter(({ levelId }) => walked.has(levelId));
  reportUnknown(features, findings);
  const venue: Venue = {
    id,
    name: nameOf(features, language) ?? { [language]: id },
    language,
    origin: features.origin,
    attribution: '© OpenStreetMap contributors',
    levels: readLevels(features, { walked, language }),
    units,
    openings: readDoors({ features, units, language, findings }),
    fixtures: areas.fixtures.filter(({ levelId }) => walked.has(levelId)),
    kiosks: [],
    amenities: readAmenities({ points: features.points, units, walked, language }),
    anchors: [],
    occupants: [],
    geofences: [],
    details: [],
    connectors: [...lifts, ...connectors],
    network: { nodes: places.all, ways },
  };
  return { ok: true, venue, findings: findings.all };
}

/** Of the building. */
function nameOf({ areas }: OsmFeatures, language: string): Venue['name'] | undefined {
  const building = areas.find(({ tags }) => tags['building'] !== undefined && tags['name'] !== undefined);
  return building === undefined ? undefined : namesOf(building.tags, language);
}
