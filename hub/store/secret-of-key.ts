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

const credentialLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What another program shows to speak here, as the same key and salt make it again. 192 bits. */
export function credentialOfKey(made: { readonly key: string; readonly salt: string }): string {
  return secretOfKey({ ...made, letters: credentialLetters, length: 32 });
}
