import { z } from 'zod';
import { lanes } from './lanes.ts';
import { instant, words } from './words.ts';

/*
 * What a hospital information system or a doctor's workstation says of a queue of its own (docs/mirrored-areas.md).
 * Every item has the id that its source gave the ticket, and says when it became so: `occurredAt`, or a `revision` that
 * rises from change to change of the whole source. A source keeps to one of the two.
 */

/** At most so many items in one request. */
export const mirroredItemsAtMost = 200;

const externalId = z.string().regex(/^[\x21-\x7e]{1,64}$/, '1 to 64 visible ASCII characters');
const code = z.string().min(1).max(64);
const when = {
  occurredAt: instant.optional(),
  revision: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
};
const whose = { ticket: externalId };
const label = z
  .string()
  .regex(/^[\p{Script=Han}A-Za-z0-9-]{1,12}$/u, 'at most 12 letters, digits, Han characters and hyphens');

/** Whose ticket it is. A full name is masked as it comes in and kept nowhere. */
export const mirroredPatient = z.object({
  name: z.string().min(1).max(120).optional(),
  /** Already masked, such as 张*明. */
  maskedName: z.string().min(1).max(40).optional(),
  /** What a call says; taken from `name` where it is left out. */
  surname: z.string().min(1).max(8).optional(),
  sex: z.enum(['male', 'female', 'unknown']).optional(),
  birthYear: z.number().int().min(1880).max(2200).optional(),
  /** Id of the file in the hospital system, by which a terminal finds the ticket of whoever stands there. */
  id: z.string().min(1).max(64).optional(),
});
export type MirroredPatient = z.infer<typeof mirroredPatient>;

/** States that a source names. `called` comes with its call. */
export const mirroredStates = ['waiting', 'called', 'held', 'at-tests', 'missed', 'finished', 'dropped'] as const;
export type MirroredState = (typeof mirroredStates)[number];

const callPlace = {
  /** Id of the call; another call of the same ticket is a recall. */
  call: externalId,
  room: code,
};

/** A ticket as a whole: what is left out is not so. */
const wholeTicket = z.object({
  ...whose,
  ...when,
  queue: code,
  label,
  /** Left out: what calls and ends have made of it; at first it waits. */
  state: z.enum(mirroredStates).optional(),
  /** Place in the order, smallest first; those without one come after, by the time since when they wait. */
  rank: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  waitingSince: instant.optional(),
  lane: z.enum(lanes).optional(),
  slotStart: instant.optional(),
  slotEnd: instant.optional(),
  /** Id of the appointment in the hospital system: a ticket that a terminal gave for it is this one. */
  appointment: z.string().min(1).max(128).optional(),
  practitioner: words.optional(),
  patient: mirroredPatient.optional(),
  /** With `called`, and only then: where to. */
  calledTo: z.object({ ...callPlace, at: instant.optional() }).optional(),
});

export const mirroredTicket = wholeTicket.extend({ kind: z.literal('ticket') });
export type MirroredTicket = z.infer<typeof mirroredTicket>;

/** `label` and `queue`: for a call that may come before its ticket. */
export const mirroredCall = z.object({
  kind: z.literal('call'),
  ...whose,
  ...when,
  ...callPlace,
  label: label.optional(),
  queue: code.optional(),
});

/** A call that is taken back, for good: whoever calls again gives the new call an id of its own. */
export const mirroredUndo = z.object({ kind: z.literal('undo-call'), ...whose, ...when, call: externalId });

/** What has become of a ticket. `returned`: it waits again. */
export const mirroredChanges = ['held', 'at-tests', 'missed', 'returned', 'finished', 'dropped'] as const;
export const mirroredChange = z.object({ kind: z.enum(mirroredChanges), ...whose, ...when });

/** Doctor's software or hospital system → hub, POST /api/v1/mirror/items: one item, or `items`. */
export const mirroredItem = z.discriminatedUnion('kind', [mirroredTicket, mirroredCall, mirroredUndo, mirroredChange]);
export type MirroredItem = z.infer<typeof mirroredItem>;

/** Items are read one by one: a bad one keeps none of the others out. None: a sign of life. */
export const mirroredBatch = z.object({ items: z.array(z.unknown()).max(mirroredItemsAtMost) });
export const mirroredBody = z.preprocess((body) => (isOneItem(body) ? { items: [body] } : body), mirroredBatch);

function isOneItem(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'kind' in body && !('items' in body);
}

/**
 * POST /api/v1/mirror/queues/{queue}/snapshot: the whole queue as it stood at one moment. A ticket that is not in it,
 * and of which nothing newer is known, is there no longer.
 */
export const mirroredSnapshot = z.object({ ...when, tickets: z.array(z.unknown()).max(1000) });
export const snapshotTicket = wholeTicket.omit({ queue: true });
export type SnapshotTicket = z.infer<typeof snapshotTicket>;

/** Why an item was not taken. The others of its batch were. */
export const itemRefusals = [
  'item-bad-shape',
  'item-without-time', // neither `occurredAt` nor `revision`
  'item-other-order', // the source has counted revisions so far and this one has a time, or the other way round
  'item-from-the-future',
  'item-too-old',
  'item-queue-unknown',
  'item-room-unknown',
  'item-room-elsewhere', // the room is not one of the area of the queue
  'item-not-your-area',
  'item-area-owned', // the area keeps its own queue now
  'item-other-day', // the id belongs to a ticket of another day
  'item-appointment-taken', // another source has a ticket for this appointment
  'item-twice', // the ticket stands in the snapshot before
] as const;
export type ItemRefusal = (typeof itemRefusals)[number];

export const refusedItem = z.object({
  /** Place in the request, from 0. */
  index: z.number().int(),
  ticket: z.string().nullable(),
  reason: z.enum(itemRefusals),
  message: words,
});
export type RefusedItem = z.infer<typeof refusedItem>;

/** `taken`: said something new. `known`: older than what is known, or said before. */
export const mirrorReply = z.object({
  ok: z.literal(true),
  taken: z.number().int(),
  known: z.number().int(),
  refused: z.array(refusedItem),
});
export type MirrorReply = z.infer<typeof mirrorReply>;

/** GET /api/v1/mirror/queues/{queue}: the queue as the screens have it, with what became of the calls. */
export const mirroredQueueView = z.object({
  ok: z.literal(true),
  queue: z.string(),
  sequence: z.number().int(),
  at: instant,
  /** When this source last said anything of the queue. */
  heardAt: instant.nullable(),
  tickets: z.array(
    z.object({
      /** Null: a number that the hub gave and no source has taken over. */
      ticket: z.string().nullable(),
      label: z.string(),
      state: z.string(),
      appointment: z.string().nullable(),
      calls: z.array(
        z.object({
          call: z.string(),
          room: z.string(),
          calledAt: instant,
          undone: z.boolean(),
          /** Screens that have shown it. */
          shown: z.array(z.object({ screenId: z.string(), at: instant })),
        }),
      ),
    }),
  ),
});
export type MirroredQueueView = z.infer<typeof mirroredQueueView>;
