import { z } from 'zod';
import { acting } from './acting.ts';
import { presentedCredential } from './credential.ts';
import { visitProof } from './proof.ts';
import { ticketStates } from './desk-actions.ts';
import { placeTold, waitTold } from './wait.ts';
import { lanes } from './lanes.ts';
import { instant, words, writeKey } from './words.ts';

/**
 * Agent → hub, POST /api/terminal/visits: a device read a credential, or somebody typed a number. `proof`: what stands
 * behind it where the credential alone is not enough.
 */
export const openVisit = z.object({ key: writeKey, credential: presentedCredential, proof: visitProof.optional() });
export type OpenVisit = z.infer<typeof openVisit>;

/** Why a credential opens no visit. */
export const visitRefusals = [
  'patient-unknown',
  'name-differs',
  'hospital-unavailable',
  'not-accepted', // this kind of credential opens nothing at the terminals of this hospital
  'ask-staff', // the files of several people match
  'second-factor-needed',
  'not-matched', // no such number, or a wrong second factor: which of the two is never said
  'too-many-tries', // numbers that are typed are not taken for a while
  'staff-not-recognised', // whoever vouches: work number and password, or the badge, are wrong
  'staff-locked',
  'staff-not-allowed', // a staff member, but of a role that does not vouch
  'wristband-unknown', // nobody in the wards wears it
] as const;
export type VisitRefusal = (typeof visitRefusals)[number];

/** Whose file it is: of the card's bearer, of somebody for whom the bearer acts, or not known. */
export const fileOwners = ['bearer', 'ward', 'unknown'] as const;

/** One of the files that a credential opens; the patient chooses whose visit it is. */
export const fileChoice = z.object({
  choice: z.string(),
  maskedName: z.string(),
  birthYear: z.number().int(),
  owner: z.enum(fileOwners),
});
export type FileChoice = z.infer<typeof fileChoice>;

/**
 * Hub → agent. The secret stays in the agent; the page receives the rest. With `choices` the visit has no patient
 * until one is chosen by POST /api/visits/:id/patient. `mayAct`: whoever showed the card has no file, and may act for an
 * inpatient by the number on the wristband.
 */
export const openVisitReply = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    visitId: z.string(),
    secret: z.string(),
    maskedName: z.string(),
    choices: z.array(fileChoice),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(visitRefusals), mayAct: z.literal(true).optional() }),
]);
export type OpenVisitReply = z.infer<typeof openVisitReply>;

export const choosePatient = z.object({ key: writeKey, choice: z.string() });
export const choosePatientReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), maskedName: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(['choice-unknown', 'visit-ended']) }),
]);
export type ChoosePatientReply = z.infer<typeof choosePatientReply>;

/** Page → hub through the agent, POST /api/visits/:id/acting: whoever holds this card acts for its patient. */
export const actForBearer = z.object({ key: writeKey });
export const actForBearerReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(['visit-ended', 'hospital-unavailable']) }),
]);
export type ActForBearerReply = z.infer<typeof actForBearerReply>;

/** Page → hub through the agent, POST /api/visits/:id/inpatient: the visit is for the inpatient with this wristband. */
export const actForInpatient = z.object({ key: writeKey, wristband: z.string().min(1).max(64) });
export type ActForInpatient = z.infer<typeof actForInpatient>;
export const actForInpatientReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), maskedName: z.string() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['visit-ended', 'wristband-unknown', 'too-many-tries', 'not-offered', 'hospital-unavailable']),
  }),
]);
export type ActForInpatientReply = z.infer<typeof actForInpatientReply>;

/** Why a visit ended. */
export const visitEnds = ['finished', 'cancelled', 'idle', 'card-removed', 'next-card', 'agent-lost'] as const;
export type VisitEnd = (typeof visitEnds)[number];
export const endVisit = z.object({ why: z.enum(visitEnds) });

/** Whether a ticket lies on paper. `unsure`: a slip was sent to a printer, or fetched for one, and its end is not known. */
export const ticketPapers = ['none', 'printed', 'unsure'] as const;
export type TicketPaper = (typeof ticketPapers)[number];

/** A ticket as its patient may see it. Level: floor number. Wait: minutes, null while unknown. */
export const ticketView = z.object({
  ticketId: z.string(),
  label: z.string(),
  state: z.enum(ticketStates),
  queue: words,
  /** Of the site's configuration. */
  queueId: z.string(),
  area: words,
  /** Where to go and wait, or the room when called. */
  place: words,
  level: z.number().int(),
  practitioner: words.nullable(),
  slotStart: instant.nullable(),
  slotEnd: instant.nullable(),
  checkedInAt: instant,
  ahead: z.number().int(),
  lane: z.enum(lanes),
  /** What is known of paper with this ticket, from all terminals; left out where nobody looked. */
  paper: z.enum(ticketPapers).optional(),
  /** How long it still waits; null: it does not wait, left out where nobody looked. */
  wait: waitTold.nullable().optional(),
  /** Reports that are awaited of who is at tests; null: nothing is known of any. */
  reports: z.object({ ready: z.number().int(), awaited: z.number().int() }).nullable().optional(),
  /** Somebody took it for the patient (代办). */
  byProxy: z.boolean(),
});
export type TicketView = z.infer<typeof ticketView>;

/** What an appointment of today allows right now. */
export const stepStates = [
  'ready', // may take the number and check in now
  'too-early', // see opensAt
  'too-late', // check-in has closed: staff
  'void', // called and not come too often: the number counts no more, whoever still wants to be seen registers again
  'checked-in', // has a ticket
  'finished', // has been seen
] as const;

/** One thing a patient still has to do today. */
export const step = z.object({
  stepId: z.string(),
  kind: z.literal('appointment'),
  state: z.enum(stepStates),
  clinic: words,
  practitioner: words.nullable(),
  /** Of the site's configuration. */
  queueId: z.string(),
  place: words,
  level: z.number().int(),
  slotStart: instant,
  slotEnd: instant,
  /** When check-in opens. */
  opensAt: instant,
  /** How many wait in that queue now. */
  waiting: z.number().int(),
  /** True: checking in now means the late lane. */
  late: z.boolean(),
  ticket: ticketView.nullable(),
  /** Where checking in now would lead, and how the clinic stands; left out where nobody looked. */
  joining: waitTold.extend({ place: placeTold.nullable() }).optional(),
});
export type Step = z.infer<typeof step>;

/**
 * Hub → page, GET /api/visits/:id/agenda: the next step first (我的下一步), then the rest of the day in time order.
 * `next` is null when nothing is left to do today.
 */
export const agenda = z.object({
  maskedName: z.string(),
  /** Whoever is here acts for the patient; null: the patient is here, as far as is known. */
  acting: acting.pick({ relation: true, how: true }).extend({ mayCheckIn: z.boolean() }).nullable(),
  next: step.nullable(),
  rest: z.array(step),
});
export type Agenda = z.infer<typeof agenda>;
export const agendaReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), agenda }),
  z.object({ ok: z.literal(false), reason: z.enum(['visit-ended', 'hospital-unavailable']) }),
]);
export type AgendaReply = z.infer<typeof agendaReply>;

/** Page → hub through the agent, POST /api/visits/:id/check-in: take the number and check in. */
export const checkIn = z.object({ key: writeKey, stepId: z.string() });
export type CheckIn = z.infer<typeof checkIn>;

/** Why a check-in was refused. Only `hospital-unavailable` and `outcome-unknown` may be tried again, with the same key. */
export const checkInRefusals = [
  'too-early',
  'too-late',
  'no-such-appointment',
  'number-void', // called and not come too often: the patient registers again
  'not-here', // this terminal does not check in for that area
  'not-by-proxy', // whoever acts for this patient may not check in for them
  'refused-by-hospital',
  'visit-ended',
  'hospital-unavailable',
  'outcome-unknown',
] as const;
export type CheckInRefusal = (typeof checkInRefusals)[number];

/** `already`: the ticket existed before. */
export const checkInReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), already: z.boolean(), ticket: ticketView }),
  z.object({ ok: z.literal(false), reason: z.enum(checkInRefusals), opensAt: instant.nullable() }),
]);
export type CheckInReply = z.infer<typeof checkInReply>;
