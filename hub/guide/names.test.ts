import { describe, expect, test } from 'vitest';
import { wordsOf } from './names.ts';

describe('a name of the map', () => {
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
    expect(wordsOf(names)).toEqual(words);
  });
});
