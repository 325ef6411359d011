import type { Words } from '../contract/index.ts';
import type { RawConcept, RawName } from './raw.ts';

const han = /\p{Script=Han}/u;
/** Titles that the product writes itself where a language wants them. */
const title = /^(?:(?:dr|doctor|prof|professor)\b\.?\s*)+/iu;
const titleAfter = /\s*(?:主任|副主任)?(?:医生|医师|大夫|教授)$/u;

/** A text in both languages: what there is, in each. */
export function wordsOf(...texts: readonly (string | undefined)[]): Words | null {
  const given = texts.filter((text) => text !== undefined);
  const [any] = given;
  if (any === undefined) return null;
  const zh = given.find((text) => han.test(text)) ?? any;
  const en = given.find((text) => !han.test(text)) ?? any;
  return { zh, en };
}

/** Name of a member of staff without a title. Names in use come before those that are not any more. */
export function staffName(names: readonly RawName[]): Words | null {
  const inUse = names.filter(({ use }) => use !== 'old' && use !== 'maiden');
  const ordered = [...inUse.filter(({ use }) => use === 'official'), ...inUse, ...names];
  return wordsOf(...ordered.map((name) => withoutTitle(fullName(name))));
}

/** 张建明 or Adam Careful: family name first where it is written in Chinese characters. */
export function fullName({ text, family, given }: RawName): string | undefined {
  const parts = [family, ...given].filter((part) => part !== undefined);
  if (parts.length === 0) return text;
  if (parts.some((part) => han.test(part))) return parts.join('');
  return [...given, family].filter((part) => part !== undefined).join(' ');
}

export function withoutTitle(name: string | undefined): string | undefined {
  const bare = name?.replace(title, '').replace(titleAfter, '').trim();
  return bare === '' ? name : bare;
}

/** What a coded element says in words: its text, else a display, else a code. */
export function wordsOfConcepts(concepts: readonly RawConcept[]): Words | null {
  const texts = concepts.map(({ text, coding }) => {
    return text ?? coding.find(({ display }) => display !== undefined)?.display ?? coding[0]?.code;
  });
  return wordsOf(...texts);
}
