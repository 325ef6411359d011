import { z } from 'zod';

/** What a patient's file holds and its patient knows, asked for beside a number. */
export const secondFactors = ['birth-date', 'phone-end'] as const;
export type SecondFactor = (typeof secondFactors)[number];

const birthDate = z.object({ by: z.literal('birth-date'), birthDate: z.iso.date() });
/** The last four digits of the telephone number in the file. */
const phoneEnd = z.object({ by: z.literal('phone-end'), digits: z.string().regex(/^\d{4}$/) });
/** The lines of a passport were typed: its number and name came with the birth date that stands there, as YYMMDD. */
const passportLines = z.object({ by: z.literal('passport-lines'), birthDate: z.string().regex(/^\d{6}$/) });
/** A staff member stands there and vouches for the patient. */
const password = z.object({
  by: z.literal('password'),
  workNo: z.string().min(1).max(16),
  password: z.string().min(1).max(128),
});

/** The number on an inpatient's wristband: whoever showed the credential has no file and acts for that inpatient. */
const wristband = z.object({ by: z.literal('wristband'), wristband: z.string().min(1).max(64) });

/** Agent → hub: what stands behind a number that was typed, or behind a code that alone is not enough. */
export const visitProof = z.discriminatedUnion('by', [
  birthDate,
  phoneEnd,
  passportLines,
  password,
  z.object({ by: z.literal('badge'), badge: z.string().min(1).max(600) }),
  wristband,
]);
export type VisitProof = z.infer<typeof visitProof>;

/**
 * Page → agent, POST /agent/visit/typed. `number` null: what was presented a moment ago and needs more. Of a
 * badge the page says only that somebody will hold it to the scanner; what is read goes from the agent to the hub.
 */
export const typedVisit = z.object({
  number: z.string().min(1).max(64).nullable(),
  proof: z.discriminatedUnion('by', [birthDate, phoneEnd, password, z.object({ by: z.literal('badge') }), wristband]),
});
export type TypedVisit = z.infer<typeof typedVisit>;

/**
 * Which second factors a number can have. The number of an identity card holds the birth date itself (GB 11643), so
 * knowing the one is knowing the other.
 */
export function factorsBeside(number: string | null, allowed: readonly SecondFactor[]): readonly SecondFactor[] {
  if (number === null || !holdsBirthDate(number)) return allowed;
  return allowed.filter((factor) => factor !== 'birth-date');
}

function holdsBirthDate(number: string): boolean {
  return /^(\d{15}|\d{17}[\dXx]|[A-Za-z]{3}\d{12})$/.test(number.normalize('NFKC').replace(/\s/g, ''));
}
