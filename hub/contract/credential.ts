import { z } from 'zod';

/** Cards whose chip a resident-ID reader reads. */
export const chipCardKinds = ['resident-id', 'hmt-permit', 'foreigner-2017', 'foreigner-2023'] as const;

/** What kinds of credential can be presented at a terminal. */
export const credentialKinds = [
  ...chipCardKinds,
  'passport', // document number of a machine readable zone, ICAO 9303
  'hospital-card', // 就诊卡: magnetic stripe, wedge or printed code, taken apart by the site's pattern
  'health-code', // 电子健康卡: its identifier
  'insurance-code', // 医保码: passed on as it is, opaque and short-lived; never logged
  'other-code', // a code of no known form: any identifier of a file may have this value
  'typed-number', // typed by hand: opens nothing without a second factor or a staff member
] as const;

/**
 * What was presented, as the agent hands it to the hub: the number that identifies, and the name to compare.
 * Photo, fingerprints and address never leave the reader.
 */
export const presentedCredential = z.object({
  kind: z.enum(credentialKinds),
  number: z.string().min(1).max(128),
  name: z.string().max(120).nullable(),
  /** True: typed from a document in the hand, not read by a device. Left out: read. */
  typed: z.boolean().optional(),
});
export type PresentedCredential = z.infer<typeof presentedCredential>;

/** Fields of a card as a reader's driver gives them. Dates are ISO (YYYY-MM-DD); null: the card has none, or 长期. */
export interface CardFields {
  readonly kind: (typeof chipCardKinds)[number];
  readonly name: string | null;
  readonly nameLatin: string | null;
  readonly nationality: string | null;
  readonly sex: 'male' | 'female' | 'unknown' | null;
  /** Nation by its Chinese name, such as 汉 (GB/T 3304). */
  readonly nation: string | null;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly idNumber: string | null;
  readonly issuer: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}
