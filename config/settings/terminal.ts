import { z } from 'zod';
import { decoder, documents, printer, reader, scanner, stripe } from './devices.ts';
import { guidePicture } from './guide.ts';
import { bilingual, id } from './words.ts';

export const terminal = z
  .object({
    id: id.meta({ example: 'K01' }),
    name: bilingual
      .describe('What staff call the terminal')
      .meta({ example: { zh: '一楼大厅 1 号机', en: 'Lobby terminal 1' } }),
    level: z.number().int().min(-9).max(99).describe('Floor on which the terminal stands').meta({ example: 1 }),
    panel: id.describe('Panel profile').meta({ example: 'portrait-21' }),
    volume: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Loudness of this terminal, 0 to 1, where it differs from speech.terminalVolume')
      .meta({ example: 0.6 }),
    areas: z
      .array(id)
      .optional()
      .describe('Areas for which a patient may check in here; all when left out')
      .meta({ example: ['cardiology-3f'] }),
    guide: guidePicture,
    endsWhenCardIsTaken: z
      .boolean()
      .default(false)
      .describe(
        'Taking the card off the reader ends the visit, except while a ticket is made; for places with a crowd behind',
      )
      .meta({ example: true }),
    reader: reader.optional().describe('Reader of cards with a chip'),
    scanner: scanner.optional().describe('Scanner of codes on phones and paper'),
    stripe: stripe.optional().describe('Magnetic-stripe reader'),
    documents: documents.optional().describe('Reader of passports'),
    decoders: z.array(decoder).max(4).default([]).describe('Programs that decode what only they can'),
    printer: printer.optional().describe('Thermal slip printer'),
  })
  .strict();
export type TerminalConfig = z.infer<typeof terminal>;
