import { z } from 'zod';
import { bilingual, id } from './words.ts';

const share = z.number().int().min(0).max(20);

const rule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('top').describe('Called before everybody without such a class') }).strict(),
  z
    .object({
      rule: z.literal('ahead').describe('Moved ahead of so many who would be called before'),
      by: z.number().int().min(1).max(50).describe('Tickets that it passes at most').meta({ example: 3 }),
    })
    .strict(),
  z.object({ rule: z.literal('as-others').describe('Named and shown, and called like all others') }).strict(),
  z
    .object({
      rule: z
        .literal('ratio')
        .describe('So many others, then so many of the class; classes of one level share the turn'),
      others: share.describe('Others in turn').meta({ example: 2 }),
      own: share.describe('Tickets of the class in turn').meta({ example: 1 }),
    })
    .strict(),
]);

const age = z.number().int().min(0).max(120).optional();
const proof = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('staff').describe('A member of staff decides') }).strict(),
  z
    .object({
      rule: z.literal('age').describe('The age that the card or the hospital gives'),
      from: age.describe('From this age on').meta({ example: 80 }),
      below: age.describe('Below this age').meta({ example: 7 }),
    })
    .strict(),
  z
    .object({
      rule: z.literal('card').describe('A card that the patient shows to staff'),
      kinds: z
        .array(
          z.enum([
            'resident-id',
            'hmt-permit',
            'foreigner-2017',
            'foreigner-2023',
            'passport',
            'hospital-card',
            'veteran-card',
          ]),
        )
        .min(1)
        .describe('Kinds of cards that prove it')
        .meta({ example: ['veteran-card'] }),
    })
    .strict(),
]);

export const priorityClass = z
  .object({
    code: id.describe('Code of the class, as a ticket carries it').meta({ example: 'elder-80' }),
    name: bilingual
      .describe('What staff and patients read')
      .meta({ example: { zh: '80 岁以上', en: 'aged 80 and over' } }),
    level: z.number().int().min(1).max(9).optional().describe('Rank among the classes, 1 first').meta({ example: 1 }),
    rule: rule.describe('What the class is given'),
    emergency: z
      .boolean()
      .default(false)
      .describe('An emergency: goes before all others whatever queue.fairness says')
      .meta({ example: false }),
    proof: proof.default({ rule: 'staff' }).describe('How a patient proves it'),
  })
  .strict();
export type PriorityClass = z.infer<typeof priorityClass>;
export type PriorityRule = PriorityClass['rule'];
