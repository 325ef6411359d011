import { z } from 'zod';

/** Areas whose queue lives in another system. */
export const mirrored = z
  .object({
    silentSeconds: z
      .number()
      .int()
      .min(15)
      .max(3600)
      .default(60)
      .describe('After how long without a word from the other system its queue counts as old, and screens say so')
      .meta({ example: 60 }),
    askSeconds: z
      .number()
      .int()
      .min(5)
      .max(600)
      .default(20)
      .describe('How often the hospital system is asked for the whole queue of a mirrored area')
      .meta({ example: 20 }),
  })
  .strict();
