import { z } from 'zod';

/** What kinds of credential a device can present. */
export const credentialKinds = ['resident-id', 'hmt-permit', 'foreigner-2017', 'foreigner-2023'] as const;

/**
 * What a device read, as the agent hands it to the hub: the number that identifies, and the name to compare.
 * Photo, fingerprints and address never leave the reader.
 */
export const presentedCredential = z.object({
  kind: z.enum(credentialKinds),
  number: z.string().min(6).max(32),
  name: z.string().max(120).nullable(),
});
export type PresentedCredential = z.infer<typeof presentedCredential>;

/** Fields of a card as a reader's driver gives them. Dates are ISO (YYYY-MM-DD); null: the card has none, or 长期. */
export interface CardFields {
  readonly kind: (typeof credentialKinds)[number];
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
