import { z } from 'zod';
import { pattern } from './pattern.ts';

const place = z
  .object({
    offset: z.number().int().min(0).max(246).describe('First byte of the field').meta({ example: 30 }),
    length: z
      .number()
      .int()
      .min(2)
      .max(120)
      .multipleOf(2)
      .describe('Length in bytes, two a character')
      .meta({ example: 36 }),
  })
  .strict();

const layoutFields = {
  name: place.optional().describe('Chinese name'),
  nameLatin: place.optional().describe('Name in Latin letters'),
  sex: place.optional().describe('Sex'),
  nationality: place.optional().describe('Nationality, three letters'),
  birthDate: place.optional().describe('Date of birth, YYYYMMDD'),
  idNumber: place.describe('Number of 18 characters'),
  issuer: place.optional().describe('Authority'),
  validFrom: place.optional().describe('First day of validity, YYYYMMDD'),
  validTo: place.optional().describe('Last day of validity, YYYYMMDD'),
};

/** Where a kind of card keeps its fields: bytes of the 256 of its text, in UTF-16LE. Byte 248 names the kind. */
const cardLayout = z
  .object(layoutFields)
  .strict()
  .superRefine((layout, context) => {
    for (const sentence of layoutProblems(layout)) context.addIssue({ code: 'custom', message: sentence });
  });

type LayoutPlaces = Readonly<Record<string, z.infer<typeof place> | undefined>>;

/** What cannot be right about a layout, in sentences: fields beyond the mark at byte 248, or over one another. */
function layoutProblems(layout: LayoutPlaces): string[] {
  const fields = Object.entries(layout).flatMap(([name, at]) => (at === undefined ? [] : [{ name, ...at }]));
  const inOrder = fields.toSorted((one, other) => one.offset - other.offset);
  return inOrder.flatMap((field, index) => {
    const end = field.offset + field.length;
    const next = inOrder[index + 1];
    return [
      ...(end > 248 ? [`${field.name} ends at byte ${end}; byte 248 holds the kind of the card`] : []),
      ...(next !== undefined && next.offset < end ? [`${field.name} and ${next.name} lie over one another`] : []),
    ];
  });
}

const usualPaymentCodes = ['^1[0-5]\\d{16}$', '^(2[5-9]|30)\\d{14,22}$', '^62\\d{17}$'];

export const credentials = z
  .object({
    healthCode: pattern('number')
      .default('^(?<number>[0-9A-Za-z]{8,64}):[0-9A-Za-z]{1,3}$')
      .describe('E-health card code (电子健康卡); the named group is its identifier')
      .meta({ example: '^(?<number>[0-9A-Za-z]{8,64}):[0-9A-Za-z]{1,3}$' }),
    insuranceCode: z
      .object({
        length: z.number().int().min(8).max(128).default(28).describe('Its length in characters').meta({ example: 28 }),
        prefix: z.string().max(20).default('').describe('What it starts with').meta({ example: '' }),
        characters: z
          .enum(['digits', 'letters-and-digits'])
          .default('digits')
          .describe('What it is made of')
          .meta({ example: 'digits' }),
      })
      .strict()
      .prefault({})
      .describe('Insurance code (医保码); it is passed on as it is'),
    hospitalCard: pattern('number')
      .optional()
      .describe('Hospital card (就诊卡) on a stripe (between ; and ?) or as a code; the named group is its number')
      .meta({ example: '^(?<number>8\\d{9})(=\\d*)?$' }),
    wristband: pattern('number')
      .optional()
      .describe(
        'Code on the wristband of an inpatient; without it any code that is no e-health card and no insurance code',
      )
      .meta({ example: '^(?<number>ZY\\d{8})$' }),
    refuseBankCards: z
      .boolean()
      .default(true)
      .describe('Whether a stripe that looks like a bank card is refused before the pattern is tried')
      .meta({ example: true }),
    paymentCodes: z
      .array(pattern())
      .default(usualPaymentCodes)
      .describe('Payment codes of WeChat, Alipay, UnionPay: they identify nobody')
      .meta({ example: usualPaymentCodes }),
    foreigner2023: cardLayout
      .optional()
      .describe('Layout of the foreigner card of 2023, which is not published; without it the card is not read'),
  })
  .strict();
export type CredentialRules = z.infer<typeof credentials>;
