import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const card = z
  .object({
    id: z.string(),
    kind: z.enum(['resident-id', 'hmt-permit', 'foreigner-2017', 'foreigner-2023', 'passport']),
    name: z.string(),
    nameLatin: z.string().nullable().default(null),
    nationality: z.string().nullable().default(null),
    sex: z.enum(['male', 'female']),
    nation: z.string().nullable().default(null),
    birthDate: z.iso.date(),
    idNumber: z.string(),
    address: z.string().nullable(),
    issuer: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    story: z.object({ zh: z.string(), en: z.string() }).strict(),
  })
  .strict();

const credential = z
  .object({
    id: z.string(),
    card: z.string(),
    kind: z.enum(['health-code', 'insurance-code', 'hospital-card']),
    value: z.string().min(6).max(64),
    story: z.object({ zh: z.string(), en: z.string() }).strict(),
  })
  .strict();

const file = z
  .object({
    id: z.string(),
    card: z.string(),
    person: z
      .object({ name: z.string(), sex: z.enum(['male', 'female']), birthDate: z.iso.date() })
      .strict()
      .optional(),
    appointments: z.array(
      z
        .object({
          clinic: z.string(),
          doctor: z.string().optional(),
          story: z.enum(['ready', 'ready-next', 'too-early', 'late', 'too-late', 'cancelled']),
        })
        .strict(),
    ),
  })
  .strict();

const hospitalFiles = z
  .object({
    files: z.array(file),
    doctors: z.array(z.object({ workNo: z.string(), clinic: z.string(), room: z.string() }).strict()),
  })
  .strict();

/** What the person on a card may also be known by. */
export type DemoCredential = z.infer<typeof credential>;
/** A card or passport of the device bench. Dates are ISO; `validTo` null is 长期. */
export type DemoCard = z.infer<typeof card>;
/** A file of the hospital that a card opens. `person` where the file is another's, or says something else than the card. */
export type DemoFile = z.infer<typeof file>;

export interface DemoPeople {
  readonly cards: readonly DemoCard[];
  readonly credentials: readonly DemoCredential[];
  readonly files: readonly DemoFile[];
  readonly doctors: readonly { readonly workNo: string; readonly clinic: string; readonly room: string }[];
}

/** The invented people of the demo site, from the lists beside this module. Throws when a list is not right. */
export function readDemoPeople(): DemoPeople {
  const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
  const cards = z.array(card).parse(read('cards.yaml'));
  const credentials = z.array(credential).parse(read('credentials.yaml'));
  return { cards, credentials, ...hospitalFiles.parse(read('files.yaml')) };
}
