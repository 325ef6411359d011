import { z } from 'zod';
import { instant } from './words.ts';

/**
 * How the hospital information system is, as its answers show. slow: it answers, and takes its time.
 * away: it has not answered for a while and is left alone, but for a question now and then.
 */
export const hospitalStates = ['well', 'slow', 'away'] as const;
export type HospitalState = (typeof hospitalStates)[number];

export const hospitalStatus = z.object({ state: z.enum(hospitalStates), since: instant });
export type HospitalStatus = z.infer<typeof hospitalStatus>;

/** Anybody → hub, GET /api/health. `sequence`: of the newest event. */
export const health = z.object({ ok: z.literal(true), sequence: z.number().int(), hospital: hospitalStatus });

/** Operator → hub, POST /api/operator/hospital: how the sandbox hospital behaves from now on; null: well. */
export const tellHospital = z.object({ script: z.unknown() });

/** Hub → operator, also on GET. `script`: what the sandbox follows, null when it behaves well. */
export const tellHospitalReply = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    hospital: hospitalStatus,
    script: z.unknown(),
    scriptSince: instant.nullable(),
  }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['script-wrong', 'no-sandbox']),
    /** What is wrong with the script, a sentence each. */
    problems: z.array(z.string()),
  }),
]);
export type TellHospitalReply = z.infer<typeof tellHospitalReply>;
