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
const guardian = z.object({ card: z.string(), relation: z.enum(['parent', 'guardian', 'relative']) }).strict();

const file = z
  .object({
    id: z.string(),
    card: z.string().optional(),
    person: z
      .object({ name: z.string(), sex: z.enum(['male', 'female']), birthDate: z.iso.date() })
      .strict()
      .optional(),
    phone: z.string().optional(),
    identifiers: z.array(z.object({ system: z.string(), value: z.string() }).strict()).default([]),
    guardians: z.array(guardian).default([]),
    wristband: z.string().optional(),
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
  .strict()
  .refine((one) => one.card !== undefined || one.person !== undefined, 'a file has a card or says who the person is');

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
/**
 * A file of the hospital. `card` opens it; `person` where the file is another's, has no card, or says something else than
 * the card. `identifiers`: what else opens it. `guardians`: the cards of those who act for its patient. `wristband`: of
 * an inpatient.
 */
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
