import { z } from 'zod';
import { deviceStatus, paperStates } from './fleet.ts';
import { fileChoice, visitEnds, visitRefusals } from './visit.ts';
import { writeKey } from './words.ts';

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
  }),
  z.object({ type: z.literal('card.presented') }),
  z.object({ type: z.literal('card.trouble'), trouble: z.enum(cardTroubles) }),
  z.object({ type: z.literal('card.removed') }),
  z.object({
    type: z.literal('visit.opened'),
    visitId: z.string(),
    maskedName: z.string(),
    choices: z.array(fileChoice),
  }),
  z.object({ type: z.literal('visit.refused'), reason: z.enum(visitRefusals) }),
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
  }),
  z.object({ type: z.literal('hub.away') }),
  z.object({ type: z.literal('hub.here') }),
]);
export type AgentEvent = z.infer<typeof agentEvent>;

/** Page → agent, POST /agent/print: put this visit's ticket on paper. */
export const printTicket = z.object({
  key: writeKey,
  visitId: z.string(),
  ticketId: z.string(),
  language: z.enum(['zh', 'en']),
});
export const printTicketReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), jobId: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(['visit-ended', 'hub-away', 'no-such-ticket', 'no-printer']) }),
]);
export type PrintTicketReply = z.infer<typeof printTicketReply>;

/** Page → agent, POST /agent/visit/end. */
export const endVisitHere = z.object({ visitId: z.string(), why: z.enum(visitEnds) });
