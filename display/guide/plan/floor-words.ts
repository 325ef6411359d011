import type { Words } from '@lobby/hub/contract';
import { emsOfSmallLetters } from '../text-width.ts';
import type { PlanLanguage } from './texts.ts';

/** A floor's number, what is beside it, and where the badge begins. Em. */
const beforeName = 3.3;
const between = 0.4;
const small = 0.8;

/** In which languages the badge of a floor has its name, no wider than `widest` em, and how far it reaches. */
export function floorWords(
  name: Words,
  languages: readonly PlanLanguage[],
  widest: number,
): { readonly languages: readonly PlanLanguage[]; readonly ems: number } {
  const [first = 'zh', second] = languages;
  const alone = beforeName + emsOfSmallLetters(name[first]);
  const both = second === undefined ? alone : alone + between + emsOfSmallLetters(name[second]) * small;
  return both <= widest ? { languages, ems: both } : { languages: [first], ems: Math.min(widest, alone) };
}

/** So wide a badge may be on a picture of this width: in em where that is in em. */
export const widestBadge = (width: number): number => width * 0.45;
