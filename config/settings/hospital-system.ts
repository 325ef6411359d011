import { z } from 'zod';

const seconds = z.number().min(0.05).max(600);
const count = z.number().int().min(1).max(10_000);

const breaker = z
  .object({
    failures: count
      .default(8)
      .describe('So many calls without an answer, in a row or no fewer than half of all, open the circuit breaker')
      .meta({ example: 8 }),
    withinSeconds: seconds.default(60).describe('In how long these calls are counted').meta({ example: 60 }),
    restSeconds: seconds
      .default(15)
      .describe('How long the hospital system is then left alone before it is asked again')
      .meta({ example: 15 }),
  })
  .strict();

export const hospitalSystem = z
  .object({
    adapter: z
      .literal('sandbox')
      .default('sandbox')
      .describe('Which hospital information system')
      .meta({ example: 'sandbox' }),
    readSeconds: seconds
      .default(12)
      .describe('How long a question may take before it is given up')
      .meta({ example: 12 }),
    writeSeconds: seconds
      .default(20)
      .describe('How long a write may take before its outcome counts as unknown and is asked for')
      .meta({ example: 20 }),
    slowSeconds: seconds
      .default(3)
      .describe('Answers that take longer than this make the hospital system "slow" on the operator page')
      .meta({ example: 3 }),
    reportsSeconds: seconds
      .min(5)
      .default(30)
      .describe('How often the hospital system is asked how many reports are ready of those sent for tests')
      .meta({ example: 30 }),
    callsAtOnce: count
      .default(32)
      .describe('How many calls the hospital system is given at the same time')
      .meta({ example: 32 }),
    callsWaiting: count
      .default(200)
      .describe('How many more calls wait for their turn; what comes on top is refused at once')
      .meta({ example: 200 }),
    breaker: breaker.prefault({}).describe('When the hospital system counts as away'),
    whileAway: z
      .enum(['refuse', 'ask'])
      .default('refuse')
      .describe('While the hospital system is away, a card is refused at once, or its question is asked all the same')
      .meta({ example: 'refuse' }),
  })
  .strict();
export type HospitalSystemConfig = z.infer<typeof hospitalSystem>;
