import { z } from 'zod';

export const selfTest = z
  .object({
    cards: z
      .array(z.string().min(6).max(32))
      .default([])
      .describe('Numbers of cards for the start-of-day self-test; they open nothing')
      .meta({ example: ['110101190001010014'] }),
  })
  .strict();
