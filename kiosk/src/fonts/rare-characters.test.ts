import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rareCodePoints, rareStyleSheet, unicodeRange } from './rare-characters.ts';

describe('fonts for rare characters', () => {
  it('draws the names that no slice of the common font can draw', () => {
    const rare = new Set(rareCodePoints());
    const missing = [...'䶮㛃𠅤鿍𫖯𬭎𪨶'].filter((character) => !rare.has(character.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
  });

  it('leaves every common character to the slices, so that the whole font stays unread on an ordinary day', () => {
    const rare = new Set(rareCodePoints());
    const common = [...'请把身份证放在右下方读卡处签到打印号票心血管内科喆堃犇翀镕A012'];
    expect(common.filter((character) => rare.has(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('has its style sheet written from the fonts that are installed', () => {
    expect(readFileSync(new URL('rare.css', import.meta.url), 'utf8')).toBe(rareStyleSheet());
  });

  it('writes neighbours as one range', () => {
    expect(unicodeRange([0x391, 0x392, 0x393, 0x20de])).toBe('U+391-393,U+20de');
  });
});
