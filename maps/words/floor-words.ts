import type { Level } from '../venue.ts';
import { inBoth, spaced } from './names.ts';
import type { Bilingual } from './step.ts';

/** What the sign in the lift reads. */
export function signOf(level: Level): Bilingual {
  return inBoth(level.shortName) ?? inBoth(level.name) ?? { zh: '', en: '' };
}

/**
 * A floor as people say it, from its sign and never from its ordinal: 3 is "3 楼" and "floor 3". A sign that reads otherwise
 * than it is said stands behind in brackets, so that it can be found among the buttons: "地下 1 层（B1）".
 */
export function floorWords(level: Level): Bilingual {
  const sign = signOf(level);
  return { zh: floorInChinese(sign.zh), en: floorInEnglish(sign.en) };
}

function floorInChinese(sign: string): string {
  if (/[楼层]/u.test(sign) || sign === '') return spaced(sign);
  const cellar = /^(?:B|LG|-)(\d+)F?$/iu.exec(sign);
  if (cellar !== null) return `地下 ${String(cellar[1])} 层（${sign}）`;
  const floor = /^(?:[FL](\d+)|(\d+)[FL])$/iu.exec(sign);
  if (floor !== null) return `${String(floor[1] ?? floor[2])} 楼（${sign}）`;
  if (/^\d+[A-Z]?$/u.test(sign)) return `${sign} 楼`;
  return /^[A-Z]{1,2}$/iu.test(sign) ? `${sign} 层` : spaced(sign);
}

function floorInEnglish(sign: string): string {
  if (/floor|level|basement|storey/iu.test(sign) || sign.includes(' ')) return sign;
  return `floor ${sign}`;
}
