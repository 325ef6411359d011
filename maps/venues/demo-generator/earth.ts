import type { Place } from './plane.ts';

/** Where 0, 0 of the plan is: a rice field. Degrees (WGS 84). */
const corner = { lon: 120.56, lat: 30.02 };
const metresPerDegree = 111_319.490793;

/** Longitude and latitude, rounded to 8 digits, which is a millimetre: the same wall gets the same numbers. */
export function onEarth([x, y]: Place): [lon: number, lat: number] {
  const narrow = Math.cos((corner.lat * Math.PI) / 180);
  return [rounded(corner.lon + x / (metresPerDegree * narrow)), rounded(corner.lat + y / metresPerDegree)];
}

/** A closed ring, as GeoJSON wants it. */
export function ringOnEarth(ring: readonly Place[]): [number, number][] {
  const [first] = ring;
  return first === undefined ? [] : [...ring, first].map(onEarth);
}

/** A closed clockwise ring: a hole. */
export function holeOnEarth(ring: readonly Place[]): [number, number][] {
  return ringOnEarth(ring).toReversed();
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e8) / 1e8;
}
