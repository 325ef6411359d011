import { z } from 'zod';
import { expectedWait, roomStates } from './board.ts';
import { lanes } from './lanes.ts';
import { words } from './words.ts';

/** What a patient is told of a wait. */
export const waitTold = z.object({
  /** How many of the queue are called before. */
  ahead: z.number().int(),
  /** Null: not known. */
  expected: expectedWait.nullable(),
  /** `paused` or `stopped` when all desks of the clinic are. */
  clinic: z.enum(roomStates),
  /** Why it is paused or stopped; null: no reason was given. */
  reason: words.nullable(),
});
export type WaitTold = z.infer<typeof waitTold>;

/** Where the rules of a queue put whoever was late, missed a call or comes back from tests. */
export const placeRules = ['in-turn', 'after', 'end-of-slot', 'end-of-session', 'as-normal', 'void'] as const;

/** `others`: with `after`, how many others are called before; null: another rule. */
export const placeTold = z.object({
  lane: z.enum(lanes),
  rule: z.enum(placeRules),
  others: z.number().int().nullable(),
});
export type PlaceTold = z.infer<typeof placeTold>;

/** How well waits were foretold: one queue on one business day. Nothing of anybody. */
export const estimateRecord = z.object({
  businessDate: z.string(),
  queueId: z.string(),
  queue: words,
  /** How often a wait was told, and how often no time could be. */
  told: z.number().int(),
  withoutTime: z.number().int(),
  /** Of those that have been called since: sooner than told, inside the range, later. */
  sooner: z.number().int(),
  inside: z.number().int(),
  later: z.number().int(),
});
export type EstimateRecord = z.infer<typeof estimateRecord>;
