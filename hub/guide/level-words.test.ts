import { floorNumber } from '@lobby/config/wording/floors.ts';
import type { Level } from '@lobby/maps/venue.ts';
import { describe, expect, test } from 'vitest';
import { guideLevel } from './level-words.ts';

function level(ordinal: number, sign: string | null): Level {
  return {
    id: `level ${ordinal}`,
    ordinal,
    name: {},
    shortName: sign === null ? {} : { zh: sign, en: sign },
    outdoor: false,
    storeyHeight: 4,
    outline: [],
  };
}

describe('a floor', () => {
  test.each([
    [2, '3', 3],
    [2, '3F', 3],
    [2, 'F4', 4], // the building counts without a fourth
    [-1, 'B1', -1],
    [-2, '-2', -2],
    [4, '5层', 5],
    [0, 'G', 1],
    [-1, 'Garden', -1],
    [3, null, 4],
  ])('with the ordinal %i that is signed %s is floor %i of the settings', (ordinal, sign, number) => {
    expect(floorNumber(guideLevel(level(ordinal, sign)))).toBe(number);
  });

  test('without a sign or a name is told by its id, never by its ordinal', () => {
    expect(guideLevel(level(3, null)).sign).toEqual({ zh: 'level 3', en: 'level 3' });
  });
});
