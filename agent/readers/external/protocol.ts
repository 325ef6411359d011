import { z } from 'zod';
import { credentialKinds } from '@lobby/hub/contract';

/* Between the agent and a driver that is a process of its own: one JSON object a line. docs/external-drivers.md */

export const protocolVersion = 1;

/** The longest line that a driver may say, in bytes. */
export const longestLine = 16 * 1024;

/** A reason in a driver's words: it may be shown to staff and logged, so it has no room for anything personal. */
const reason = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const typedByHand = 'typed-number';
const readKinds = credentialKinds.filter((kind) => kind !== typedByHand);

/** What a driver has read: the number that identifies, and the name to compare. Anything else is dropped unread. */
const readCredential = z.object({
  kind: z.enum(readKinds),
  number: z.string().min(1).max(128),
  name: z.string().max(120).nullable().default(null),
});

/** Driver → agent. */
export const driverMessage = z.discriminatedUnion('type', [
  /** First of all, and again when the device is back: it works. */
  z.object({ type: z.literal('ready'), protocol: z.number().int() }),
  /** The program runs and its device does not. */
  z.object({ type: z.literal('away'), why: reason }),
  z.object({ type: z.literal('pong'), id: z.string().max(64) }),
  z.object({ type: z.literal('card.found') }),
  z.object({ type: z.literal('card.read'), credential: readCredential }),
  z.object({
    type: z.literal('card.trouble'),
    problem: z.enum(['card-unreadable', 'card-not-supported', 'number-invalid']),
  }),
  z.object({ type: z.literal('card.removed') }),
  z.object({ type: z.literal('code.scanned'), code: z.string().min(1).max(4096) }),
  z.object({ type: z.literal('decoded'), id: z.string().max(64), credential: readCredential }),
  z.object({ type: z.literal('undecoded'), id: z.string().max(64), why: reason }),
]);
export type DriverMessage = z.infer<typeof driverMessage>;

/** Agent → driver. */
export type AgentMessage =
  | { readonly type: 'hello'; readonly protocol: typeof protocolVersion }
  | { readonly type: 'ping'; readonly id: string }
  | { readonly type: 'decode'; readonly id: string; readonly kind: string; readonly code: string }
  | { readonly type: 'close' };

/** A line of a driver; undefined: it says nothing that this version knows. */
export function readDriverLine(line: string): DriverMessage | undefined {
  try {
    const parsed = driverMessage.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
