import { describe, expect, test } from 'vitest';
import { inBoth } from '@lobby/maps/words/names.ts';

describe('a name of a map', () => {
  test.each([
    [
      { zh: '药房', en: 'Pharmacy' },
      { zh: '药房', en: 'Pharmacy' },
    ],
    [
      { 'zh-Hans': '药房', 'en-GB': 'Chemist' },
      { zh: '药房', en: 'Chemist' },
    ],
    [
      { 'zh-Hant': '藥房', zh: '药房' },
      { zh: '药房', en: '药房' },
    ],
    [
      { en: 'Pharmacy', zh: ' ' },
      { zh: 'Pharmacy', en: 'Pharmacy' },
    ],
    [{ de: 'Apotheke' }, { zh: 'Apotheke', en: 'Apotheke' }],
    [{ zh: '', en: '' }, null],
    [{}, null],
  ])('%j is told as %j', (names, words) => {
    expect(inBoth(names)).toEqual(words);
  });

  test('stands with spaces between Hanzi and numbers, however it was drawn', () => {
    expect(inBoth({ zh: '3号电梯', en: ' Lift  3 ' })).toEqual({ zh: '3 号电梯', en: 'Lift 3' });
  });

  test('of a hundred thousand letters is cut, after a word where there is one', () => {
    const cut = inBoth({ zh: '心'.repeat(100_000), en: 'consulting room '.repeat(10_000) });
    expect(cut?.zh).toBe(`${'心'.repeat(59)}…`);
    expect(cut?.en).toBe('consulting room consulting room consulting room consulting…');
    expect(inBoth({ en: 'x'.repeat(100_000) })?.en).toBe(`${'x'.repeat(59)}…`);
  });

  test('is never cut within a letter', () => {
    expect(inBoth({ zh: `${'x'.repeat(58)}𠮷𠮷` })?.zh).toBe(`${'x'.repeat(58)}…`);
  });
});
