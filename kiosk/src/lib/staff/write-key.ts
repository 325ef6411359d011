/** A key for one thing that is wanted. Pages on plain http have no randomUUID. */
export function newWriteKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
