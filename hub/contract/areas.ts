import { z } from 'zod';
import { instant, words, writeKey } from './words.ts';

/** Who keeps the queue of an area: this hub, or another system whose tickets and calls are shown here. */
export const areaModes = ['owned', 'mirrored'] as const;
export type AreaMode = (typeof areaModes)[number];

/**
 * What a check-in at a terminal does in a mirrored area. native: the hospital gives the number; emulated: the hub does,
 * and the other system takes it over; unsupported: there is none at terminals.
 */
export const checkInSupport = ['native', 'emulated', 'unsupported'] as const;

/** An area as operators see it. */
export const areaStatus = z.object({
  areaId: z.string(),
  name: words,
  level: z.number().int(),
  mode: z.enum(areaModes),
  /** Since when; null: as the settings have it. */
  since: instant.nullable(),
  /** Rises from switch to switch. */
  version: z.number().int(),
  /** Who waits with a number of ours, and with one of another system. */
  waitingOwn: z.number().int(),
  waitingOutside: z.number().int(),
  /** Who is called or being served. */
  called: z.number().int(),
  /** When another system last said anything of the area; null: never. */
  heardAt: instant.nullable(),
  /** When each of them did. */
  sources: z.array(z.object({ source: z.string(), heardAt: instant })),
  /** It is mirrored, and nothing has been heard for longer than the settings allow. */
  silent: z.boolean(),
  checkIn: z.enum(checkInSupport),
});
export type AreaStatus = z.infer<typeof areaStatus>;

/** Operator → hub, POST /api/operator/areas: who keeps the queue from now on. `version`: of the area as the operator sees it. */
export const switchArea = z.object({
  key: writeKey,
  areaId: z.string().max(64),
  mode: z.enum(areaModes),
  version: z.number().int(),
});
export type SwitchArea = z.infer<typeof switchArea>;
export const areaRefusals = [
  'area-unknown',
  'area-switched-meanwhile', // somebody else did; `area` says how it is now
] as const;
export const switchAreaReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), area: areaStatus }),
  z.object({ ok: z.literal(false), reason: z.enum(areaRefusals), area: areaStatus.nullable() }),
]);
export type SwitchAreaReply = z.infer<typeof switchAreaReply>;

/** Operator → hub, POST /api/operator/mirror-credentials: what another system shows to speak for an area, or for all. */
export const mirrorCredentialWish = z.object({
  key: writeKey,
  /** Name of the other system; its ids of tickets are unique under this name. */
  source: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/, '2 to 32 small letters, digits and hyphens, a letter first'),
  areaId: z.string().max(64).nullable(),
});
export type MirrorCredentialWish = z.infer<typeof mirrorCredentialWish>;

export const mirrorCredential = z.object({
  id: z.string(),
  source: z.string(),
  areaId: z.string().nullable(),
  issuedBy: z.string(),
  issuedAt: instant,
  lastUsedAt: instant.nullable(),
});
export type MirrorCredential = z.infer<typeof mirrorCredential>;

/** `secret`: what the other system sends as its bearer token; told this once. */
export const mirrorCredentialReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), credential: mirrorCredential, secret: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(['area-unknown', 'source-reserved']) }),
]);
export type MirrorCredentialReply = z.infer<typeof mirrorCredentialReply>;

/** Operator → hub, POST /api/operator/mirror-credentials/withdraw. */
export const mirrorCredentialWithdrawal = z.object({ id: z.string().max(64) });
