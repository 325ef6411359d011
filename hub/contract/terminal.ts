import { z } from 'zod';
import { helpStatus } from './assist.ts';
import { deviceStatus, enrolRefusals, moreReaders, paperStates } from './fleet.ts';
import { walkProfile } from './guide.ts';
import { hospitalStates } from './hospital.ts';
import { fileChoice, visitEnds, visitRefusals } from './visit.ts';
import { instant, writeKey } from './words.ts';

/* Between a terminal's page and its own agent; same origin, never leaves the machine. */

/** How a slip ended up. `unknown`: the printer never said; it may or may not be on the paper. */
export const printOutcomes = ['printed', 'unknown', 'refused'] as const;
export type PrintOutcome = (typeof printOutcomes)[number];

/** What stands in the printer's way, in words a screen has a sentence for. */
export const printProblems = ['paper-out', 'cover-open', 'offline', 'fault', 'silent'] as const;
export type PrintProblem = (typeof printProblems)[number];

export const cardTroubles = [
  'unreadable', // read failed: lift it and lay it down again
  'not-supported', // recognised, but nothing can be done with it here
  'number-invalid', // check digit or date is wrong
  'bank-card', // a bank's card was swiped
  'wrong-code', // a code that identifies nobody: an address, a contact, rubbish
  'code-too-long', // more than a credential ever holds
  'payment-code', // 付款码 of WeChat, Alipay or UnionPay
  'slip-code', // a code that we printed ourselves
  'badge-not-now', // a staff badge that nobody is waiting for
] as const;
export type CardTrouble = (typeof cardTroubles)[number];

/** Agent → page, server-sent events on GET /agent/events; each message is one of these as JSON. */
export const agentEvent = z.discriminatedUnion('type', [
  /** First message on every connection: how everything is now. A page that sees it starts from welcome. */
  z.object({
    type: z.literal('hello'),
    terminalId: z.string(),
    hub: z.enum(['here', 'away']),
    reader: deviceStatus,
    printer: deviceStatus,
    paper: z.enum(paperStates),
    ...moreReaders,
  }),
  z.object({ type: z.literal('card.presented') }),
  /** Something that does not stay was read and is being looked up: a code, a swiped card, a passport. */
  z.object({ type: z.literal('code.presented') }),
  /**
   * What was presented opens nothing. A card on the reader was `card.presented` before. What was scanned or swiped comes
   * as it is, and only while no visit is open: a stray code disturbs nobody.
   */
  z.object({ type: z.literal('card.trouble'), trouble: z.enum(cardTroubles) }),
  z.object({ type: z.literal('card.removed') }),
  z.object({
    type: z.literal('visit.opened'),
    visitId: z.string(),
    maskedName: z.string(),
    choices: z.array(fileChoice),
  }),
  /** `mayAct`: whoever showed the card may go on with an inpatient's wristband. */
  z.object({
    type: z.literal('visit.refused'),
    reason: z.enum(visitRefusals),
    mayAct: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('visit.ended'), visitId: z.string(), why: z.enum(visitEnds) }),
  z.object({
    type: z.literal('print.changed'),
    jobId: z.string(),
    ticketId: z.string(),
    state: z.enum(['queued', 'printing', ...printOutcomes]),
    problem: z.enum(printProblems).nullable(),
  }),
  z.object({
    type: z.literal('device.changed'),
    reader: deviceStatus,
    printer: deviceStatus,
    paper: z.enum(paperStates),
    ...moreReaders,
  }),
  /** Help that was asked for here; null: none is wanted any more. Comes after hello as soon as the hub has said it. */
  z.object({ type: z.literal('help.changed'), help: helpStatus.nullable() }),
  /** The map of the hospital has changed: a way of another version may be wrong by now. */
  z.object({ type: z.literal('guide.changed'), version: z.string() }),
  /** How the hospital system behind the hub is, and since when. */
  z.object({ type: z.literal('hospital.changed'), state: z.enum(hospitalStates), since: instant }),
  /** A staff badge that was waited for has been read, and is being looked at. */
  z.object({ type: z.literal('badge.taken') }),
  /** The code of a wristband that was waited for has been read; it is the number that could have been typed. */
  z.object({ type: z.literal('wristband.scanned'), number: z.string() }),
  /** This terminal tests itself, or has done so: while it does, somebody lays the test card down. */
  z.object({ type: z.literal('self-test.changed'), running: z.boolean() }),
  /** The page plays its test sound and says whether it could, POST /agent/self-test/spoken. */
  z.object({ type: z.literal('self-test.speak'), runId: z.string() }),
  z.object({ type: z.literal('hub.away') }),
  z.object({ type: z.literal('hub.here') }),
]);
export type AgentEvent = z.infer<typeof agentEvent>;

/** Why a ticket is not put on paper. `not-taken`: the terminal's disk cannot keep a print job now. */
export const printRefusals = ['visit-ended', 'hub-away', 'no-such-ticket', 'no-printer', 'not-taken'] as const;

/** Page → agent, POST /agent/print: put this visit's ticket on paper. */
export const printTicket = z.object({
  key: writeKey,
  visitId: z.string(),
  ticketId: z.string(),
  language: z.enum(['zh', 'en']),
  /** Who walks the way on it. */
  profile: walkProfile.default('default'),
});
export type PrintTicket = z.infer<typeof printTicket>;
export const printTicketReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), jobId: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(printRefusals) }),
]);
export type PrintTicketReply = z.infer<typeof printTicketReply>;

/** Page → agent, POST /agent/visit/end. */
export const endVisitHere = z.object({ visitId: z.string(), why: z.enum(visitEnds) });

/**
 * Page → agent, POST /agent/visit/wristband: whether this visit's screen asks for a wristband now. While it does, a code
 * that may stand on a wristband is told by event and is nobody's credential. `visitId` null: asked of somebody whose card
 * opened no visit.
 */
export const wristbandAsked = z.object({ visitId: z.string().nullable(), asked: z.boolean() });
export type WristbandAsked = z.infer<typeof wristbandAsked>;

/** Page → agent, POST /agent/wedge: a burst of keys that ended with Enter, as a reader types them that poses as a keyboard. */
export const wedgeLine = z.object({ line: z.string().min(1).max(512) });
/** `not-here`: this terminal has no reader that poses as a keyboard. What the line means comes by event. */
export const wedgeReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(['not-here']) }),
]);
export type WedgeReply = z.infer<typeof wedgeReply>;

/**
 * Page → agent, POST /agent/visit/mrz: the machine readable zone of a passport or permit as it was typed, line by line.
 * Blanks, small letters and missing fillers at the end of a line are forgiven.
 */
export const typedZone = z.object({ key: writeKey, lines: z.array(z.string().max(60)).min(1).max(3) });

/** Why a machine readable zone opens nothing. ICAO 9303. */
export const zoneProblems = [
  'incomplete', // lines of a length that no document has, or too few of them
  'characters', // something else than A to Z, 0 to 9 and the filler
  'check-digit', // a digit is wrong; `field` says which part to look at
  'not-supported', // neither a passport nor a permit to travel or stay
] as const;
export type ZoneProblem = (typeof zoneProblems)[number];

/** Parts of a zone that have a check digit. `whole`: the last one, over all of them. */
export const zoneFields = ['number', 'birth-date', 'expiry', 'whole'] as const;
export type ZoneField = (typeof zoneFields)[number];

/** Done: the document is being looked up, and the rest comes by event as with a card. */
export const typedZoneReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(zoneProblems), field: z.enum(zoneFields).nullable() }),
]);
export type TypedZoneReply = z.infer<typeof typedZoneReply>;

/**
 * To POST /agent/help (askForHelp) and POST /agent/help/withdraw (withdrawHelp), which the agent hands on to the hub.
 * `hub-away`: nobody could be told, or nobody knows whether they were.
 */
export const helpHereReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), help: helpStatus.nullable() }),
  z.object({ ok: z.literal(false), reason: z.enum(['hub-away', 'key-reused']) }),
]);
export type HelpHereReply = z.infer<typeof helpHereReply>;

/** Page → agent, POST /agent/enrolment: the one-time code as an installer typed it at the terminal itself. */
export const enrolHere = z.object({ code: z.string().min(6).max(40) });
export const enrolHereReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum([...enrolRefusals, 'hub-away']) }),
]);
export type EnrolHereReply = z.infer<typeof enrolHereReply>;
