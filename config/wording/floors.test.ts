import { expect, it } from 'vitest';
import { floorName } from './floors.ts';

it.each([
  [1, '一楼', '1F'],
  [3, '三楼', '3F'],
  [10, '十楼', '10F'],
  [12, '十二楼', '12F'],
  [20, '二十楼', '20F'],
  [-1, '地下一层', 'B1'],
  [0, '底层', 'GF'],
])('floor %i is called %s and %s', (level, zh, en) => {
  expect(floorName(level)).toEqual({ zh, en });
});
