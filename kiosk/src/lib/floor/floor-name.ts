import type { Language } from '../words/language.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** What a floor's badge says: 3, B1. */
export function floorSign(level: number): string {
  return level < 0 ? `B${-level}` : String(level);
}

/** A floor as people say it: 三楼, 地下一层; Floor 3, Basement 1. */
export function floorName(level: number, language: Language): string {
  if (language === 'en') return level < 0 ? `Basement ${-level}` : `Floor ${level}`;
  return level < 0 ? `地下${chineseNumber(-level)}层` : `${chineseNumber(level)}楼`;
}

/** The custom property of a floor's colour; floors that have none of their own share a quiet one. */
export function floorColour(level: number): string {
  return level >= 1 && level <= 4 ? `var(--floor-${level})` : 'var(--floor-other)';
}

/** Whole numbers below 100 as people read them. */
function chineseNumber(value: number): string {
  const tens = Math.trunc(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? String(value);
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}
