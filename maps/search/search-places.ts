import type { Place } from '../places.ts';
import { folded, longestQuery, wordsOf } from './folded.ts';
import { type Found, matchKey } from './match-key.ts';
import type { Entry, Key, SearchIndex } from './search-index.ts';

export { makeSearchIndex } from './search-index.ts';
export type { ExtraName, SearchIndex } from './search-index.ts';

export interface SearchOptions {
  readonly language: 'zh' | 'en';
  readonly limit: number;
  /** How far a place is from who asks, in any measure: among equals the nearest comes first. */
  readonly near?: (place: Place) => number;
}

/** A place that was found; the higher the score, the better. */
export interface FoundPlace {
  readonly place: Place;
  readonly score: number;
  /** The name that met the query, folded, and how. */
  readonly why: { readonly name: string; readonly source: Key['source']; readonly how: Found['how'] };
}

/** Places that people may mean by what they typed, the likeliest first. Any text is harmless; an empty one finds nothing. */
export function searchPlaces(index: SearchIndex, query: string, options: SearchOptions): readonly FoundPlace[] {
  const asked = asksFor([...query].slice(0, longestQuery).join(''), index);
  if (asked.whole === '' && asked.floor === null) return [];
  const exact = index.entries.flatMap((entry) => findIn(entry, asked, options.language, false));
  const found =
    exact.length > 0 ? exact : index.entries.flatMap((entry) => findIn(entry, asked, options.language, true));
  const near = options.near ?? (() => 0);
  return found
    .map((one) => ({ one, far: near(one.place) }))
    .sort((a, b) => b.one.score - a.one.score || a.far - b.far || compareNames(a.one.place, b.one.place))
    .slice(0, options.limit)
    .map(({ one }) => one);
}

interface Asked {
  /** Folded, in one piece, without a floor. */
  readonly whole: string;
  readonly words: readonly string[];
  /** Folded sign of a floor that was asked for: 3, b1. */
  readonly floor: string | null;
  /** Everything that was typed, folded. */
  readonly all: string;
}

const hanziDigits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));

/** A floor in a query, as it is said: 三楼, 3楼, 3层, 地下一层, 3F, B1, floor 3. */
function asksFor(query: string, index: SearchIndex): Asked {
  const signs = new Set(index.entries.flatMap(({ floors }) => [...floors]));
  const plain = query.normalize('NFKC').toLowerCase();
  const rules: readonly [RegExp, (text: string) => string][] = [
    [/(?:地下|负)\s*([一二三四五六七八九\d])\s*[层楼]/u, (text) => `b${digits(text)}`],
    [/([一二三四五六七八九十]{1,3}|\d{1,2})\s*[楼层]/u, digits],
    [/\bfloor\s+(b?\d{1,2}|[gm])\b/u, (text) => text],
    [/\b(b?\d{1,2})f\b/u, (text) => text],
    [/\b(b\d)\b/u, (text) => text],
  ];
  const all = folded(query);
  for (const [rule, signOf] of rules) {
    const met = rule.exec(plain);
    const sign = met === null ? null : signOf(met[1] ?? '');
    if (met === null || sign === null) continue;
    const floor = [sign, `${sign}f`, `f${sign}`, `${sign}楼`, `l${sign}`].find((one) => signs.has(one));
    if (floor === undefined) continue;
    const rest = plain.replace(met[0], ' ');
    return { whole: folded(rest), words: wordsOf(rest), floor, all };
  }
  return { whole: all, words: wordsOf(query), floor: null, all };
}

function digits(text: string): string {
  if (/^\d+$/u.test(text)) return text;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const value = (text.includes('十') ? (hanziDigits.get(tens) ?? 1) * 10 : 0) + (hanziDigits.get(ones) ?? 0);
  return String(value);
}

function findIn(entry: Entry, asked: Asked, language: 'zh' | 'en', slips: boolean): readonly FoundPlace[] {
  const onFloor = asked.floor !== null && entry.floors.has(asked.floor);
  const whole = bestOf(entry, asked.all, language, slips);
  if (whole !== null) return [onFloor ? { ...whole, score: whole.score + 5 } : whole];
  if (asked.floor !== null && !onFloor) return [];
  if (asked.whole === '') return [onThatFloor(entry)];
  const rest = asked.floor === null ? null : bestOf(entry, asked.whole, language, slips);
  const found = rest ?? byWords(entry, asked.words, language, slips);
  return found === null ? [] : [found];
}

function onThatFloor({ place, keys }: Entry): FoundPlace {
  return { place, score: 1, why: { name: keys[0]?.text ?? '', source: 'name', how: 'floor' } };
}

/** Every word has to be met by some name of the place. */
function byWords(entry: Entry, words: readonly string[], language: 'zh' | 'en', slips: boolean): FoundPlace | null {
  if (words.length < 2) return null;
  const each = words.map((word) => bestOf(entry, word, language, slips));
  const all = each.filter((one) => one !== null);
  const worst = all.toSorted((a, b) => a.score - b.score)[0];
  return all.length < each.length || worst === undefined ? null : { ...worst, score: worst.score - 5 };
}

function bestOf(entry: Entry, text: string, language: 'zh' | 'en', slips: boolean): FoundPlace | null {
  let best: FoundPlace | null = null;
  for (const key of entry.keys) {
    const met = matchKey(text, key, slips);
    if (met === null) continue;
    const score = met.score - (key.language === null || key.language === language ? 0 : 0.5);
    if (best === null || score > best.score) {
      best = { place: entry.place, score, why: { name: key.text, source: key.source, how: met.how } };
    }
  }
  return best;
}

function compareNames(a: Place, b: Place): number {
  const [one, other] = [JSON.stringify(a.name), JSON.stringify(b.name)];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1);
}
