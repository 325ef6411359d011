import { expect, test } from 'vitest';
import { floorWords } from './floor-words.ts';

const floor = { zh: '三楼', en: 'Floor 3' };

test('a floor is named in both languages where there is room, else in the first, and never wider than it may be', () => {
  expect(floorWords(floor, ['zh', 'en'], 12).languages).toEqual(['zh', 'en']);
  expect(floorWords(floor, ['zh', 'en'], 7)).toEqual({ languages: ['zh'], ems: 5.3 });
  expect(floorWords({ ...floor, zh: '楼'.repeat(17) }, ['zh', 'en'], 11)).toEqual({ languages: ['zh'], ems: 11 });
});
