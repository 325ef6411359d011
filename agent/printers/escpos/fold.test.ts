import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { cleanLine } from './clean-text.ts';
import { fold, foldBalanced } from './fold.ts';
import { columnsOf } from './printer-characters.ts';

vi.setConfig({ testTimeout: 30_000 });

const squeezed = (text: string) => text.replaceAll(/\s/gu, '');

test('a Chinese sentence breaks between words, and punctuation does not begin a line', () => {
  const lines = fold('请先到一楼收费处缴费，再到二楼采血处抽血。', 20);
  expect(lines.join('')).toBe('请先到一楼收费处缴费，再到二楼采血处抽血。');
  for (const line of lines) expect(line).not.toMatch(/^[，。]/);
});

test('times and numbers are not torn', () => {
  expect(fold('预约 09:00-09:20 李文医生', 13)).toEqual(['预约', '09:00-09:20', '李文医生']);
});

test('a word longer than the line breaks where it must', () => {
  expect(fold('ABCDEFGHIJ', 4)).toEqual(['ABCD', 'EFGH', 'IJ']);
});

test('lines for the middle of the paper break at spaces and are about equally long', () => {
  expect(foldBalanced('one two three four five six', 22)).toEqual(['one two three', 'four five six']);
});

test('no line is wider than the paper and nothing is lost', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'一二诊室 ，。（）AB09:–-😀䶮é'), maxLength: 200 }),
  );
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 48 }), (raw, columns) => {
      const text = cleanLine(raw);
      for (const lines of [fold(text, columns), foldBalanced(text, columns)]) {
        expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
        expect(squeezed(lines.join(''))).toBe(squeezed(text));
      }
    }),
  );
});
