import { matchPinyin } from './pinyin-match.ts';
import { type Key, type KeySource, lettersMissing } from './key.ts';

/** How a text met a name, and how well: 100 is the name itself. */
export interface Found {
  readonly how: 'exact' | 'prefix' | 'word' | 'pinyin' | 'initials' | 'contains' | 'slip' | 'floor';
  readonly score: number;
}

const sourcePenalty: Readonly<Record<KeySource, number>> = { name: 0, door: 0, alias: 2, extra: 3, synonym: 22 };

/** What is looked for, folded, with its letters as `lettersOf` gives them. */
export interface Wanted {
  readonly text: string;
  readonly letters: number;
  /** As it was typed, but for case, width and spaces. */
  readonly marked: string;
  /** Whether it was typed as one word. */
  readonly oneWord: boolean;
}

/** Meets a text with a name; `slips`: one letter wrong, missing or too many is forgiven. */
export function matchKey(wanted: Wanted, key: Key, slips: boolean): Found | null {
  if (lettersMissing(wanted.letters, key.letters) > (slips ? 1 : 0)) return null;
  const met = slips ? slip(wanted.text, key) : plain(wanted, key);
  return met === null ? null : { how: met.how, score: met.score - sourcePenalty[key.source] };
}

function plain(wanted: Wanted, key: Key): Found | null {
  const { text, oneWord } = wanted;
  const at = key.text.indexOf(text);
  if (at < 0) return key.reading !== null && /^[a-z0-9]+$/u.test(text) ? byReading(text, key) : null;
  if (key.text.length === text.length) return { how: 'exact', score: whole(wanted, key) };
  const length = fraction(text.length, key.text.length);
  const inWord = key.words.findIndex((word) => word.startsWith(text));
  if (inWord > 0) return { how: 'word', score: 70 + 6 * length };
  // "Paediatric Surgery" does not begin with "paediatrics".
  const split = inWord < 0 && oneWord && key.reading === null;
  if (at === 0) return { how: 'prefix', score: (split ? 56 : 80) + 6 * length };
  return text.length > 1 || key.reading !== null ? { how: 'contains', score: 50 + 6 * length } : null;
}

/** A door that is written otherwise, 312 for 3-12, and words that are written apart, Rest room for restroom. */
function whole({ marked, oneWord }: Wanted, key: Key): number {
  if (key.source === 'door') return key.marked === marked ? 100 : 99;
  return oneWord && key.words.length > 1 && key.reading === null ? 90 : 100;
}

function byReading(letters: string, { reading }: Key): Found | null {
  if (reading === null) return null;
  const met = matchPinyin(letters, reading);
  if (met === null) return null;
  const all = met.from === 0 && met.to === reading.length;
  const size = 6 * fraction(met.to - met.from, reading.length);
  const begins = met.from === 0 ? 0 : -24;
  if (met.how === 'full') return { how: 'pinyin', score: all ? 98 : 78 + size + begins };
  return { how: 'initials', score: all ? 68 : 60 + size + begins };
}

const fraction = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));

function slip(text: string, key: Key): Found | null {
  if (text.length < 4) return null;
  const near = [key.text, ...key.words, key.spelled].some((word) => oneSlipApart(text, word));
  if (near) return { how: 'slip', score: 40 };
  const begins = [key.text, key.spelled].some(
    (word) => word.length > text.length && oneSlipApart(text, word.slice(0, text.length)),
  );
  return begins ? { how: 'slip', score: 34 } : null;
}

/** Whether two texts differ by one letter: another one, one missing, one too many, or two neighbours exchanged. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.length - start - end, b.length - start - end];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
