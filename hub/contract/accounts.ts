import { z } from 'zod';
import { staffRoles } from './staff.ts';
import { instant, words, writeKey } from './words.ts';

const workNo = z.string().regex(/^[A-Za-z0-9-]{3,16}$/, '3 to 16 letters, digits and hyphens');
const shortName = z.string().trim().min(1).max(40);

/** Operator → hub, POST /api/operator/staff: one thing to do with one account. */
export const accountWish = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('add'),
    workNo,
    name: z.object({ zh: shortName, en: shortName }),
    title: z.object({ zh: shortName, en: shortName }).nullable().default(null),
    role: z.enum(staffRoles),
  }),
  z.object({ action: z.literal('role'), workNo, role: z.enum(staffRoles) }),
  z.object({ action: z.enum(['disable', 'enable', 'reset-password', 'unlock']), workNo }),
]);
export type AccountWish = z.infer<typeof accountWish>;
export type AccountAction = AccountWish['action'];

export const accountRefusals = [
  'account-exists',
  'account-unknown',
  'demo-account', // its name, role and password come from the settings of the demo
  'own-account', // nobody disables or demotes the account with which they are logged in
] as const;

/** `oneTimePassword`: told this once after `add` and `reset-password`, changed at the first login. */
export const accountReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), workNo: z.string(), oneTimePassword: z.string().nullable() }),
  z.object({ ok: z.literal(false), reason: z.enum(accountRefusals) }),
]);
export type AccountReply = z.infer<typeof accountReply>;

/** An account as operators see it. */
export const account = z.object({
  workNo: z.string(),
  name: words,
  title: words.nullable(),
  role: z.enum(staffRoles),
  source: z.enum(['demo', 'operator']),
  state: z.enum(['good', 'one-time-password', 'one-time-password-ran-out', 'disabled']),
  /** Until when wrong passwords lock it; null: not at all. */
  lockedUntil: instant.nullable(),
  /** Where the person is logged in now. */
  desks: z.array(z.string()),
});
export type Account = z.infer<typeof account>;

/** Anybody → hub, POST /api/staff/password: a new password of one's own instead of a one-time or an old one. */
export const passwordChange = z.object({
  workNo: z.string().max(16),
  password: z.string().max(200),
  newPassword: z.string().max(200),
});
export type PasswordChange = z.infer<typeof passwordChange>;

/** A password has 8 characters or more, is not the old one, and is nothing that everybody would try first. */
export const passwordFaults = ['password-short', 'password-easy', 'password-same', 'password-of-demo'] as const;
export type PasswordFault = (typeof passwordFaults)[number];
export const passwordReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(['wrong-number-or-password', 'locked', ...passwordFaults]) }),
]);
export type PasswordReply = z.infer<typeof passwordReply>;

/** Operator or nurse → hub, POST /api/operator/badges: a badge for today, for somebody with a name or a number alone. */
export const badgeWish = z.object({ key: writeKey, name: shortName.nullable() });
export const badgeIssued = z.object({
  ok: z.literal(true),
  badge: z.object({
    id: z.string(),
    number: z.number().int(),
    businessDate: z.iso.date(),
    name: words,
    /** What the QR code says; told this once. */
    code: z.string(),
  }),
});
export type IssuedBadge = z.infer<typeof badgeIssued>['badge'];
/** Operator or nurse → hub, POST /api/operator/badges/withdraw. */
export const badgeWithdrawal = z.object({ id: z.string().max(16) });

/** A badge of today as those who issue them see it. */
export const badge = z.object({
  id: z.string(),
  number: z.number().int(),
  name: words,
  issuedBy: z.string(),
  issuedAt: instant,
  withdrawnAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});
export type Badge = z.infer<typeof badge>;
