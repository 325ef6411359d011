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

const turn = z.number().int().min(1).max(20);
const interleave = z
  .object({
    normal: turn.describe('Tickets of the normal lane in turn').meta({ example: 2 }),
    return: turn.describe('Tickets of those back from tests in turn').meta({ example: 1 }),
    missed: turn.describe('Tickets of those who missed their call in turn').meta({ example: 1 }),
    late: turn.describe('Tickets of those who came late in turn').meta({ example: 1 }),
  })
  .strict()
  .describe('How many of each lane are called in turn; an empty lane is passed over');
const prepare = z
  .number()
  .int()
  .min(0)
  .max(5)
  .describe('How many next tickets are shown as "please get ready"')
  .meta({ example: 2 });
export const queuePolicy = z
  .object({
    interleave: interleave.default({ normal: 2, return: 1, missed: 1, late: 1 }),
    prepare: prepare.default(2),
  })
  .strict();
/** What one queue does otherwise than its site; what is left out stays as the site has it. */
export const queuePolicyOverride = z
  .object({ interleave: interleave.optional(), prepare: prepare.optional() })
  .strict();
export type QueuePolicy = z.infer<typeof queuePolicy>;

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
