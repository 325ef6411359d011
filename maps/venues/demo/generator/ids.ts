import { createHash } from 'node:crypto';

/** The same UUID for the same words on every machine and day (RFC 9562, version 8: made from a SHA-256). */
export function uuidOf(...words: readonly (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(['shaocheng-hospital', ...words].join('\n'))
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
