import { z } from 'zod';

export const help = z
  .object({
    escalateSeconds: z
      .number()
      .int()
      .min(10)
      .max(3600)
      .default(60)
      .describe('After how many seconds more people are told of a request for help that nobody has taken')
      .meta({ example: 60 }),
    lapseMinutes: z
      .number()
      .int()
      .min(2)
      .max(240)
      .default(30)
      .describe('After how many minutes a request for help with which nothing happens any more ends by itself')
      .meta({ example: 30 }),
    toldAtOnce: z
      .array(z.enum(['volunteer', 'nurse', 'operator']))
      .min(1)
      .default(['volunteer', 'nurse'])
      .describe('Whose board sounds at every request; for the others it sounds at those that nobody has taken in time')
      .meta({ example: ['volunteer', 'nurse'] }),
  })
  .strict();
