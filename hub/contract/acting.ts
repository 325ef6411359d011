import { z } from 'zod';
import { credentialKinds } from './credential.ts';

/** What somebody is to the patient for whom they act (代办). */
export const actingRelations = ['parent', 'guardian', 'relative'] as const;
export type ActingRelation = (typeof actingRelations)[number];

/** What shows that somebody may act for a patient. */
export const actingProofs = [
  'named-in-file', // the patient's file names them, as a child's names its parents
  'shared-credential', // their own card opens the patient's file
  'wristband', // the number on the wristband of an inpatient
  'patients-card', // they hold the patient's own card; who they are is not known
] as const;

/**
 * The card that somebody showed who has no file. `mark`: the same for the same card, and without the hub's key no way back
 * to its number.
 */
export const shownCard = z.object({ kind: z.enum(credentialKinds), mark: z.string() });
export type ShownCard = z.infer<typeof shownCard>;

/**
 * Who acts for a patient. `personId`: the file of whoever acts; null where the hospital has none of theirs, or they are
 * unknown. `card`: the card of whoever has no file; left out where none was shown or a file says who it is.
 */
export const acting = z.object({
  personId: z.string().nullable(),
  relation: z.enum(actingRelations),
  how: z.enum(actingProofs),
  card: shownCard.optional(),
});
export type Acting = z.infer<typeof acting>;
