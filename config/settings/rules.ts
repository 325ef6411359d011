import { z } from 'zod';
import { bilingual, id, minutes, timeOfDay } from './words.ts';

export const clinicSession = z
  .object({
    code: id.meta({ example: 'morning' }),
    name: bilingual.describe('What patients read').meta({ example: { zh: '上午', en: 'morning' } }),
    start: timeOfDay.describe('When the session starts; it ends where the next one starts').meta({ example: '06:00' }),
  })
  .strict();

const opensMinutesBefore = minutes
  .describe('How long before the start of the slot a patient may check in')
  .meta({ example: 30 });
const graceMinutes = minutes
  .describe('How long after the end of the slot a patient is still not late')
  .meta({ example: 10 });
const closesMinutesAfter = minutes
  .describe('How long after the end of the slot check-in closes')
  .meta({ example: 150 });
const late = z
  .enum(['late-lane', 'as-normal', 'refuse'])
  .describe('What happens to a patient who checks in after the grace time')
  .meta({ example: 'late-lane' });
export const checkIn = z
  .object({
    opensMinutesBefore: opensMinutesBefore.default(30),
    graceMinutes: graceMinutes.default(10),
    closesMinutesAfter: closesMinutesAfter.default(150),
    late: late.default('late-lane'),
  })
  .strict();
/** What one queue does otherwise than its site when patients check in; what is left out stays as the site has it. */
export const checkInOverride = z
  .object({
    opensMinutesBefore: opensMinutesBefore.optional(),
    graceMinutes: graceMinutes.optional(),
    closesMinutesAfter: closesMinutesAfter.optional(),
    late: late.optional(),
  })
  .strict();
export type CheckInPolicy = z.infer<typeof checkIn>;
export type CheckInOverride = z.infer<typeof checkInOverride>;

export const privacy = z
  .object({
    shown: z
      .enum(['masked-name', 'ticket-only'])
      .default('masked-name')
      .describe('What screens show of a called patient; a queue keeps no full names')
      .meta({ example: 'masked-name' }),
    spoken: z
      .enum(['surname', 'ticket-only'])
      .default('surname')
      .describe('What loudspeakers say of a called patient, beside the ticket number')
      .meta({ example: 'surname' }),
  })
  .strict();

export const speech = z
  .object({
    languages: z
      .array(z.enum(['zh', 'en']))
      .min(1)
      .default(['zh', 'en'])
      .describe('Languages of a call, in the order in which they are spoken')
      .meta({ example: ['zh', 'en'] }),
    wordsPerMinute: z.number().int().min(80).max(260).default(140).describe('Speaking rate').meta({ example: 140 }),
    volume: z.number().min(0).max(1).default(0.8).describe('Loudness of screens, 0 to 1').meta({ example: 0.8 }),
    terminalVolume: z
      .number()
      .min(0)
      .max(1)
      .default(0.4)
      .describe('Loudness of terminals that speak on a tap, 0 to 1; at 0 they do not offer it')
      .meta({ example: 0.4 }),
  })
  .strict();
