import { z } from 'zod';
import { bilingual, id } from './words.ts';

/** Where a device hangs: tcp://HOST:PORT or serial:///dev/tty…?baud=N */
const deviceAddress = z
  .string()
  .regex(/^(tcp:\/\/[^\s/]+:\d{1,5}|serial:\/\/\S+)$/, 'tcp://HOST:PORT or serial:///dev/tty…')
  .describe('Where the device hangs: tcp://HOST:PORT or serial:///dev/tty…')
  .meta({ example: 'serial:///dev/ttyUSB0' });

export const terminal = z
  .object({
    id: id.meta({ example: 'K01' }),
    name: bilingual
      .describe('What staff call the terminal')
      .meta({ example: { zh: '一楼大厅 1 号机', en: 'Lobby terminal 1' } }),
    level: z.number().int().min(-9).max(99).describe('Floor on which the terminal stands').meta({ example: 1 }),
    panel: id.describe('Panel profile').meta({ example: 'portrait-21' }),
    areas: z
      .array(id)
      .optional()
      .describe('Areas for which a patient may check in here; all when left out')
      .meta({ example: ['cardiology-3f'] }),
    reader: z
      .object({
        kind: z.literal('sdt').describe('Protocol of the reader: sdt is GA 450'),
        address: deviceAddress,
        baud: z
          .number()
          .int()
          .default(115200)
          .describe('Line speed of a serial reader in bits a second')
          .meta({ example: 115200 }),
        pollMilliseconds: z
          .number()
          .int()
          .min(300)
          .max(2000)
          .default(350)
          .describe('Pause between two looks for a card; GA 450 asks for more than 300 ms')
          .meta({ example: 350 }),
      })
      .strict()
      .optional()
      .describe('Resident ID card reader'),
    printer: z
      .object({
        kind: z.literal('escpos').describe('Command language of the printer'),
        address: deviceAddress,
        baud: z
          .number()
          .int()
          .default(115200)
          .describe('Line speed of a serial printer in bits a second')
          .meta({ example: 115200 }),
        columns: z
          .union([z.literal(48), z.literal(32)])
          .default(48)
          .describe('Characters a line: 48 on 80 mm paper, 32 on 58 mm')
          .meta({ example: 48 }),
      })
      .strict()
      .optional()
      .describe('Thermal slip printer'),
  })
  .strict();
export type TerminalConfig = z.infer<typeof terminal>;
