import { z } from 'zod';
import { ticketStates } from './desk-actions.ts';
import { staffRoles } from './staff.ts';
import { instant, words, writeKey } from './words.ts';

/* Help on the floor: a patient at a terminal presses one button, and somebody comes. Never a name, never a number of a patient. */

/**
 * 待接, 已接, 已到, 完成; `withdrawn`: the patient went on alone; `lapsed`: nobody came, or nobody said that it was over,
 * for the site's time.
 */
export const helpStates = ['waiting', 'taken', 'arrived', 'done', 'withdrawn', 'lapsed'] as const;
export type HelpState = (typeof helpStates)[number];

/** What a patient was about when the button was pressed: everything that a helper learns beforehand. A closed list. */
export const helpErrands = [
  'starting-out', // nothing begun
  'card', // a card that is being read or cannot be read
  'no-file', // the hospital knows no such patient
  'identity', // typing a number, waiting for staff to vouch
  'whose-visit', // choosing the patient
  'day-ahead', // looking at what there is today
  'check-in', // checking in
  'not-possible', // too early, too late, refused
  'unsure', // nobody knows yet whether the check-in worked
  'paper', // a ticket that is printed or should be
  'way', // finding the way to a place
  'leaving', // finished; a card may be left
  'out-of-service', // the terminal cannot serve
] as const;
export type HelpErrand = (typeof helpErrands)[number];

/** Agent → hub, POST /api/terminal/help: help is wanted at this terminal. */
export const askForHelp = z.object({ key: writeKey, errand: z.enum(helpErrands) });
export type AskForHelp = z.infer<typeof askForHelp>;

/** Agent → hub, POST /api/terminal/help/withdraw: the patient needs nobody any more. */
export const withdrawHelp = z.object({ key: writeKey, requestId: z.string().max(64) });
export type WithdrawHelp = z.infer<typeof withdrawHelp>;

/** A request for help as its terminal sees it. `escalated`: nobody took it within the site's time, so more people were told. */
export const helpStatus = z.object({
  requestId: z.string(),
  state: z.enum(helpStates),
  since: instant,
  escalated: z.boolean(),
});
export type HelpStatus = z.infer<typeof helpStatus>;

/** The reply to asking and to withdrawing, and to GET /api/terminal/help; null: no help is wanted here. */
export const helpReply = z.object({ ok: z.literal(true), help: helpStatus.nullable() });
export type HelpReply = z.infer<typeof helpReply>;

/** Who helps; name null: a volunteer with a badge of one day. */
export const helper = z.object({ role: z.enum(staffRoles), name: words.nullable() });
export type Helper = z.infer<typeof helper>;

/** A request for help as the volunteers' board shows it. */
export const helpRequest = helpStatus.extend({
  terminalId: z.string(),
  terminal: words,
  level: z.number().int().nullable(),
  errand: z.enum(helpErrands),
  askedAt: instant,
  /** Who helps; null while nobody has taken it. */
  helper: helper.nullable(),
  /** Whether whoever looks at the board is the one who helps. */
  mine: z.boolean(),
});
export type HelpRequest = z.infer<typeof helpRequest>;

/** The volunteers' board as one person sees it: GET /api/volunteer/feed, event `help`. */
export const helpBoard = z.object({
  /** Sequence of the last event this board takes into account. */
  sequence: z.number().int(),
  /** When the hub made this board. */
  at: instant,
  /** Seconds after which more people are told of a request that nobody has taken. */
  escalateSeconds: z.number().int(),
  /** Which requests sound for this person: from the first moment, or when nobody else has taken them. */
  hears: z.enum(['all', 'escalated']),
  /** Open requests: the escalated ones first, then whoever asked first. */
  requests: z.array(helpRequest),
  /** Today so far; seconds from asking to taking, the middle one, null while nobody has taken any. */
  today: z.object({ asked: z.number().int(), escalated: z.number().int(), middleWait: z.number().int().nullable() }),
});
export type HelpBoard = z.infer<typeof helpBoard>;

/** 我去, 到了, 完成, 交还. */
export const helpActions = ['take', 'arrive', 'finish', 'hand-back'] as const;
export type HelpActionKind = (typeof helpActions)[number];

/** Board → hub, POST /api/volunteer/actions. */
export const helpAction = z.object({ key: writeKey, action: z.enum(helpActions), requestId: z.string().max(64) });
export type HelpAction = z.infer<typeof helpAction>;

/** `taken-by-other`: somebody was quicker. `over`: done, withdrawn or lapsed. `not-yours`: nobody's, or another helper's. */
export const helpRefusals = ['taken-by-other', 'over', 'not-yours', 'no-such-request'] as const;
export type HelpRefusal = (typeof helpRefusals)[number];

/** `helper`: who was quicker. */
export const helpActionReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), board: helpBoard }),
  z.object({ ok: z.literal(false), reason: z.enum(helpRefusals), helper: helper.nullable(), board: helpBoard }),
]);
export type HelpActionReply = z.infer<typeof helpActionReply>;

/** Board → hub, POST /api/volunteer/slip: whatever a scanner read. Far longer than any code of ours, to be answered honestly. */
export const scanSlip = z.object({ code: z.string().max(8192) });

/** One place of a person in a queue, without the person. `place`: the waiting area, or the room when called. */
export const slipStep = z.object({
  label: z.string(),
  state: z.enum(ticketStates),
  queue: words,
  area: words,
  place: words,
  level: z.number().int(),
  ahead: z.number().int(),
});
export type SlipStep = z.infer<typeof slipStep>;

/** `not-a-slip`: a code of another kind. `no-such-ticket`: no ticket of this hospital. */
export const slipRefusals = ['not-a-slip', 'no-such-ticket', 'other-day', 'too-many-scans'] as const;
export type SlipRefusal = (typeof slipRefusals)[number];

/** Where a person goes next. `next` is null when no ticket of today waits for them any more. `day`: YYYY-MM-DD. */
export const whereNextReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), scanned: slipStep, next: slipStep.nullable() }),
  z.object({ ok: z.literal(false), reason: z.enum(slipRefusals), day: z.iso.date().nullable() }),
]);
export type WhereNextReply = z.infer<typeof whereNextReply>;
