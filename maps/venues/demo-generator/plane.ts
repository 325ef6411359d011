/** Metres east and north of the hospital's south-west corner. */
export type Place = readonly [x: number, y: number];
export type Side = 'north' | 'south' | 'east' | 'west';

/** From its south-west to its north-east corner. Metres. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** West, south, east, north: as one reads them off a plan. */
export function box(west: number, south: number, east: number, north: number): Box {
  return { west, south, east, north };
}

/** Counter-clockwise, the first point not repeated. */
export function corners({ west, south, east, north }: Box): readonly Place[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

export function middle({ west, south, east, north }: Box): Place {
  return [tidy((west + east) / 2), tidy((south + north) / 2)];
}

/** The box about a ring. */
export function boxOf(ring: readonly Place[]): Box {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

/** A stretch of a box's wall as long as a door, about the share `along` of the wall (0.5: its middle). */
export function inWall({ of, side, width, along = 0.5 }: InWall): readonly [Place, Place] {
  const level = side === 'north' || side === 'south';
  const [from, to] = level ? [of.west, of.east] : [of.south, of.north];
  const centre = from + (to - from) * along;
  const [a, b] = [tidy(centre - width / 2), tidy(centre + width / 2)];
  return level
    ? [
        [a, of[side]],
        [b, of[side]],
      ]
    : [
        [of[side], a],
        [of[side], b],
      ];
}

export interface InWall {
  readonly of: Box;
  readonly side: Side;
  readonly width: number;
  readonly along?: number;
}

/** A point so many metres from another, in a direction given in degrees clockwise from north. */
export function away([x, y]: Place, heading: number, metres: number): Place {
  const radians = (heading * Math.PI) / 180;
  return [tidy(x + Math.sin(radians) * metres), tidy(y + Math.cos(radians) * metres)];
}

/** To the centimetre, so that walls that are the same wall have the same numbers. */
export function tidy(metres: number): number {
  return Math.round(metres * 100) / 100;
}
