import { z } from 'zod';
import { actingRelations } from './acting.ts';
import { deskActions, ticketStates } from './desk-actions.ts';
import { staffRoles } from './staff.ts';
import { lanes } from './lanes.ts';
import { instant, words } from './words.ts';

/** What kind of work is done at a desk. A triage desk sees every queue and every desk of its area. */
export const deskKinds = ['consulting', 'triage', 'window'] as const;
export type DeskKind = (typeof deskKinds)[number];

const coded = z.object({ code: z.string(), name: words });

export const deskTicket = z.object({
  ticketId: z.string(),
  version: z.number().int(),
  queueId: z.string(),
  label: z.string(),
  state: z.enum(ticketStates),
  who: z.string(),
  lane: z.enum(lanes),
  kind: z.enum(['appointment', 'walk-in']),
  sex: z.enum(['male', 'female', 'unknown']),
  age: z.number().int().nullable(),
  /** Priority class; the lower the level, the more urgent. */
  class: coded.extend({ level: z.number().int() }).nullable(),
  emergency: z.boolean(),
  slotStart: instant.nullable(),
  checkedInAt: instant,
  /** When it came back from tests. */
  returnedAt: instant.nullable(),
  /** Awaited reports of who is at tests; null: nothing is known of any. */
  reports: z.object({ ready: z.number().int(), awaited: z.number().int() }).nullable(),
  /** The only desk that calls it; null: any of its queue. */
  assignedTo: z.object({ deskId: z.string(), name: words }).nullable(),
  misses: z.number().int(),
  /** What whoever took the ticket for the patient is to them (代办); null: the patient took it. */
  actedBy: z.enum(actingRelations).nullable(),
});
export type DeskTicket = z.infer<typeof deskTicket>;

/** A waiting ticket with why it stands where it stands. */
export const deskWaiting = deskTicket.extend({
  reason: words,
  /** How many that checked in later were called before it. */
  overtaken: z.number().int(),
  /** This desk may get it by `next`: false for one that another desk alone may call. */
  mayCallNext: z.boolean(),
});
export type DeskWaiting = z.infer<typeof deskWaiting>;

/** A call as the desk follows it: which screens have shown it, and which should. */
export const deskServing = deskTicket.extend({
  callId: z.string(),
  calledAt: instant,
  times: z.number().int(),
  /** Until when the call may be undone; null: no longer. */
  undoUntil: instant.nullable(),
  shown: z.array(z.object({ screenId: z.string(), at: instant })),
  /** Screens that have to show it; one that has not within 10 s of the call is in trouble. */
  expected: z.array(z.string()),
});
export type DeskServing = z.infer<typeof deskServing>;

/** How another desk of the area is. `nobody`: nobody has logged in there. */
export const deskNeighbour = z.object({
  deskId: z.string(),
  kind: z.enum(deskKinds),
  room: words,
  staff: z.object({ name: words, title: words.nullable() }).nullable(),
  state: z.enum(['open', 'paused', 'stopped', 'nobody']),
  reason: words.nullable(),
  /** Label of the ticket that is served there. */
  serving: z.string().nullable(),
  /** How many wait before its room (二次候诊), and how many may. */
  roomWaiting: z.number().int(),
  roomLimit: z.number().int(),
  seenToday: z.number().int(),
});
export type DeskNeighbour = z.infer<typeof deskNeighbour>;

export const queueKinds = ['clinic', 'pharmacy', 'laboratory', 'imaging', 'window'] as const;
export type QueueKind = (typeof queueKinds)[number];

export const deskQueue = z.object({
  queueId: z.string(),
  name: words,
  kind: z.enum(queueKinds),
  waiting: z.number().int(),
  /** Its order and its calls come from elsewhere. */
  mirrored: z.boolean(),
  /** Whether numbers are given by hand here. */
  byHand: z.boolean(),
  classes: z.array(coded.extend({ level: z.number().int() })),
});
export type DeskQueue = z.infer<typeof deskQueue>;

const sinceWhen = z.object({ reason: words, since: instant });

export const deskView = z.object({
  deskId: z.string(),
  kind: z.enum(deskKinds),
  hospital: words,
  area: words,
  room: words,
  /** Names of the queues from which the desk calls. */
  queues: z.array(words),
  /** The same with what the desk must know to act on them. */
  queueList: z.array(deskQueue),
  /** Who sits here: the one whose name the screens show. */
  staff: z.object({ name: words, title: words.nullable() }).nullable(),
  /** Who looks at this view, and what they may do here; null: nobody in particular. */
  person: z
    .object({ staffId: z.string(), role: z.enum(staffRoles), name: words.nullable(), title: words.nullable() })
    .nullable(),
  may: z.array(z.enum(deskActions)),
  /** Who was called last and is served; all of them; who was called into the corridor (二次候诊), first called first. */
  serving: deskServing.nullable(),
  servings: z.array(deskServing),
  roomWaiting: z.array(deskServing),
  waiting: z.array(deskWaiting),
  held: z.array(deskTicket),
  atTests: z.array(deskTicket),
  missed: z.array(deskTicket),
  /** The newest call of this desk while it may be undone. */
  lastCall: z.object({ callId: z.string(), ticketId: z.string(), label: z.string(), undoUntil: instant }).nullable(),
  seenToday: z.number().int(),
  /** Mean seconds from call to finish today, null before the first. */
  averageSeconds: z.number().int().nullable(),
  /** Screens that have to show the calls of this desk: whether they are connected and may sound, where they are to be heard. */
  screens: z.array(z.object({ screenId: z.string(), state: z.enum(['on', 'muted', 'away']) })),
  /** Every desk of the area, this one included. */
  desks: z.array(deskNeighbour),
  transferTo: z.array(
    z.object({
      queueId: z.string(),
      name: words,
      area: words,
      desks: z.array(z.object({ deskId: z.string(), room: words })),
    }),
  ),
  paused: sinceWhen.nullable(),
  stopped: sinceWhen.nullable(),
  broadcasts: z.array(z.object({ id: z.string(), text: words, until: instant })),
  /** Panic buttons that were pressed and that nobody has answered. */
  alarms: z.array(z.object({ id: z.string(), deskId: z.string(), room: words, at: instant })),
  /** Tickets whose check-in was undone and whom the hospital still has as arrived, each with until when it is shown. */
  keptAtHospital: z.array(z.object({ label: z.string(), until: instant })),
  pauseReasons: z.array(coded),
  sequence: z.number().int(),
  at: instant,
});
export type DeskView = z.infer<typeof deskView>;
