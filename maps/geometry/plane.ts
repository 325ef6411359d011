import type { Point } from '../venue.ts';

/** Degrees, WGS 84. */
export interface Position {
  readonly lon: number;
  readonly lat: number;
}

/** A plane that touches the Earth at its origin: x metres east, y metres north. Right to 1 mm within a few hundred metres. */
export interface Plane {
  readonly origin: Position;
  readonly toPlane: (position: Position) => Point;
  readonly toEarth: (point: Point) => Position;
}

// Metres a degree on the sphere of IUGG's mean radius: a building has no use for the ellipsoid.
const metresPerDegree = (Math.PI / 180) * 6_371_008.8;

/** Equirectangular about the origin, rounded to the millimetre so that shared corners stay shared. */
export function planeAbout(origin: Position): Plane {
  const perLon = metresPerDegree * Math.cos((origin.lat * Math.PI) / 180);
  return {
    origin,
    toPlane: ({ lon, lat }) => [
      toMillimetre((lon - origin.lon) * perLon),
      toMillimetre((lat - origin.lat) * metresPerDegree),
    ],
    toEarth: ([x, y]) => ({ lon: origin.lon + x / perLon, lat: origin.lat + y / metresPerDegree }),
  };
}

/** On the sphere's plane between the two; good for "is this feature of another town". Metres. */
export function metresBetween(a: Position, b: Position): number {
  const lat = (a.lat - b.lat) * metresPerDegree;
  const lon = (a.lon - b.lon) * metresPerDegree * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(lat, lon);
}

const toMillimetre = (metres: number): number => Math.round(metres * 1000) / 1000 + 0;
