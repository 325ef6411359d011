import { z } from 'zod';
import { instant, writeKey } from './words.ts';

export const deviceKinds = ['terminal', 'screen', 'desk'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/**
 * Terminal, screen or desk → hub, POST /api/enrolment: redeem a one-time code for a credential of one's own. `kind` and
 * `deviceId`: what whoever redeems it wants to be; a code for something else is refused and stays good.
 */
export const enrol = z.object({
  code: z.string().min(6).max(40),
  kind: z.enum(deviceKinds).optional(),
  deviceId: z.string().max(32).optional(),
});
export type EnrolWish = Omit<z.infer<typeof enrol>, 'code'>;
export const enrolRefusals = ['code-unknown', 'code-used', 'code-expired', 'code-for-another'] as const;
export const enrolReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), kind: z.enum(deviceKinds), deviceId: z.string(), credential: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(enrolRefusals) }),
]);
export type EnrolReply = z.infer<typeof enrolReply>;

/** Operator → hub, POST /api/operator/devices/withdraw: the credential of a device of the site is good no longer. */
export const deviceOfSite = z.object({ kind: z.enum(deviceKinds), id: z.string().min(1).max(32) });

/** Operator → hub, POST /api/operator/codes: a one-time code for a device of the site. */
export const issueCode = deviceOfSite.extend({ key: writeKey });
export type IssueCode = z.infer<typeof issueCode>;

/** How a piece of hardware is. `fault` is a reason a staff member can act on. */
export const deviceStatus = z.object({
  state: z.enum(['ready', 'away', 'fault', 'not-configured']),
  fault: z.string().nullable(),
  since: instant,
});
export type DeviceStatus = z.infer<typeof deviceStatus>;

/** Readers that only some terminals have; left out by an agent that knows nothing of them. */
export const moreReaders = {
  /** Codes on phones and on paper. */
  scanner: deviceStatus.optional(),
  /** Magnetic stripes. */
  stripe: deviceStatus.optional(),
  /** Machine readable zones of passports. */
  documents: deviceStatus.optional(),
} as const;

export const paperStates = ['ok', 'near-end', 'out', 'unknown'] as const;
export type PaperState = (typeof paperStates)[number];

/** What a printer says of itself; null fault: none. */
export const printerStatus = z.object({
  online: z.boolean(),
  paper: z.enum(paperStates),
  cover: z.enum(['closed', 'open', 'unknown']),
  fault: z.string().nullable(),
});
export type PrinterStatus = z.infer<typeof printerStatus>;

/** What a screen or a terminal's page last painted: which screen or board, how many pictures so far, and when by its clock. */
export const picture = z.object({
  /** Name of the terminal's screen, such as welcome; sequence of the board on a calling screen. Never of a person. */
  shown: z.string().regex(/^[A-Za-z0-9.-]{1,60}$/),
  frames: z.number().int().min(0),
  paintedAt: instant,
});
export type Picture = z.infer<typeof picture>;

/** Agent → hub, POST /api/terminal/state, on every change and every 15 s. */
export const terminalState = z.object({
  version: z.string(),
  startedAt: instant,
  reader: deviceStatus,
  printer: deviceStatus,
  paper: z.enum(paperStates),
  ...moreReaders,
  unknownJobs: z.number().int(),
  /** By the terminal's own clock; left out by older agents. */
  saidAt: instant.optional(),
  /** What its page painted last; null: no page is open. */
  picture: picture.nullable().optional(),
});
export type TerminalState = z.infer<typeof terminalState>;
