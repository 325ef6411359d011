/** What a part of a floor is drawn as. */
export const looks = ['way', 'room', 'stairs', 'lift', 'escalator', 'restroom', 'staff', 'void', 'closed'] as const;
export type Look = (typeof looks)[number];

/** Outer ring first, then its holes; without a repeated last point; metres on the venue's plane. */
export type DrawnPolygon = readonly (readonly (readonly [number, number])[])[];

/** A floor as it is drawn, whatever it was read from. */
export interface DrawnFloor {
  readonly outline: readonly DrawnPolygon[];
  readonly units: readonly {
    readonly id: string;
    readonly look: Look;
    readonly polygons: readonly DrawnPolygon[];
  }[];
}
