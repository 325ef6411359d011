import { expect, test } from 'vitest';
import { nationCode, nationName } from './nations.ts';

test.each([
  ['01', '汉'],
  ['05', '维吾尔'],
  ['25', '水'],
  ['30', '土'],
  ['38', '锡伯'],
  ['46', '德昂'],
  ['49', '京'],
  ['56', '基诺'],
  ['97', '其他'],
  ['98', '外国血统'],
])('%s is %s, and back', (code, name) => {
  expect(nationName(code)).toBe(name);
  expect(nationCode(name)).toBe(code);
});

test.each(['00', '57', '99', '1', ''])('"%s" is no nation', (code) => expect(nationName(code)).toBeNull());
