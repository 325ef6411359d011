import { expect, test } from 'vitest';
import { canWrite, columnsOf, ownFontBytes, writtenBytes } from './printer-characters.ts';

test('a printer writes ASCII and the Han characters of code page 936 itself', () => {
  expect(ownFontBytes('A')).toEqual(Uint8Array.of(0x41));
  expect(Buffer.from(ownFontBytes('喆') ?? []).toString('hex')).toBe('86b4');
  expect(canWrite('心血管内科 · 3 诊室 ￥12 ①')).toBe(true);
});

test.each(['䶮', '㛃', '𠅤', '鿍', '😀', '€', 'ñ', 'ก', '⿰', '\ue000'])('%s has to be drawn', (character) => {
  expect(ownFontBytes(character)).toBeNull();
});

test('a character of two bytes takes two columns, whatever Unicode says', () => {
  expect(columnsOf('A012')).toBe(4);
  expect(columnsOf('张*明')).toBe(5);
  expect(columnsOf('·–')).toBe(4);
  expect(columnsOf('䶮ñ')).toBe(3);
});

test('a family of joined emoji takes two columns', () => {
  expect(columnsOf('👨‍👩‍👧')).toBe(2);
});

test('a missing character is marked in its own width', () => {
  expect(writtenBytes('周*𠅤').toString('hex')).toBe('d6dc2aa1fe');
  expect(writtenBytes('ñand').toString('latin1')).toBe('?and');
});
