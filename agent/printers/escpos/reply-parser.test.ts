import { expect, test } from 'vitest';
import { ReplyParser } from './reply-parser.ts';

const kinds = (...bytes: number[]) => new ReplyParser().push(Uint8Array.from(bytes)).map(({ kind }) => kind);

test('each kind of reply is known by its fixed bits', () => {
  expect(kinds(0x12, 0x1a, 0x7e)).toEqual(['real-time', 'real-time', 'real-time']);
  expect(kinds(0x00, 0x03, 0x0f)).toEqual(['paper', 'paper', 'paper']);
  expect(kinds(0x11, 0x13)).toEqual(['flow', 'flow']);
  expect(kinds(0xff, 0x91)).toEqual(['noise', 'noise']);
});

test('four bytes of automatic status are one reply, and not three answers about paper', () => {
  expect(new ReplyParser().push(Uint8Array.of(0x10, 0x00, 0x0c, 0x0f))).toEqual([
    { kind: 'automatic', bytes: [0x10, 0x00, 0x0c, 0x0f] },
  ]);
});

test('a real-time answer in the middle of automatic status is heard, split at every byte', () => {
  const parser = new ReplyParser();
  const replies = [0x18, 0x00, 0x12, 0x03, 0x00, 0x03].flatMap((byte) => parser.push(Uint8Array.of(byte)));
  expect(replies.map(({ kind }) => kind)).toEqual(['real-time', 'automatic', 'paper']);
});
