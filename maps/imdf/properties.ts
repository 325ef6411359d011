import { z } from 'zod';
import type { FeatureType } from './standard.ts';

/* What of a feature's properties is read, by type. What is not nullable here is what a feature cannot do without. */

const id = z.union([z.string().min(1), z.number().transform(String)]);
const ids = z.union([z.array(id), id.transform((one) => [one])]).nullish();
const text = z.string().nullish();
const labels = z.union([z.record(z.string(), z.string().nullable()), z.string()]).nullish();
const words = z.array(z.string()).nullish();
const category = z.string().min(1);
const reference = z.object({ id, feature_type: z.string().nullish() });

/** IMDF writes a point; kept as it stands and read with the other coordinates. */
const displayPoint = z.object({ coordinates: z.tuple([z.number(), z.number()], z.unknown()) }).nullish();

const name = { name: labels, alt_name: labels };
const seconds = z.number().min(0).max(3600).optional();

const siteCodes = {
  area: z.string().min(1).optional(),
  room: z.string().min(1).optional(),
  departments: z.array(z.string().min(1)).optional(),
  doorNumber: z.string().min(1).optional(),
  pinyin: z.string().min(1).optional(),
};

/** Of a lift, stair, escalator or ramp: of its units, or of the relationship that joins them. */
const connector = {
  bank: z.string().min(1).optional(),
  use: z.enum(['public', 'bed', 'staff']).optional(),
  entrySeconds: seconds,
  secondsPerFloorUp: seconds,
  secondsPerFloorDown: seconds,
  serves: z.array(z.int()).optional(),
  doorWidth: z.number().positive().max(20).optional(),
  way: z.enum(['up', 'down', 'both']).optional(),
  stepFree: z.boolean().optional(),
};

const hospital = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).nullish();

/** Degrees clockwise from north; 360 is 0. */
const heading = z
  .number()
  .min(-360)
  .max(360)
  .transform((degrees) => (degrees + 360) % 360);

export const propertySchemas = {
  address: z.looseObject({ address: text, locality: text }),
  venue: z.looseObject({
    category: text,
    ...name,
    hours: text,
    phone: text,
    website: text,
    restriction: text,
    display_point: displayPoint,
    address_id: id.nullish(),
  }),
  building: z.looseObject({
    category: text,
    ...name,
    restriction: text,
    display_point: displayPoint,
    address_id: id.nullish(),
  }),
  footprint: z.looseObject({ category: text, ...name, building_ids: ids }),
  level: z.looseObject({
    category: text,
    ...name,
    short_name: labels,
    ordinal: z.unknown().optional(),
    outdoor: z.boolean().nullish(),
    restriction: text,
    display_point: displayPoint,
    address_id: id.nullish(),
    building_ids: ids,
    hospital: hospital({ storeyHeight: z.number().min(1).max(30).optional() }),
  }),
  unit: z.looseObject({
    category,
    level_id: id,
    restriction: text,
    accessibility: words,
    ...name,
    display_point: displayPoint,
    hospital: hospital({ ...siteCodes, ...connector }),
  }),
  opening: z.looseObject({
    category: category.nullish(),
    level_id: id,
    accessibility: words,
    access_control: words,
    door: z.looseObject({ automatic: z.boolean().nullish(), material: text, type: text }).nullish(),
    ...name,
    display_point: displayPoint,
    hospital: hospital({ width: z.number().positive().max(50).optional() }),
  }),
  amenity: z.looseObject({
    category,
    unit_ids: ids,
    accessibility: words,
    ...name,
    hours: text,
    phone: text,
    website: text,
    address_id: id.nullish(),
    correlation_id: id.nullish(),
    hospital: hospital({ salience: z.number().min(0).max(1).optional() }),
  }),
  anchor: z.looseObject({ unit_id: id, address_id: id.nullish() }),
  occupant: z.looseObject({
    category: category.nullish(),
    anchor_id: id,
    ...name,
    hours: text,
    phone: text,
    website: text,
    validity: z.unknown().optional(),
    correlation_id: id.nullish(),
    hospital: hospital(siteCodes),
  }),
  section: z.looseObject({
    category: text,
    level_id: id,
    restriction: text,
    accessibility: words,
    ...name,
    display_point: displayPoint,
    address_id: id.nullish(),
    correlation_id: id.nullish(),
    parents: ids,
  }),
  fixture: z.looseObject({
    category: text,
    level_id: id,
    ...name,
    anchor_id: id.nullish(),
    display_point: displayPoint,
  }),
  kiosk: z.looseObject({
    level_id: id,
    ...name,
    anchor_id: id.nullish(),
    display_point: displayPoint,
    hospital: hospital({
      heading: heading.optional(),
      device: z.strictObject({ kind: z.enum(['terminal', 'screen']), id: z.string().min(1) }).optional(),
    }),
  }),
  detail: z.looseObject({
    level_id: id,
    hospital: hospital({ guide: z.strictObject({ colour: z.record(z.string(), z.string()) }).optional() }),
  }),
  geofence: z.looseObject({
    category: text,
    restriction: text,
    ...name,
    correlation_id: id.nullish(),
    display_point: displayPoint,
    building_ids: ids,
    level_ids: ids,
    parents: ids,
  }),
  relationship: z.looseObject({
    category,
    direction: z.enum(['directed', 'undirected']).nullish(),
    origin: reference.nullish(),
    intermediary: z.union([z.array(reference), reference.transform((one) => [one])]).nullish(),
    destination: reference.nullish(),
    hours: text,
    ...name,
    hospital: hospital(connector),
  }),
} as const satisfies Record<FeatureType, z.ZodObject>;

export type PropertiesOf<Type extends FeatureType> = z.infer<(typeof propertySchemas)[Type]>;
export type ConnectorSettings = NonNullable<PropertiesOf<'relationship'>['hospital']>;

/** Properties of addresses are for letters, and not read. */
export const standardKeys = (type: FeatureType): ReadonlySet<string> | undefined =>
  type === 'address' ? undefined : new Set([...Object.keys(propertySchemas[type].shape), 'hospital']);
