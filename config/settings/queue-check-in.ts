import { z } from 'zod';
import { id, minutes, timeOfDay } from './words.ts';

export const numbering = z
  .object({
    by: z
      .enum(['check-in', 'registration', 'slot'])
      .optional()
      .describe('What numbers follow: the check-ins, the registrations at the hospital, or the check-ins of each slot')
      .meta({ example: 'check-in' }),
    restarts: z
      .enum(['session', 'day'])
      .optional()
      .describe('When numbers start again at 1')
      .meta({ example: 'session' }),
    slotPrefixes: z
      .string()
      .regex(/^[A-Z]{2,26}$/, 'capital letters, such as ABCDEFGH')
      .optional()
      .describe('With numbers by slot: the letter of the first slot of a session, of the second …')
      .meta({ example: 'ABCDEFGHJKLM' }),
  })
  .strict();

const opens = z.discriminatedUnion('rule', [
  z
    .object({
      rule: z.literal('minutes-before').describe('Some minutes before the slot'),
      minutes: minutes.describe('Minutes before the start of the slot').meta({ example: 30 }),
    })
    .strict(),
  z.object({ rule: z.literal('any-time').describe('At any time of the day') }).strict(),
  z
    .object({
      rule: z.literal('not-before').describe('From a time of the day on'),
      time: timeOfDay.describe('Time of the day, at the site').meta({ example: '07:30' }),
    })
    .strict(),
]);

export const queueCheckIn = z
  .object({
    required: z
      .boolean()
      .optional()
      .describe('Whether a patient checks in; false: a number waits from the start, at any time')
      .meta({ example: true }),
    opens: opens.optional().describe('From when a patient may check in'),
    closesMinutesAfter: minutes
      .optional()
      .describe('How long after the end of the slot check-in closes')
      .meta({ example: 150 }),
    exempt: z
      .array(id)
      .optional()
      .describe('Queues in which nobody checks in, whatever `required` says')
      .meta({ example: ['fever'] }),
  })
  .strict();
