import { expect, test } from 'vitest';
import { encodeSlip } from '../encode-slip.ts';
import { readBytes } from './read-bytes.ts';

test('commands are the same, wherever the bytes are split', async () => {
  const bytes = await encodeSlip({ title: '医院', big: 'A1', lines: [{ label: '姓', value: '䶮' }], qr: '路' }, 32);
  const whole = readBytes(bytes, 32);
  const bytewise = readBytes(
    [...bytes].map((byte) => Uint8Array.of(byte)),
    32,
  );
  expect(bytewise.slips).toEqual(whole.slips);
  expect(bytewise.complaints).toEqual([]);
});

test.each([
  ['Chinese bytes outside Kanji mode', '1b40d0c40a'],
  ['half a character', '1c26d00a'],
  ['a four-byte character', '1c268230b7310a'],
  ['a character of a later standard', '1c26fe9f0a'],
  ['an international character set', '1b520f'],
  ['a line wider than the paper', `${'41'.repeat(49)}0a`],
  ['a QR code without content', '1d286b0300315130'],
  ['a cut through the last line', '410a1d5600'],
])('the printer complains about %s', (_, hex) => {
  expect(readBytes(Buffer.from(hex, 'hex'), 48).complaints).not.toEqual([]);
});
