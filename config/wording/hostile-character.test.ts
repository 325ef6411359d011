import { expect, it } from 'vitest';
import { hostileCharacter } from './hostile-character.ts';

it('every character there is has its number, and none is half of a pair', () => {
  const made = new Uint8Array(0x11_0000);
  for (let number = 0; number < 5 * 0x10_2000; number += 1) made[hostileCharacter(number).codePointAt(0) ?? 0] = 1;
  expect(made.reduce((count, one) => count + one, 0)).toBe(0x11_0000 - 0x800);
  expect(made.subarray(0xd800, 0xe000).includes(1)).toBe(false);
});
