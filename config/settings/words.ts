import { z } from 'zod';

/** A text in the two languages of the product. */
export const bilingual = z
  .object({
    zh: z.string().min(1).describe('Chinese text, full-width punctuation'),
    en: z.string().min(1).describe('English text'),
  })
  .strict();
export type Bilingual = z.infer<typeof bilingual>;

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, 'letters, digits and hyphens, at most 32')
  .describe('Identifier: letters, digits and hyphens');
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 07:30')
  .describe('Time of day HH:MM in the time zone of the site');
export const minutes = z.number().int().min(0).max(1440);
