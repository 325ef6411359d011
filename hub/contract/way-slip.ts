import { z } from 'zod';
import { guideEnd, noWayReasons, walkProfile } from './guide.ts';
import { slip } from './slip.ts';
import { writeKey } from './words.ts';

/* A way on paper. It is of no visit and says nothing of anybody. */

/** Agent → hub, POST /api/terminal/way-slips: the way from where the terminal stands. */
export const askWaySlip = z.object({ to: guideEnd, profile: walkProfile, language: z.enum(['zh', 'en']) });
export type AskWaySlip = z.infer<typeof askWaySlip>;
export const waySlipReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), slip }),
  z.object({ ok: z.literal(false), reason: z.enum(noWayReasons) }),
]);
export type WaySlipReply = z.infer<typeof waySlipReply>;

/**
 * Page → agent, POST /agent/print/way. What becomes of the paper comes by `print.changed`, with `slipOfWay(key)` where a
 * ticket's slip has the ticket's id.
 */
export const printWay = askWaySlip.extend({ key: writeKey });
export type PrintWay = z.infer<typeof printWay>;
export const printWayReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), jobId: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(['hub-away', 'no-way', 'no-printer', 'not-taken']) }),
]);
export type PrintWayReply = z.infer<typeof printWayReply>;

/** What a slip of a way is called in the spool. Each is one of its own: none is a reprint of another. */
export function slipOfWay(key: string): string {
  return `way-${key}`.slice(0, 64);
}
