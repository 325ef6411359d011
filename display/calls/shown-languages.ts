import type { ScreenLanguage, Words } from '@lobby/hub/contract';
import { createContext } from 'svelte';
import { plainText } from './plain-text.ts';

/** One of the texts that stand for the same thing. */
export interface ShownText {
  readonly lang: 'zh-CN' | 'en';
  readonly text: string;
}

const [languages, provide] = createContext<() => readonly ScreenLanguage[]>();

/** For the parts of a screen: the languages it shows, the first one largest. */
export { languages as shownLanguages, provide as provideLanguages };

/** A text in the languages of a screen, the first one largest; one that is the same in both stands once. */
export function inOrder(words: Words, shown: readonly ScreenLanguage[]): readonly [ShownText, ShownText?] {
  const texts = shown.map((language): ShownText => {
    return { lang: language === 'zh' ? 'zh-CN' : 'en', text: plainText(words[language]) };
  });
  const [first = { lang: 'zh-CN', text: plainText(words.zh) }, second] = texts;
  return second === undefined || second.text === first.text ? [first] : [first, second];
}
