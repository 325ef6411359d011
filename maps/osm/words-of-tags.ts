import type { Names, Restriction, SiteCodes } from '../venue.ts';
import { noSiteCodes } from '../venue.ts';
import type { Tags } from './features.ts';

/** `name` in the language of the place, `name:en` and its like, and a room's number where it has no name. */
export function namesOf(tags: Tags, language: string): Names {
  const others = Object.entries(tags).flatMap(([key, value]) => {
    const [, tag] = /^name:([a-z]{2,3}(?:-[A-Za-z]+)?)$/.exec(key) ?? [];
    return tag === undefined || value === undefined ? [] : [[tag, value] as const];
  });
  const own = tags['name'] ?? (others.length === 0 ? tags['ref'] : undefined);
  return { ...(own === undefined ? {} : { [language]: own }), ...Object.fromEntries(others) };
}

export function aliasesOf(tags: Tags, language: string): readonly Names[] {
  const number = tags['name'] === undefined ? undefined : tags['ref'];
  return [tags['alt_name'], tags['short_name'], tags['official_name'], tags['loc_name'], number]
    .flatMap((text) => text?.split(';') ?? [])
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
    .map((alias) => ({ [language]: alias }));
}

export const siteOf = (tags: Tags): SiteCodes => ({ ...noSiteCodes, doorNumber: tags['ref'] ?? null });

/** Who may walk there, by `foot` where it stands, else by `access`. */
export function restrictionOf(tags: Tags): Restriction | null {
  const access = tags['foot'] ?? tags['access'];
  if (access === 'employees' || access === 'staff') return 'employeesonly';
  return access === 'private' || access === 'no' || access === 'permit' ? 'restricted' : null;
}

/** `limited` is unknown: a step of a few centimetres, or a helping hand. */
export function stepFreeOf(tags: Tags): boolean | null {
  const wheelchair = tags['wheelchair'];
  if (wheelchair === 'yes' || wheelchair === 'designated') return true;
  return wheelchair === 'no' ? false : null;
}

/** IMDF's `wheelchair`, else the source's own word, so that what is known to be none is not taken for unknown. */
export function accessibilityOf(tags: Tags): readonly string[] {
  const { wheelchair } = tags;
  if (wheelchair === undefined) return [];
  return [stepFreeOf(tags) === true ? 'wheelchair' : `wheelchair=${wheelchair}`];
}

/** `1.5`, `1.5 m` or `90 cm`, in metres. */
export function widthOf(tags: Tags): number | null {
  const [, figure, unit] = /^(\d+(?:[.,]\d+)?)\s*(m|cm)?$/.exec(tags['door:width'] ?? tags['width'] ?? '') ?? [];
  if (figure === undefined) return null;
  return Number(figure.replace(',', '.')) / (unit === 'cm' ? 100 : 1);
}

const languageOfCountry: Readonly<Record<string, string>> = {
  AT: 'de',
  CN: 'zh',
  DE: 'de',
  ES: 'es',
  FR: 'fr',
  HK: 'zh',
  IT: 'it',
  JP: 'ja',
  KR: 'ko',
  MO: 'zh',
  SG: 'en',
  TW: 'zh',
};

/** The language that `name` is in: by the country of an address, else by the writing. */
export function languageOf(all: Iterable<Tags>): string {
  let chinese = false;
  for (const tags of all) {
    const language = languageOfCountry[tags['addr:country'] ?? ''];
    if (language !== undefined) return language;
    chinese ||= /\p{Script=Han}/u.test(tags['name'] ?? '');
  }
  return chinese ? 'zh' : 'en';
}
