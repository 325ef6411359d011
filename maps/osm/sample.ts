import { planeAbout } from '../geometry/plane.ts';
import type { Point } from '../venue.ts';

/** Small buildings for tests, drawn in metres about a place in Beijing and given as osmtogeojson gives them. */
const { toEarth } = planeAbout({ lon: 116.4, lat: 39.9 });

type Tags = Readonly<Record<string, string>>;
interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly properties: Tags;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

export const collection = (features: readonly unknown[]) => ({ type: 'FeatureCollection', features });

/** A room with walls that run north and east; box: west, south, east, north. */
export function area(
  id: string,
  tags: Tags,
  [west, south, east, north]: readonly [number, number, number, number],
): Feature {
  const corners: Point[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return feature(id, tags, { type: 'Polygon', coordinates: [corners.map(degrees)] });
}

export function line(id: string, tags: Tags, points: readonly Point[]): Feature {
  return feature(id, tags, { type: 'LineString', coordinates: points.map(degrees) });
}

export function point(id: string, tags: Tags, at: Point): Feature {
  return feature(id, tags, { type: 'Point', coordinates: degrees(at) });
}

function feature(id: string, tags: Tags, geometry: Feature['geometry']): Feature {
  return { type: 'Feature', id, properties: tags, geometry };
}

/** Seven places, as OpenStreetMap keeps them. */
function degrees(at: Point): [number, number] {
  const { lon, lat } = toEarth(at);
  return [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
}
