import { screenSentence } from '@lobby/hub/speech/screen-sentence.ts';
import { knownSentences } from '@lobby/kiosk/src/flows/spoken/known-sentences.ts';
import { expect, test } from 'vitest';

const hanzi = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
const syllables = (text: string): number => text.match(/[a-z]+[1-5]/g)?.length ?? 0;

test.each(['zh', 'en'] as const)('the voice has every word that a terminal may speak (%s)', (language) => {
  const sentences = knownSentences(language).filter((text) => /\p{L}/u.test(text));
  expect(sentences.length).toBeGreaterThan(150);
  const lost = sentences.filter((text) => {
    const said = screenSentence(text, language).text;
    return language === 'zh' ? syllables(said) < hanzi(text) : said === '' && /[A-Za-z]/.test(text);
  });
  expect(lost).toEqual([]);
});
