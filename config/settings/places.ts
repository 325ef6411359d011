import { z } from 'zod';
import { queuePolicy } from './queue-policy.ts';
import { checkInOverride } from './rules.ts';
import { bilingual, id, timeOfDay } from './words.ts';

const room = z
  .object({
    id: id.meta({ example: 'card-3' }),
    name: bilingual.describe('Name on the door').meta({ example: { zh: '3 诊室', en: 'Room 3' } }),
    onScreens: z
      .boolean()
      .optional()
      .describe('Whether screens list the room; false for a triage desk, to which nobody is called')
      .meta({ example: true }),
  })
  .strict();

const queue = z
  .object({
    id: id.meta({ example: 'cardiology' }),
    name: bilingual
      .describe('Name of the clinic as patients read it')
      .meta({ example: { zh: '心血管内科', en: 'Cardiology' } }),
    clinic: z
      .string()
      .min(1)
      .describe('Code of the clinic (HealthcareService identifier) in the hospital information system')
      .meta({ example: 'CARD' }),
    prefix: z
      .string()
      .regex(/^[A-Z]{1,2}$/, 'one or two capital letters')
      .describe('Letters before the number on a ticket; unique in the area')
      .meta({ example: 'A' }),
    rooms: z
      .array(id)
      .min(1)
      .describe('Rooms in which this queue is served')
      .meta({ example: ['card-1', 'card-3'] }),
    kind: z
      .enum(['clinic', 'pharmacy', 'laboratory', 'imaging', 'window'])
      .optional()
      .describe('What the queue waits for; a clinic unless given')
      .meta({ example: 'pharmacy' }),
    tickets: z
      .array(z.enum(['on-payment', 'on-order', 'by-hand']))
      .optional()
      .describe('What gives a ticket besides a check-in: a payment, an order that was placed, or a person at a desk')
      .meta({ example: ['on-payment', 'by-hand'] }),
    hours: z
      .object({
        from: timeOfDay.describe('From when on').meta({ example: '08:00' }),
        to: timeOfDay.describe('Until when').meta({ example: '17:30' }),
      })
      .strict()
      .optional()
      .describe('When tickets are given without a check-in; always unless given'),
    policy: queuePolicy.optional().describe('Queue rules that differ from those of the area'),
    checkIn: checkInOverride.optional().describe('Check-in rules that differ from those of the site'),
  })
  .strict();

export const area = z
  .object({
    id: id.meta({ example: 'cardiology-3f' }),
    name: bilingual
      .describe('Name of the area as patients read it')
      .meta({ example: { zh: '心内科候诊区', en: 'Cardiology waiting area' } }),
    level: z.number().int().min(-9).max(99).describe('Floor on which the area lies').meta({ example: 3 }),
    mode: z
      .enum(['owned', 'mirrored'])
      .optional()
      .describe(
        "Who keeps its queues at first: owned, this system; mirrored, the hospital system or a doctor's workstation. Owned unless given; an operator switches it later",
      )
      .meta({ example: 'mirrored' }),
    rooms: z.array(room).min(1).describe('Rooms of the area'),
    queues: z.array(queue).min(1).describe('Queues that wait in the area'),
    policy: queuePolicy.optional().describe('Queue rules of the area that differ from those of the site'),
  })
  .strict();

export const desk = z
  .object({
    id: id.meta({ example: 'D-card-3' }),
    room: id.describe('The room in which the desk stands').meta({ example: 'card-3' }),
    queues: z
      .array(id)
      .min(1)
      .describe('Queues from which the desk calls')
      .meta({ example: ['cardiology'] }),
    kind: z
      .enum(['consulting', 'triage', 'window'])
      .optional()
      .describe(
        'What is done at the desk: a triage desk acts on every queue and desk of its area; consulting unless given',
      )
      .meta({ example: 'consulting' }),
  })
  .strict();
