import type { Names } from '@lobby/maps/venue.ts';
import type { Words } from '../contract/index.ts';

/** A name of the map in both languages of the product; where one is missing, the other stands in. Null: none at all. */
export function wordsOf(names: Names): Words | null {
  const zh = nameIn(names, 'zh');
  const en = nameIn(names, 'en');
  const any = zh ?? en ?? Object.values(names).find((name) => name.trim() !== '');
  return any === undefined ? null : { zh: zh ?? any, en: en ?? any };
}

/** The exact tag first, then any of the language: zh before zh-Hans. */
function nameIn(names: Names, language: 'zh' | 'en'): string | undefined {
  const tags = Object.keys(names).filter((tag) => tag === language || tag.startsWith(`${language}-`));
  const name = tags.sort((one, other) => one.length - other.length).map((tag) => names[tag]?.trim());
  return name.find((text) => text !== undefined && text !== '');
}
