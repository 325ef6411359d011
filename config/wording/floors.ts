import type { Bilingual } from '../settings/words.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A floor as people say it: 三楼, 地下一层; Floor 3, Basement 1. */
export function floorName(level: number): Bilingual {
  if (level < 0) return { zh: `地下${hanziNumber(-level)}层`, en: `Basement ${-level}` };
  return { zh: `${hanziNumber(level)}楼`, en: `Floor ${level}` };
}

/** A floor as its badge shows it: 3, B1. */
export function floorSign(level: number): string {
  return level < 0 ? `B${-level}` : String(level);
}

/** A floor where there is little room, as on paper: 3F, B1. */
export function floorShort(level: number): string {
  return level < 0 ? floorSign(level) : `${level}F`;
}

/** Floor number as the settings of a site count: 1 is the ground floor, -1 the first basement; by its sign where it has a number. */
export function floorNumber({ ordinal, sign }: { readonly ordinal: number; readonly sign: Bilingual }): number {
  const signed = /^(B|-)?F?(\d{1,2})(F|层|楼)?$/i.exec(sign.en.trim());
  if (signed?.[2] !== undefined) return signed[1] === undefined ? Number(signed[2]) : -Number(signed[2]);
  return ordinal >= 0 ? ordinal + 1 : ordinal;
}

/** Whole numbers below 100 as people read them. */
function hanziNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? String(value);
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones === 0 ? '' : (digits[ones] ?? '')}`;
}
