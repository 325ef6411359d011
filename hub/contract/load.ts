import { z } from 'zod';
import { words, writeKey } from './words.ts';

/** FHIR R4 resource types that a load takes; all others are left. */
export const loadedTypes = [
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'HealthcareService',
  'Schedule',
  'Slot',
  'Appointment',
] as const;
export type LoadedType = (typeof loadedTypes)[number];

/** Why something in a file was left. Each reason has its sentence in `own-data/reason-sentences.ts`. */
export const leftReasons = [
  'unreadable', // no JSON, or cut off
  'too-large',
  'too-deep',
  'not-a-resource',
  'type-not-used',
  'entered-in-error',
  'inactive',
  'no-content', // nothing by which it could be found or shown
  'duplicate', // the same resource comes again later
  'status-unknown',
  'not-booked', // proposed, pending, on a waiting list, or declined by the patient
  'no-time',
  'time-unreadable',
  'no-patient',
  'patient-missing', // names a patient that is not in the data
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** Something left: its reference, such as Appointment/12, or where it stands in its file; never what is in it. */
export const leftOne = z.object({
  reference: z.string().max(300),
  type: z.string().max(64),
  reason: z.enum(leftReasons),
});
export type LeftOne = z.infer<typeof leftOne>;

const text = z.string().max(200);
const identifier = z.strictObject({ system: text.nullable(), value: text.min(1) });
export type LoadedIdentifier = z.infer<typeof identifier>;

/** Whom a resource means: the keys under which the other may stand, or an identifier of the other. */
const pointer = z.strictObject({
  keys: z.array(z.string().max(300)).max(3),
  type: z.string().max(64).nullable(),
  identifier: identifier.nullable(),
  display: words.nullable(),
});
export type Pointer = z.infer<typeof pointer>;

/** A time as files have it. `instant`: ISO, UTC; `local`: on the wall of the site; `date`: no time of day is known. */
const fileTime = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('instant'), at: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('local'), at: z.string().max(40) }),
  z.strictObject({ kind: z.literal('date'), date: z.iso.date() }),
]);
export type FileTime = z.infer<typeof fileTime>;

const personName = z.strictObject({
  use: z.string().max(20).optional(),
  text: text.optional(),
  family: text.optional(),
  given: z.array(text).max(5).optional(),
});

const base = {
  /** What the report calls it. */
  reference: z.string().min(1).max(300),
  /** What it is kept under: loading it again replaces it. */
  identity: z.string().min(1).max(300),
  /** What other resources may call it. */
  keys: z.array(z.string().max(300)).max(3),
  identifiers: z.array(identifier).max(40),
};
const pointers = z.array(pointer).max(60);

/** A resource with what the product needs of it, read out of its file; nothing else leaves the file. */
export const loadedResource = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('Patient'),
    names: z.array(personName).max(12),
    gender: z.string().max(20).nullable(),
    /** YYYY, YYYY-MM or YYYY-MM-DD. */
    birthDate: z.string().max(10).nullable(),
    replacedBy: pointers,
    replaces: pointers,
  }),
  z.strictObject({ ...base, type: z.literal('Practitioner'), name: words.nullable() }),
  z.strictObject({
    ...base,
    type: z.literal('PractitionerRole'),
    practitioner: pointer.nullable(),
    organization: pointer.nullable(),
    locations: pointers,
    services: pointers,
    specialty: words.nullable(),
  }),
  z.strictObject({ ...base, type: z.literal('Organization'), name: words.nullable() }),
  z.strictObject({ ...base, type: z.literal('Location'), name: words.nullable(), organization: pointer.nullable() }),
  z.strictObject({
    ...base,
    type: z.literal('HealthcareService'),
    name: words.nullable(),
    organization: pointer.nullable(),
  }),
  z.strictObject({ ...base, type: z.literal('Schedule'), actors: pointers }),
  z.strictObject({
    ...base,
    type: z.literal('Slot'),
    schedule: pointer.nullable(),
    start: fileTime.nullable(),
    end: fileTime.nullable(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('Appointment'),
    status: z.enum(['booked', 'checked-in', 'arrived', 'fulfilled', 'cancelled', 'noshow']),
    start: fileTime.nullable(),
    end: fileTime.nullable(),
    minutes: z.number().int().min(1).max(1440).nullable(),
    /** All who take part and have not declined, the patient among them. */
    actors: pointers,
    slots: pointers,
    /** What it is for, where no person and no place is named. */
    service: words.nullable(),
  }),
]);
export type LoadedResource = z.infer<typeof loadedResource>;
export type Loaded<T extends LoadedType> = Extract<LoadedResource, { readonly type: T }>;

/** Operator → hub, POST /api/operator/loads/pieces: a part of a load. The same piece again replaces itself. */
export const loadPiece = z.strictObject({
  load: writeKey,
  piece: z.number().int().min(0).max(100_000),
  resources: z.array(loadedResource).max(500),
});
export type LoadPiece = z.infer<typeof loadPiece>;

/**
 * Operator → hub, POST /api/operator/loads: take all pieces of a load at once. The same load again gets the same reply.
 * `replace`: what earlier loads brought goes.
 */
export const finishLoad = z.strictObject({
  replace: z.boolean().optional(),

  load: writeKey,
  pieces: z.number().int().min(0),
  shiftToToday: z.boolean(),
});
export type FinishLoad = z.infer<typeof finishLoad>;

/** A queue with loaded patients, and where it is served. `of`: the reference of the person, place or service. */
export const loadedQueue = z.object({
  queueId: z.string(),
  deskId: z.string(),
  screenId: z.string(),
  prefix: z.string(),
  of: z.string(),
  /** Appointments on the business day that runs now. */
  today: z.number().int(),
});
export type LoadedQueue = z.infer<typeof loadedQueue>;

export const loadReport = z.object({
  /** How many of each type were taken by this load. */
  taken: z.record(z.enum(loadedTypes), z.number().int()),
  left: z.array(leftOne),
  /** The busiest day of the load, and how many whole days it was moved to become today; null: not asked, or no day. */
  shift: z.object({ from: z.iso.date(), to: z.iso.date(), days: z.number().int() }).nullable(),
  /** What is loaded now in all, earlier loads included. */
  now: z.object({ patients: z.number().int(), appointments: z.number().int(), today: z.number().int() }),
  queues: z.array(loadedQueue),
});
export type LoadReport = z.infer<typeof loadReport>;

/** Why a piece or a load was not taken. */
export const loadRefusals = ['pieces-missing', 'loads-unsupported'] as const;
export const loadReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), report: loadReport }),
  z.object({ ok: z.literal(false), reason: z.enum(loadRefusals) }),
]);
export type LoadReply = z.infer<typeof loadReply>;
export const loadPieceReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(loadRefusals) }),
]);
export type LoadPieceReply = z.infer<typeof loadPieceReply>;
