import type { Bilingual } from '../settings/words.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A floor as people say it: 3 → 三楼, 3F; 12 → 十二楼; -1 → 地下一层, B1; 0 → 底层, GF. */
export function floorName(level: number): Bilingual {
  if (level === 0) return { zh: '底层', en: 'GF' };
  if (level < 0) return { zh: `地下${chineseNumber(-level)}层`, en: `B${-level}` };
  return { zh: `${chineseNumber(level)}楼`, en: `${level}F` };
}

function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? '';
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones === 0 ? '' : (digits[ones] ?? '')}`;
}
