import { expect, test } from 'vitest';
import { floorSign, floorWords, goTo, repeated } from './wording.ts';

test.each([
  [1, '一楼', '1'],
  [10, '十楼', '10'],
  [12, '十二楼', '12'],
  [20, '二十楼', '20'],
  [-1, '地下一层', 'B1'],
])('floor %i is written %s', (level, zh, sign) => {
  expect(floorWords(level).zh).toBe(zh);
  expect(floorSign(level)).toBe(sign);
});

test('a patient is sent to a room in both languages', () => {
  expect(goTo({ zh: '3 诊室', en: 'Room 3' })).toEqual({ zh: '请到 3 诊室', en: 'Please go to Room 3' });
});

test('only a recall says which one it is', () => {
  expect(repeated(1)).toBeUndefined();
  expect(repeated(2)?.zh).toBe('第 2 次叫号');
});
