import { createHmac } from 'node:crypto';

/**
 * A secret that the same key and salt make again: so a write that is asked for twice is answered alike, though the hub
 * keeps neither the secret nor the key. Up to 32 letters, each as likely as the others to one in two thousand.
 */
export function secretOfKey(made: {
  readonly key: string;
  readonly salt: string;
  readonly letters: string;
  readonly length: number;
}): string {
  const bytes = createHmac('sha512', made.salt).update(made.key).digest();
  const letterAt = (place: number): string => made.letters.charAt(bytes.readUInt16BE(2 * place) % made.letters.length);
  return Array.from({ length: made.length }, (_, place) => letterAt(place)).join('');
}
