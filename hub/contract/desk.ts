import { z } from 'zod';
import { actingRelations } from './acting.ts';
import { lanes } from './visit.ts';
import { instant, words, writeKey } from './words.ts';

/** What a desk can do with the queue; `next` finishes whoever is being served. */
export const deskActions = ['next', 'recall', 'missed', 'finish'] as const;
export type DeskActionKind = (typeof deskActions)[number];

/** Desk → hub, POST /api/desk/actions. `ticketId` with all but `next`: the ticket the desk believes it serves. */
export const deskAction = z.object({
  key: writeKey,
  action: z.enum(deskActions),
  ticketId: z.string().optional(),
});
export type DeskAction = z.infer<typeof deskAction>;

export const deskRefusals = [
  'nobody-waits',
  'not-your-ticket',
  'already-done',
  'not-logged-in',
  'desk-unknown',
] as const;
export type DeskRefusal = (typeof deskRefusals)[number];

export const deskTicket = z.object({
  ticketId: z.string(),
  label: z.string(),
  who: z.string(),
  lane: z.enum(lanes),
  kind: z.enum(['appointment', 'walk-in']),
  sex: z.enum(['male', 'female', 'unknown']),
  age: z.number().int().nullable(),
  slotStart: instant.nullable(),
  checkedInAt: instant,
  misses: z.number().int(),
  /** What whoever took the ticket for the patient is to them (代办); null: the patient took it. */
  actedBy: z.enum(actingRelations).nullable(),
});
export type DeskTicket = z.infer<typeof deskTicket>;

/** A waiting ticket with why it stands where it stands. */
export const deskWaiting = deskTicket.extend({ reason: words });

/** A call as the desk follows it: which screens have shown it. */
export const deskServing = deskTicket.extend({
  callId: z.string(),
  calledAt: instant,
  times: z.number().int(),
  shown: z.array(z.object({ screenId: z.string(), at: instant })),
  /** Screens that have to show it; one that has not within 10 s of the call is in trouble. */
  expected: z.array(z.string()),
});

export const deskView = z.object({
  deskId: z.string(),
  hospital: words,
  area: words,
  room: words,
  queues: z.array(words),
  staff: z.object({ name: words, title: words.nullable() }).nullable(),
  serving: deskServing.nullable(),
  waiting: z.array(deskWaiting),
  missed: z.array(deskTicket),
  seenToday: z.number().int(),
  /** Mean minutes from call to finish today, null before the first. */
  averageSeconds: z.number().int().nullable(),
  /** Screens that have to show the calls of this desk: whether they are connected and may sound, where they are to be heard. */
  screens: z.array(z.object({ screenId: z.string(), state: z.enum(['on', 'muted', 'away']) })),
  sequence: z.number().int(),
  at: instant,
});
export type DeskView = z.infer<typeof deskView>;

export const deskReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), view: deskView }),
  z.object({ ok: z.literal(false), reason: z.enum(deskRefusals), view: deskView.nullable() }),
]);
export type DeskReply = z.infer<typeof deskReply>;

/** Desk → hub, POST /api/desk/login. */
export const staffLogin = z.object({ workNo: z.string().max(16), password: z.string().max(200) });
export const deskLoginRefusals = [
  'wrong-number-or-password',
  'locked',
  'new-password-needed', // the password is a one-time one: POST /api/staff/password
  'role-not-allowed',
  'desk-not-enrolled',
] as const;
export const staffLoginReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(deskLoginRefusals) }),
]);
export type StaffLoginReply = z.infer<typeof staffLoginReply>;
