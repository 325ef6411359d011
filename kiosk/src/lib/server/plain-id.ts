/**
 * Whether a part of an address can be an id of ours at all. What cannot is answered like an id that nobody has: a
 * database need not be asked, and PostgreSQL takes no NUL.
 */
export function isPlainId(text: string): boolean {
  return /^[\x21-\x7e]{1,64}$/.test(text);
}
