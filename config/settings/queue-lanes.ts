import { z } from 'zod';
import { minutes } from './words.ts';

/** How many others are called between two of the same lane. */
const others = z.number().int().min(1).max(50);

const inTurn = z.object({ rule: z.literal('in-turn').describe('Takes its turn as queue.interleave says') }).strict();
const afterOthers = z
  .object({
    rule: z.literal('after').describe('One is called after every so many others'),
    others: others.describe('How many others are called before it').meta({ example: 3 }),
  })
  .strict();
const endOfSlot = z
  .object({ rule: z.literal('end-of-slot').describe('Stands behind everybody of its own slot') })
  .strict();
const endOfSession = z
  .object({
    rule: z.literal('end-of-session').describe('Stands behind everybody of its clinic session'),
    lastMinutes: minutes
      .optional()
      .describe('It joins those whose slots lie in the last minutes of the session; left out: it stands behind all')
      .meta({ example: 60 }),
  })
  .strict();
const asNormal = z
  .object({ rule: z.literal('as-normal').describe('Stands in the normal lane, by its slot and its new check-in') })
  .strict();
const voided = z
  .object({ rule: z.literal('void').describe('The number is void; the patient registers again') })
  .strict();

/** Where a ticket stands that came late or missed its call. */
export const placement = z.discriminatedUnion('rule', [inTurn, afterOthers, endOfSlot, endOfSession, asNormal, voided]);
export type Placement = z.infer<typeof placement>;

export const appointments = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('first').describe('Appointments are always called before walk-ins') }).strict(),
  z
    .object({
      rule: z
        .literal('by-slot')
        .describe('In slot order; inside a slot appointments before walk-ins, then by check-in'),
    })
    .strict(),
  z.object({ rule: z.literal('by-check-in').describe('By the time of the check-in alone') }).strict(),
  z
    .object({
      rule: z.literal('ratio').describe('So many appointments, then so many walk-ins, in turn'),
      appointments: z.number().int().min(0).max(20).describe('Appointments in turn').meta({ example: 3 }),
      walkIns: z.number().int().min(0).max(20).describe('Walk-ins in turn').meta({ example: 1 }),
    })
    .strict(),
]);
export type AppointmentRule = z.infer<typeof appointments>;

export const late = z
  .object({
    graceMinutes: minutes
      .optional()
      .describe('How long after the end of the slot a patient is still not late')
      .meta({ example: 10 }),
    place: placement.optional().describe('Where a patient stands who checks in after the grace time'),
  })
  .strict();

export const missed = z
  .object({
    places: z
      .array(placement)
      .min(1)
      .optional()
      .describe('Where a patient stands who comes back after the first, second … missed call; the last counts for more')
      .meta({ example: [{ rule: 'after', others: 3 }, { rule: 'end-of-session' }, { rule: 'void' }] }),
    rejoin: z
      .discriminatedUnion('rule', [
        z
          .object({ rule: z.literal('check-in').describe('Whoever missed a call checks in again at a terminal') })
          .strict(),
        z
          .object({
            rule: z.literal('itself').describe('The ticket waits again by itself'),
            minutes: z
              .number({ error: 'a ticket that rejoins by itself needs the minutes after which it does, such as 10' })
              .int()
              .min(1)
              .max(240)
              .describe('Minutes after the missed call')
              .meta({ example: 10 }),
            most: z
              .number({ error: 'a ticket that rejoins by itself needs how often it may, such as 2' })
              .int()
              .min(1)
              .max(20)
              .describe('How often one ticket rejoins by itself; after that its patient checks in')
              .meta({ example: 2 }),
          })
          .strict(),
      ])
      .optional()
      .describe('How a ticket waits again after a missed call'),
  })
  .strict();

export const returning = z
  .object({
    place: z
      .discriminatedUnion('rule', [
        inTurn,
        z
          .object({
            rule: z.literal('after').describe('One is called after every so many others'),
            others: others.describe('How many others are called before it').meta({ example: 2 }),
            many: z
              .object({
                waiting: z
                  .number()
                  .int()
                  .min(1)
                  .max(200)
                  .describe('As soon as more returns than this wait')
                  .meta({ example: 5 }),
                others: others.describe('How many others are called before each of them then').meta({ example: 1 }),
              })
              .strict()
              .optional()
              .describe('Another number of others while many returns wait'),
          })
          .strict(),
        asNormal,
      ])
      .optional()
      .describe('Where a patient stands who comes back from tests'),
    freeDays: z
      .number()
      .int()
      .min(0)
      .max(30)
      .optional()
      .describe('For how many days a patient may show results without a new fee; 0: the same day only')
      .meta({ example: 3 }),
  })
  .strict();

const turn = z.number().int().min(0).max(20).optional();
export const interleave = z
  .object({
    normal: turn.describe('Tickets of the normal lane in turn').meta({ example: 2 }),
    return: turn.describe('Tickets of those back from tests in turn; 0: their own rule counts').meta({ example: 1 }),
    missed: turn
      .describe('Tickets of those who missed their call in turn; 0: their own rule counts')
      .meta({ example: 1 }),
    late: turn.describe('Tickets of those who came late in turn; 0: their own rule counts').meta({ example: 1 }),
  })
  .strict();
