import { z } from 'zod';
import { deskRefusals } from './desk-actions.ts';
import { deskView } from './desk-view.ts';
import { words } from './words.ts';

/** To every action: the view after it. `said`: why nothing was done, for the person at the desk. */
export const deskReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), view: deskView }),
  z.object({ ok: z.literal(false), reason: z.enum(deskRefusals), said: words, view: deskView.nullable() }),
]);
export type DeskReply = z.infer<typeof deskReply>;

/** Desk → hub, POST /api/desk/login. */
export const staffLogin = z.object({ workNo: z.string().max(16), password: z.string().max(200) });
export const deskLoginRefusals = [
  'wrong-number-or-password',
  'locked',
  'new-password-needed', // the password is a one-time one: POST /api/staff/password
  'role-not-allowed',
  'desk-not-enrolled',
] as const;
export const staffLoginReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(deskLoginRefusals) }),
]);
export type StaffLoginReply = z.infer<typeof staffLoginReply>;
