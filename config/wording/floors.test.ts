import { expect, it } from 'vitest';
import { floorName, floorShort, floorSign } from './floors.ts';

it.each([
  [1, '一楼', 'Floor 1', '1', '1F'],
  [3, '三楼', 'Floor 3', '3', '3F'],
  [10, '十楼', 'Floor 10', '10', '10F'],
  [12, '十二楼', 'Floor 12', '12', '12F'],
  [20, '二十楼', 'Floor 20', '20', '20F'],
  [-1, '地下一层', 'Basement 1', 'B1', 'B1'],
])('floor %i is called %s and %s, %s on a badge, %s on paper', (level, zh, en, sign, short) => {
  expect(floorName(level)).toEqual({ zh, en });
  expect(floorSign(level)).toBe(sign);
  expect(floorShort(level)).toBe(short);
});
