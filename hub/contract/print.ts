import { z } from 'zod';
import { printOutcomes } from './terminal.ts';
import { writeKey } from './words.ts';

/**
 * Agent → hub, POST /api/terminal/prints: how slips of this terminal have ended, each by the key with which it was asked
 * for. Told until the hub has taken it; told twice it changes nothing.
 */
export const printReport = z.object({
  prints: z
    .array(z.object({ key: writeKey, ticketId: z.string().min(1).max(64), outcome: z.enum(printOutcomes) }))
    .min(1)
    .max(100),
});
export type PrintReport = z.infer<typeof printReport>;
