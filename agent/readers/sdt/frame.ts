import { lengthBytes, preamble } from './constants.ts';

/** XOR over the bytes after the preamble; a whole frame, length and checksum included, gives 0. GA 450, frame. */
export function checksum(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0);
}

/** Puts preamble, big-endian length and checksum around a request (CMD PARA …) or a reply (SW1 SW2 SW3 …). */
export function frameOf(body: Uint8Array): Uint8Array {
  const counted = Buffer.alloc(lengthBytes + body.length);
  counted.writeUInt16BE(body.length + 1);
  counted.set(body, lengthBytes);
  return Buffer.concat([preamble, counted, Uint8Array.of(checksum(counted))]);
}
