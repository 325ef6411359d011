import { textBytes } from './constants.ts';

/**
 * The text of a base reply (TextLen, PhotoLen, text, photo; lengths big-endian), null when it is too short for its own
 * lengths. The photo is left where it is. A reader that adds fingerprints unasked has a third length before the text.
 */
export function baseText(data: Uint8Array): Uint8Array | null {
  const view = Buffer.from(data.buffer, data.byteOffset, data.length);
  if (view.length < 4) return null;
  const text = view.readUInt16BE(0);
  const photo = view.readUInt16BE(2);
  const fingers = view.length >= 6 ? view.readUInt16BE(4) : 0;
  const start = view.length === 6 + text + photo + fingers && view.length !== 4 + text + photo ? 6 : 4;
  return text === textBytes && view.length >= start + text ? Uint8Array.from(view.subarray(start, start + text)) : null;
}
