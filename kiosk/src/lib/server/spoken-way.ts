import type { GuideWay } from '@lobby/hub/contract';

/** What is said in the place of a name; in English with its article, however the sentence had it. */
const unnamed = {
  zh: (text: string, name: string): string => text.replaceAll(name, '您要去的地方'),
  en: (text: string, name: string): string =>
    ['The ', 'the ', ''].reduce((said, article) => {
      const place = article === 'the ' ? 'the place you want' : 'The place you want';
      return said.replaceAll(`${article}${name}`, place);
    }, text),
} as const;

/**
 * What is heard of a way: a step counted from 0, or for null how long it is; undefined where it has no such step. Where it
 * leads is seen and never heard in the hall: a clinic tells an illness.
 */
export function spokenOfWay(
  { summary, steps, to }: Pick<GuideWay, 'summary' | 'steps' | 'to'>,
  step: number | null,
  language: 'zh' | 'en',
): string | undefined {
  const words = step === null ? summary.words : steps[step]?.words;
  const name = to.name[language].trim();
  if (words === undefined) return undefined;
  const quiet = name === '' ? words[language] : unnamed[language](words[language], name);
  return quiet.replaceAll(' · ', language === 'zh' ? '，' : ', ');
}
