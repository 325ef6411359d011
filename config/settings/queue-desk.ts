import { z } from 'zod';
import { bilingual, id } from './words.ts';

export const fairness = z
  .object({
    mostOvertakes: z
      .number()
      .int()
      .min(0)
      .max(1000)
      .optional()
      .describe(
        'How often a ticket is overtaken at most by tickets that checked in later, whatever the other rules say',
      )
      .meta({ example: 6 }),
  })
  .strict();

export const roomLimit = z
  .object({
    most: z
      .number()
      .int()
      .min(0)
      .max(20)
      .optional()
      .describe('How many may wait at a room; 0: nobody is sent ahead')
      .meta({ example: 3 }),
    filled: z
      .enum(['automatically', 'by-nurse'])
      .optional()
      .describe('Who sends them: each call by itself, or the triage nurse')
      .meta({ example: 'automatically' }),
  })
  .strict();

export const prepare = z
  .number()
  .int()
  .min(0)
  .max(5)
  .describe('How many next tickets are shown as "please get ready"')
  .meta({ example: 2 });

export const calls = z
  .object({
    timesBeforeMissed: z
      .number()
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe('How often a ticket is called before it counts as missed')
      .meta({ example: 3 }),
    gapMinutes: z
      .number()
      .int()
      .min(0)
      .max(120)
      .optional()
      .describe('How long after a call a ticket that missed it is not offered again')
      .meta({ example: 5 }),
    secondsOnScreen: z
      .number()
      .int()
      .min(1)
      .max(60)
      .optional()
      .describe('How long a call fills a screen at least')
      .meta({ example: 8 }),
  })
  .strict();

const pauseReason = z
  .object({
    code: id.meta({ example: 'meal' }),
    name: bilingual.describe('What screens and staff read').meta({ example: { zh: '用餐', en: 'Meal break' } }),
  })
  .strict();

export const queueDesk = z
  .object({
    finishOnNext: z
      .boolean()
      .optional()
      .describe('Whether "next" finishes whoever is being served')
      .meta({ example: true }),
    rotation: z
      .enum(['due-first', 'weights'])
      .optional()
      .describe('A desk with several queues: whoever is due first, or by the weights of the queues in turn')
      .meta({ example: 'due-first' }),
    weight: z
      .number()
      .int()
      .min(1)
      .max(20)
      .optional()
      .describe('How many of this queue a desk calls in turn when it serves several')
      .meta({ example: 2 }),
    autoCallAfterSeconds: z
      .number()
      .int()
      .min(0)
      .max(3600)
      .optional()
      .describe('How long a desk is idle until the next is called by itself; 0: never')
      .meta({ example: 60 }),
    transferKeepsWait: z
      .boolean()
      .optional()
      .describe('Whether a ticket that is sent to another queue keeps its check-in')
      .meta({ example: true }),
    pauseReasons: z
      .array(pauseReason)
      .optional()
      .describe('Why a desk may pause')
      .meta({
        example: [{ code: 'meal', name: { zh: '用餐', en: 'Meal break' } }],
      }),
  })
  .strict();

export const queuePrivacy = z
  .object({
    shown: z
      .enum(['ticket-only', 'masked-name', 'full-name'])
      .optional()
      .describe('What screens show of a called patient; a full name only where the queue knows it')
      .meta({ example: 'masked-name' }),
    spoken: z
      .enum(['ticket-only', 'surname', 'full-name'])
      .optional()
      .describe('What loudspeakers say of a called patient, beside the ticket number')
      .meta({ example: 'surname' }),
  })
  .strict();

export const estimate = z
  .object({
    visitMinutes: z
      .number()
      .int()
      .min(0)
      .max(120)
      .optional()
      .describe('How long a visit takes until enough of them are known; 0: until then no wait is told')
      .meta({ example: 6 }),
  })
  .strict();
