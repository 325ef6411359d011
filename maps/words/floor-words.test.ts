import { expect, it } from 'vitest';
import { floorWords } from './floor-words.ts';

const level = (ordinal: number, zh: string, en = zh) => ({
  ...{ id: 'level', ordinal, name: {}, shortName: { zh, en }, outdoor: false, storeyHeight: 4, outline: [] },
});

it.each([
  [0, '1', '1 楼', 'floor 1'],
  [3, '5', '5 楼', 'floor 5'],
  [2, '3F', '3 楼（3F）', 'floor 3F'],
  [2, 'L3', '3 楼（L3）', 'floor L3'],
  [-1, 'B1', '地下 1 层（B1）', 'floor B1'],
  [0, 'G', 'G 层', 'floor G'],
  [0, '13A', '13A 楼', 'floor 13A'],
])('the floor with ordinal %i that is signed %s is said %s, %s', (ordinal, sign, zh, en) => {
  expect(floorWords(level(ordinal, sign))).toEqual({ zh, en });
});

it('a sign that is a word already is said as it is', () => {
  expect(floorWords(level(0, '地下1层', 'Ground floor'))).toEqual({ zh: '地下 1 层', en: 'Ground floor' });
});

it('a floor without a sign is called by its name', () => {
  expect(floorWords({ ...level(1, ''), shortName: {}, name: { zh: '夹层', en: 'Mezzanine level' } }).zh).toBe('夹层');
});
