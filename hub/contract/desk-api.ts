import { z } from 'zod';
import { instant, writeKey } from './words.ts';

/**
 * Operator → hub: POST /api/operator/desk-credentials, a credential with which a person's own software acts for them at
 * a desk. It is told once, in the answer.
 */
export const deskCredentialWish = z.object({
  key: writeKey,
  deskId: z.string().min(1).max(40),
  workNo: z.string().min(1).max(16),
});
export type DeskCredentialWish = z.infer<typeof deskCredentialWish>;

/** Operator → hub: POST /api/operator/desk-credentials/withdraw. */
export const withdrawDeskCredential = z.object({ id: z.string().min(1).max(64) });

/** One that is good, to GET /api/operator/desk-credentials; never the credential itself. */
export const deskCredential = z.object({
  id: z.string(),
  deskId: z.string(),
  workNo: z.string(),
  issuedAt: instant,
});
export type DeskCredential = z.infer<typeof deskCredential>;
