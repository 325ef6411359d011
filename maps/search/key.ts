import { folded, wordsOf } from './folded.ts';
import { type Reading, readingOf } from './pinyin-reading.ts';

/** How well a name stands for its place: its own before another of its names, before what it only belongs to. */
export const keySources = ['name', 'door', 'alias', 'extra', 'synonym'] as const;
export type KeySource = (typeof keySources)[number];

/** A name, made ready to be compared. */
export interface Key {
  readonly source: KeySource;
  readonly language: 'zh' | 'en' | null;
  /** Folded, in one piece. */
  readonly text: string;
  /** As it is written on the door, but for case, width and spaces: 3-12. */
  readonly marked: string;
  /** Folded words; of Chinese, its runs. */
  readonly words: readonly string[];
  /** Null: no Hanzi in it. */
  readonly reading: Reading | null;
  /** The likeliest reading in one piece; empty without Hanzi. */
  readonly spelled: string;
  /** Which letters and digits the name or its readings have, one bit each: most names are told from a query by this alone. */
  readonly letters: number;
}

/** Makes a name ready. `pinyin`: the site's own reading. */
export function makeKey(name: string, source: KeySource, language: Key['language'], pinyin: string | null = null): Key {
  const text = folded(name);
  const reading = /\p{Script=Han}/u.test(text) ? readingOf(text, pinyin) : null;
  const spelled = reading === null ? '' : reading.map(([first = '']) => first).join('');
  const letters = lettersOf(reading === null ? text : text + reading.flat().join(''));
  return { source, language, text, marked: markedOf(name), words: wordsOf(name), reading, spelled, letters };
}

/** Small letters, half width, no spaces; signs are kept. */
export function markedOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '').replace(/[‐–—]/gu, '-');
}

/** The bits of a text's letters and digits; digits share six bits. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) bits |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) bits |= 1 << (26 + ((code - 48) % 6));
  }
  return bits;
}

/** How many letters the one has that the other has not. */
export function lettersMissing(wanted: number, there: number): number {
  let bits = wanted & ~there;
  let count = 0;
  for (; bits !== 0; count++) bits &= bits - 1;
  return count;
}
