import { expect, test } from 'vitest';
import { baseText } from './base-reply.ts';

const text = Buffer.alloc(256, 0x41);
const reply = (lengths: readonly number[], ...parts: readonly Uint8Array[]) =>
  Buffer.concat([Buffer.from(lengths.flatMap((length) => [length >> 8, length & 0xff])), ...parts]);

test('the text stands after the two lengths', () => {
  expect(baseText(reply([256, 1024], text, Buffer.alloc(1024)))).toEqual(Uint8Array.from(text));
});

test('a reader that adds fingerprints unasked has a third length before the text', () => {
  const withFingers = reply([256, 1024, 1024], text, Buffer.alloc(2048));
  expect(baseText(withFingers)).toEqual(Uint8Array.from(text));
  expect(baseText(reply([256, 1024, 0], text, Buffer.alloc(1024)))).toEqual(Uint8Array.from(text));
});

test('a photo that is missing does not matter, a text that is cut does', () => {
  expect(baseText(reply([256, 1024], text))).toEqual(Uint8Array.from(text));
  expect(baseText(reply([256, 1024], text.subarray(0, 255)))).toBeNull();
  expect(baseText(reply([1, 0]))).toBeNull();
  expect(baseText(Buffer.alloc(3))).toBeNull();
});
