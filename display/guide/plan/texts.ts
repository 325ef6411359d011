import type { Words } from '@lobby/hub/contract';
import { emsOf, shortened, wrapped } from '../text-width.ts';

export type PlanLanguage = 'zh' | 'en';

/** A line of a sign. `size`: of the plan's letters. */
export interface TextLine {
  readonly lang: 'zh-CN' | 'en';
  readonly text: string;
  readonly size: number;
}

/** The first language, and quietly below it the second where it says something else. */
export function linesOf(words: Words, languages: readonly PlanLanguage[], widest: number): readonly TextLine[] {
  const [first = 'zh', second] = languages;
  const main = broken(words[first], widest).map((text) => line(first, text, 1));
  if (second === undefined || words[second] === words[first]) return main;
  return [...main, ...broken(words[second], widest / quiet).map((text) => line(second, text, quiet))];
}

/** As much of the first language as one line takes. `widest` in em. */
export function inOneLine(words: Words, first: PlanLanguage, widest: number): readonly TextLine[] {
  return [line(first, shortened(words[first], widest), 1)];
}

/** How large the second language is. */
const quiet = 0.8;

const line = (language: PlanLanguage, text: string, size: number): TextLine => ({
  lang: language === 'zh' ? 'zh-CN' : 'en',
  text,
  size,
});

/** Two lines, broken where there is a space: a word of Hanzi stays whole unless it is very long. `widest` in em. */
function broken(text: string, widest: number): readonly string[] {
  const gaps = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (emsOf(text) <= widest || gaps.length === 0) return wrapped(text, longest(widest));
  const middle = gaps.reduce((best, gap) => (lopsided(text, gap) < lopsided(text, best) ? gap : best));
  return [text.slice(0, middle), text.slice(middle + 1)].flatMap((line) => wrapped(line, longest(widest)));
}

/** Letters of a line, in em, before a word is broken. */
const longest = (widest: number): number => Math.max(12, 1.6 * widest);

function lopsided(text: string, gap: number): number {
  return Math.abs(emsOf(text.slice(0, gap)) - emsOf(text.slice(gap)));
}

/** Width and height of lines under each other, in em. */
export function extentOf(lines: readonly TextLine[]): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, ...lines.map(({ text, size }) => emsOf(text) * size)),
    height: lines.reduce((sum, { size }) => sum + size * lineHeight, 0),
  };
}

export const lineHeight = 1.2;
