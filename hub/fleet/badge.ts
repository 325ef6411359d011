import { randomInt } from 'node:crypto';
import { newSecret } from '../store/hash-of-secret.ts';
import { secretOfKey } from '../store/secret-of-key.ts';

// No 0 and O, no 1, I and L: the id is read aloud when a badge is withdrawn. All of it is in the alphanumeric mode of
// a QR code (ISO/IEC 18004), so that a badge fits version 2 and is read from worn paper.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const idLength = 8;
const secretLength = 20;
const pattern = new RegExp(`^LOBBY:B:([${letters}]{${idLength}})\\.([${letters}]{${secretLength}})$`);

/** What stands in the QR code of a badge: LOBBY:B:<id>.<secret>. The secret has 99 random bits. */
export interface BadgeCode {
  readonly id: string;
  readonly secret: string;
}

export function newBadgeId(): string {
  return Array.from({ length: idLength }, () => letters.charAt(randomInt(letters.length))).join('');
}

/** The secret of a badge that was asked for with this key. */
export function badgeSecret(made: { readonly key: string; readonly salt: string }): string {
  return secretOfKey({ ...made, letters, length: secretLength });
}

export function newBadgeCode(): BadgeCode {
  return { id: newBadgeId(), secret: badgeSecret({ key: newSecret(), salt: newSecret() }) };
}

export function badgeText({ id, secret }: BadgeCode): string {
  return `LOBBY:B:${id}.${secret}`;
}

/** Undefined for everything that is no badge of ours. */
export function readBadge(text: string): BadgeCode | undefined {
  const [, id, secret] = pattern.exec(text.trim().toUpperCase()) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}
