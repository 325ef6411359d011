import { planeAbout, type Position } from '../geometry/plane.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Point } from '../venue.ts';

export type Tags = Readonly<Record<string, string | undefined>>;

/** An element of OpenStreetMap on the local plane. */
export type OsmFeature = {
  /** `node/1`, `way/2`, `relation/3`, as OpenStreetMap links to it. */
  readonly id: string;
  readonly tags: Tags;
} & (
  | { readonly shape: 'point'; readonly point: Point }
  | { readonly shape: 'line'; readonly line: readonly Point[] }
  /** Rings of each polygon, the outer one first, as they are drawn. */
  | { readonly shape: 'area'; readonly areas: readonly (readonly (readonly Point[])[])[] }
);
export type OsmPoint = OsmFeature & { readonly shape: 'point' };
export type OsmLine = OsmFeature & { readonly shape: 'line' };
export type OsmArea = OsmFeature & { readonly shape: 'area' };

export interface OsmFeatures {
  readonly origin: Position;
  readonly points: readonly OsmPoint[];
  readonly lines: readonly OsmLine[];
  readonly areas: readonly OsmArea[];
}

/** As deep as `depths` says: 0 is a pair of numbers. */
type Coordinates = readonly (Coordinates | number)[];
interface RawFeature {
  readonly id: string;
  readonly tags: Tags;
  readonly type: keyof typeof depths;
  readonly coordinates: Coordinates;
}

const depths = { Point: 0, LineString: 1, Polygon: 2, MultiPolygon: 3 } as const;

/** Undefined: no FeatureCollection, or nothing in it has a place on Earth. */
export function readFeatures(collection: unknown, findings: FindingsOfOneSource): OsmFeatures | undefined {
  const raw = withoutSeconds(rawFeatures(collection, findings), findings);
  const swapped = areSwapped(raw);
  if (swapped)
    findings.add(
      'swapped-coordinates',
      [],
      'Latitude stands before longitude all through the file; it was read that way.',
    );
  const sound = raw.filter((feature) => arePositions(feature.coordinates, swapped) || rejected(feature, findings));
  const origin = middleOf(sound.flatMap(({ coordinates }) => positionsIn(coordinates, swapped)));
  if (origin === undefined) return undefined;
  const { toPlane } = planeAbout(origin);
  const onPlane = sound.map((feature) => shapeOf(feature, (pair) => toPlane(positionOf(pair, swapped))));
  return {
    origin,
    points: onPlane.filter((feature) => feature.shape === 'point'),
    lines: onPlane.filter((feature) => feature.shape === 'line'),
    areas: onPlane.filter((feature) => feature.shape === 'area'),
  };
}

function rawFeatures(collection: unknown, findings: FindingsOfOneSource): readonly RawFeature[] {
  const list =
    isRecord(collection) && Array.isArray(collection['features']) ? (collection['features'] as unknown[]) : [];
  return list.flatMap((feature, n): readonly RawFeature[] => {
    const read = rawFeature(feature);
    if (read === undefined)
      findings.add('bad-geometry', `feature ${n + 1}`, 'A feature has no geometry that can be read; it was left out.');
    return read === undefined ? [] : [read];
  });
}

function rawFeature(feature: unknown): RawFeature | undefined {
  if (!isRecord(feature) || !isRecord(feature['geometry'])) return undefined;
  const { type, coordinates } = feature['geometry'];
  const properties = isRecord(feature['properties']) ? feature['properties'] : {};
  if (!isType(type) || !isOfDepth(coordinates, depths[type])) return undefined;
  const id = [feature['id'], properties['@id'], properties['id']].find(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  const tags = isRecord(properties['tags']) ? properties['tags'] : properties;
  const texts = Object.entries(tags).filter(([, value]) => typeof value === 'string');
  return { id: String(id ?? ''), tags: Object.fromEntries(texts) as Tags, type, coordinates };
}

function withoutSeconds(raw: readonly RawFeature[], findings: FindingsOfOneSource): readonly RawFeature[] {
  const seen = new Set<string>();
  return raw.flatMap((feature, n) => {
    if (feature.id === '') return [{ ...feature, id: `feature/${n + 1}` }];
    if (seen.has(feature.id)) {
      findings.add('duplicate-id', feature.id, 'An id stands twice; the first feature counts.');
      return [];
    }
    seen.add(feature.id);
    return [feature];
  });
}

function shapeOf({ id, tags, type, coordinates }: RawFeature, place: (pair: Coordinates) => Point): OsmFeature {
  const line = (pairs: Coordinates): readonly Point[] => (pairs as readonly Coordinates[]).map(place);
  const area = (rings: Coordinates): readonly (readonly Point[])[] => (rings as readonly Coordinates[]).map(line);
  if (type === 'Point') return { id, tags, shape: 'point', point: place(coordinates) };
  if (type === 'LineString') return { id, tags, shape: 'line', line: line(coordinates) };
  const areas = type === 'Polygon' ? [area(coordinates)] : (coordinates as readonly Coordinates[]).map(area);
  return { id, tags, shape: 'area', areas };
}

function rejected({ id }: RawFeature, findings: FindingsOfOneSource): false {
  findings.add('bad-geometry', id, 'Coordinates are no longitudes and latitudes; the feature was left out.');
  return false;
}

const isType = (type: unknown): type is RawFeature['type'] => typeof type === 'string' && Object.hasOwn(depths, type);

/** Also that every number is finite and that nothing is empty. */
function isOfDepth(value: unknown, depth: number): value is Coordinates {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (depth > 0) return value.every((one) => isOfDepth(one, depth - 1));
  return value.length >= 2 && value.every((one) => Number.isFinite(one));
}

/** Pairs of coordinates, however deep they stand. */
function pairsIn(coordinates: Coordinates): readonly Coordinates[] {
  return coordinates.every((one) => typeof one === 'number')
    ? [coordinates]
    : coordinates.flatMap((one) => (typeof one === 'number' ? [] : pairsIn(one)));
}

function positionOf(pair: Coordinates, swapped: boolean): Position {
  const [one, other] = pair as readonly number[];
  const [lon = Number.NaN, lat = Number.NaN] = swapped ? [other, one] : [one, other];
  return { lon, lat };
}

const positionsIn = (coordinates: Coordinates, swapped: boolean): readonly Position[] =>
  pairsIn(coordinates).map((pair) => positionOf(pair, swapped));

const isPosition = ({ lon, lat }: Position): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

function arePositions(coordinates: Coordinates, swapped: boolean): boolean {
  return positionsIn(coordinates, swapped).every(isPosition);
}

/** Only seen where a latitude would be beyond the poles, as all of China east of Lhasa has it. */
function areSwapped(raw: readonly RawFeature[]): boolean {
  const pairs = raw.flatMap(({ coordinates }) => pairsIn(coordinates));
  const right = pairs.filter((pair) => isPosition(positionOf(pair, false))).length;
  const wrong = pairs.filter((pair) => isPosition(positionOf(pair, true))).length;
  return wrong > right * 2;
}

function middleOf(positions: readonly Position[]): Position | undefined {
  if (positions.length === 0) return undefined;
  const sorted = (all: readonly number[]): number =>
    all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
  return { lon: sorted(positions.map(({ lon }) => lon)), lat: sorted(positions.map(({ lat }) => lat)) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
