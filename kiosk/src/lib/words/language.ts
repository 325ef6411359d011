import type { Words } from '@lobby/hub/contract';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** What a `lang` attribute says. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The name of each language in itself. */
export const languageName: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

export function otherLanguage(language: Language): Language {
  return language === 'zh' ? 'en' : 'zh';
}

/** A text in the wanted language; in the other one where it was never translated. */
export function inLanguage(words: Words, language: Language): string {
  return words[language].trim() === '' ? words[otherLanguage(language)] : words[language];
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
