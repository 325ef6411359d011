import { z } from 'zod';
import { bilingual } from './words.ts';

export const demo = z
  .object({
    seed: z.number().int().default(20260101).describe('Seed of the invented hospital').meta({ example: 20260101 }),
    patients: z.number().int().min(20).max(5000).default(400).describe('How many patients').meta({ example: 400 }),
    enrolsItself: z
      .boolean()
      .default(false)
      .describe('Screens and desks opened on this machine enrol themselves; never true in a hospital')
      .meta({ example: true }),
    staff: z
      .array(
        z
          .object({
            workNo: z
              .string()
              .regex(/^\d{3,8}$/)
              .describe('Work number')
              .meta({ example: '1001' }),
            name: bilingual.describe('Name of the person').meta({ example: { zh: '李文', en: 'Li Wen' } }),
            title: bilingual
              .optional()
              .describe('Professional title')
              .meta({ example: { zh: '主治医师', en: 'Attending physician' } }),
            role: z
              .enum(['doctor', 'nurse', 'volunteer', 'cashier', 'operator'])
              .default('doctor')
              .describe('What the person may do')
              .meta({ example: 'doctor' }),
            password: z.string().min(6).describe('Password of the account').meta({ example: 'demo-1001' }),
          })
          .strict(),
      )
      .default([])
      .describe('Invented staff accounts'),
  })
  .strict();
