/** A feature of an IMDF archive. */
export interface Feature {
  readonly id: string;
  readonly type: 'Feature';
  readonly feature_type: FeatureType;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Each has its file. */
export const featureTypes = [
  'address',
  'venue',
  'building',
  'footprint',
  'level',
  'unit',
  'opening',
  'amenity',
  'anchor',
  'occupant',
  'fixture',
  'kiosk',
  'detail',
  'relationship',
] as const;
export type FeatureType = (typeof featureTypes)[number];
