import type { Names } from '../venue.ts';
import type { Bilingual } from './step.ts';

/** A name in both languages; where one lacks, the other or whichever is there stands for it. Null: no name at all. */
export function inBoth(names: Names): Bilingual | null {
  const zh = inLanguage(names, 'zh');
  const en = inLanguage(names, 'en');
  const any =
    zh ??
    en ??
    Object.values(names)
      .map(tidy)
      .find((name) => name !== '');
  return any === undefined ? null : { zh: spaced(zh ?? any), en: en ?? any };
}

/** The name of a BCP-47 language, the plain tag before those with a region or script. */
export function inLanguage(names: Names, language: 'zh' | 'en'): string | undefined {
  const tags = Object.keys(names).sort((a, b) => a.length - b.length);
  const tag = tags.find((tag) => tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`));
  const name = tag === undefined ? '' : tidy(names[tag] ?? '');
  return name === '' ? undefined : name;
}

const tidy = (name: string): string => shortened(name.replace(/\s+/gu, ' ').trim());

/** Letters of a name that anything in the product has room for. */
export const longestName = 60;

/** A text that is longer than so many letters, cut after a word where that costs little, with … for what is missing. */
export function shortened(text: string, most = longestName): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const gap = start.lastIndexOf(' ');
  return `${gap > most * 0.7 ? start.slice(0, gap) : start}…`;
}

/** Chinese with a space between Hanzi and Arabic digits or Latin letters, as everywhere in the product. */
export function spaced(zh: string): string {
  return zh.replace(/(\p{Script=Han})([A-Za-z0-9])/gu, '$1 $2').replace(/([A-Za-z0-9])(\p{Script=Han})/gu, '$1 $2');
}
