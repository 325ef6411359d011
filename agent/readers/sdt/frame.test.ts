import { expect, test } from 'vitest';
import { frameOf } from './frame.ts';
import { findCard, readBase, selectCard } from './writer.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();

test.each([
  [findCard, 'AAAAAA96690003200122'],
  [selectCard, 'AAAAAA96690003200221'],
  [readBase, 'AAAAAA96690003300132'],
])('the requests are those of the standard, byte by byte', (request, bytes) => {
  expect(hex(request.bytes)).toBe(bytes);
});

test('a frame with one byte of data counts it, and the length is part of the checksum', () => {
  expect(hex(frameOf(Uint8Array.of(0x61, 0xff, 0x50)))).toBe('AAAAAA9669000461FF50CA');
});

test('a base reply is 1295 bytes, its length 0508', () => {
  const reply = frameOf(new Uint8Array(3 + 4 + 256 + 1024));
  expect(reply.length).toBe(1295);
  expect(hex(reply.subarray(5, 7))).toBe('0508');
});
