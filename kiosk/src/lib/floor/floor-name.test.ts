import { describe, expect, it } from 'vitest';
import { floorColour, floorName, floorSign } from './floor-name.ts';

describe('a floor', () => {
  it('is said as people say it', () => {
    expect([1, 3, 10, 12, 20, 21].map((level) => floorName(level, 'zh'))).toEqual([
      '一楼',
      '三楼',
      '十楼',
      '十二楼',
      '二十楼',
      '二十一楼',
    ]);
    expect(floorName(-1, 'zh')).toBe('地下一层');
    expect([floorName(3, 'en'), floorName(-2, 'en')]).toEqual(['Floor 3', 'Basement 2']);
  });

  it('carries its number on its badge', () => {
    expect([floorSign(3), floorSign(-1)]).toEqual(['3', 'B1']);
  });

  it('has a colour even where nobody gave it one', () => {
    expect([floorColour(3), floorColour(17), floorColour(-1)]).toEqual([
      'var(--floor-3)',
      'var(--floor-other)',
      'var(--floor-other)',
    ]);
  });
});
