import { z } from 'zod';

/** Where a device hangs: tcp://HOST:PORT or serial:///dev/tty…?baud=N */
const deviceAddress = z
  .string()
  .regex(/^(tcp:\/\/[^\s/]+:\d{1,5}|serial:\/\/\S+)$/, 'tcp://HOST:PORT or serial:///dev/tty…')
  .describe('Where the device hangs: tcp://HOST:PORT or serial:///dev/tty…')
  .meta({ example: 'serial:///dev/ttyUSB0' });

const baud = (usual: number): z.ZodDefault<z.ZodNumber> =>
  z
    .number()
    .int()
    .min(300)
    .max(4_000_000)
    .default(usual)
    .describe('Line speed of a serial device in bits a second')
    .meta({ example: usual });

const bytes = z
  .string()
  .regex(/^([0-9A-Fa-f]{2})*$/, 'bytes in hexadecimal, two digits each, such as 16540D')
  .max(128);

/** A program of its own that speaks JSON lines: docs/external-drivers.md */
const command = z
  .array(z.string().min(1).max(400))
  .min(1)
  .max(20)
  .describe('The program and its arguments, started without a shell')
  .meta({ example: ['/usr/bin/python3', '/opt/reader/driver.py'] });

const external = z.object({ kind: z.literal('external').describe('A program of its own'), command }).strict();

const sdtReader = z
  .object({
    kind: z.literal('sdt').describe('Protocol of the reader: sdt is GA 450'),
    address: deviceAddress,
    baud: baud(115_200),
    pollMilliseconds: z
      .number()
      .int()
      .min(300)
      .max(2000)
      .default(350)
      .describe('Pause between two looks for a card; GA 450 asks for more than 300 ms')
      .meta({ example: 350 }),
  })
  .strict();

const silenceMilliseconds = z
  .number()
  .int()
  .min(20)
  .max(1000)
  .default(80)
  .describe('A pause of so long ends what is being read')
  .meta({ example: 80 });

const serialScanner = z
  .object({
    kind: z.literal('serial').describe('Sends what it reads over a line'),
    address: deviceAddress,
    baud: baud(9600),
    prefix: z.string().max(20).default('').describe('What it puts before every code').meta({ example: '' }),
    silenceMilliseconds,
    sameCodeMilliseconds: z
      .number()
      .int()
      .min(0)
      .max(10_000)
      .default(1500)
      .describe('The same code again within so long is the same showing of it')
      .meta({ example: 1500 }),
    triggerOn: bytes.default('').describe('Bytes that make it look, in hexadecimal').meta({ example: '16540D' }),
    triggerOff: bytes.default('').describe('Bytes that make it rest, in hexadecimal').meta({ example: '16550D' }),
  })
  .strict();

const serialStripe = z
  .object({
    kind: z.literal('serial').describe('Sends its tracks over a line'),
    address: deviceAddress,
    baud: baud(9600),
    silenceMilliseconds,
  })
  .strict();

const wedge = z.object({ kind: z.literal('wedge').describe('Poses as a keyboard of the terminal') }).strict();

export const documents = z
  .object({
    kind: z.literal('mrz').describe('Pushes machine readable zones, ICAO 9303'),
    address: deviceAddress,
    baud: baud(256_000),
    parity: z
      .enum(['none', 'even', 'odd'])
      .default('odd')
      .describe('Parity of its serial line')
      .meta({ example: 'odd' }),
    silenceMilliseconds,
  })
  .strict();

export const decoder = z
  .object({
    codes: z
      .array(z.enum(['insurance-code', 'health-code']))
      .min(1)
      .default(['insurance-code'])
      .describe('Kinds of code that it turns into an identity number')
      .meta({ example: ['insurance-code'] }),
    command,
    answerMilliseconds: z
      .number()
      .int()
      .min(500)
      .max(20_000)
      .default(6000)
      .describe('How long it may take; after that the code is passed on as it is')
      .meta({ example: 6000 }),
  })
  .strict();

export const reader = z.discriminatedUnion('kind', [sdtReader, external]);
export const scanner = z.discriminatedUnion('kind', [serialScanner, wedge, external]);
export const stripe = z.discriminatedUnion('kind', [serialStripe, wedge]);

export const printer = z
  .object({
    kind: z.literal('escpos').describe('Command language of the printer'),
    address: deviceAddress,
    baud: baud(115_200),
    columns: z
      .union([z.literal(48), z.literal(32)])
      .default(48)
      .describe('Characters a line: 48 on 80 mm paper, 32 on 58 mm')
      .meta({ example: 48 }),
  })
  .strict();
