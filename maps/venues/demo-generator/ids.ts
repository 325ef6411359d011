import { createHash } from 'node:crypto';

/** The namespace of this hospital's ids. */
const namespace = Buffer.from('6f1d2c0a5b7e4c3f9a8d1e2b3c4d5e6f', 'hex');

/** The same UUID for the same words on every machine and day (RFC 4122, version 5). */
export function uuidOf(...words: readonly (string | number)[]): string {
  const bytes = createHash('sha1').update(namespace).update(words.join('\n')).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
