import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes as text: visit secrets, device credentials, login tokens. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. It has 256 random bits, so one round of SHA-256 is as good as a slow hash. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function isSecretOf(hash: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(hashOfSecret(secret)));
}
