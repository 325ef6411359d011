import { z } from 'zod';
import { words } from './words.ts';

const id = z.string().min(1).max(64);

/** A policy that a day is to be played under: that of a queue as it is now, a preset, or a text as in a policy file. */
export const playedPolicy = z.discriminatedUnion('from', [
  z.object({ from: z.literal('queue'), queueId: id }),
  z.object({ from: z.literal('preset'), preset: id }),
  z.object({ from: z.literal('text'), text: z.string().max(8000) }),
]);
export type PlayedPolicy = z.infer<typeof playedPolicy>;

/** A day that ships, or today as the hub knows it so far. */
export const playedDayChoice = z.discriminatedUnion('from', [
  z.object({ from: z.literal('example'), example: id }),
  z.object({ from: z.literal('today') }),
]);
export type PlayedDayChoice = z.infer<typeof playedDayChoice>;

/** Plays a day twice, under one policy and another; the same patients come. */
export const playDayWish = z.object({
  policies: z.array(playedPolicy).length(2),
  day: playedDayChoice,
  seed: z.number().int().min(0).max(999_999_999),
});
export type PlayDayWish = z.infer<typeof playDayWish>;

/** Minutes of waiting of some patients. */
export const playedGroup = z.object({
  patients: z.number().int(),
  waits: z.number().int(),
  waitingMinutes: z.object({ mean: z.number(), p50: z.number(), p90: z.number(), longest: z.number() }),
  /** By somebody who checked in later, and how often the policy allows that. */
  overtakes: z.object({ mean: z.number(), most: z.number(), bound: z.number() }),
});
export type PlayedGroup = z.infer<typeof playedGroup>;

export const playedUnder = z.object({
  total: playedGroup.extend({
    unfinished: z.number().int(),
    misses: z.number().int(),
    turnedAway: z.number().int(),
    /** Share of those told a time who were called within it, 0–1; null: nobody was told one. */
    calledInsideEstimate: z.number().nullable(),
  }),
  lanes: z.record(z.string(), playedGroup),
  /** By code; `none` for patients without a class. */
  classes: z.record(z.string(), playedGroup),
  endsAt: z.string(),
});
export type PlayedUnder = z.infer<typeof playedUnder>;

export const playedDayReply = z.object({
  ok: z.literal(true),
  /** One for each policy, in the order in which they were wished. */
  played: z.array(playedUnder).length(2),
  /** Names of the classes that a policy knows, by code. */
  classNames: z.record(z.string(), words),
});
export type PlayedDayReply =
  | z.infer<typeof playedDayReply>
  | { readonly ok: false; readonly reason: 'play-busy' | 'play-too-long' | 'nobody-came-today' | 'not-found' }
  /** `policy`: which of the two. */
  | { readonly ok: false; readonly reason: 'policy-wrong'; readonly policy: number; readonly sentence: string };

/** What an operator may choose from. */
export interface PlayChoices {
  readonly queues: readonly { readonly id: string; readonly name: z.infer<typeof words> }[];
  readonly presets: readonly string[];
  readonly examples: readonly { readonly id: string; readonly name: z.infer<typeof words> }[];
}
