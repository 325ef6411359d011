import type { Place } from '../places.ts';
import { type Asked, asksFor } from './asked.ts';
import { type Found, matchKey, type Wanted } from './match-key.ts';
import { folded, wordsOf } from './folded.ts';
import { type Key, lettersOf, markedOf } from './key.ts';
import type { Entry, SearchIndex } from './search-index.ts';
import { synonymKeys } from './synonyms.ts';

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
  const asked = asksFor(query, index.signs);
  if (folded(asked.all) === '') return [];
  const near = options.near ?? (() => 0);
  return foundFor(index, asked, options.language)
    .map((one) => ({ one, far: near(one.place) }))
    .sort((a, b) => b.one.score - a.one.score || a.far - b.far)
    .slice(0, options.limit)
    .map(({ one }) => one);
}

/** Slips of the finger are thought of only when nothing is found without. */
function foundFor(index: SearchIndex, asked: Asked, language: 'zh' | 'en'): readonly FoundPlace[] {
  const find = (slips: boolean) => {
    const look = lookFor(asked, language, slips);
    return index.entries.map((entry) => findIn(entry, look)).filter((found) => found !== null);
  };
  const found = find(false);
  return found.length > 0 ? found : find(true);
}

/** A text to be met, and the rows of synonyms that meet it already. */
interface Sought extends Wanted {
  readonly rows: ReadonlyMap<number, FoundName>;
}

interface FoundName {
  readonly score: number;
  readonly why: FoundPlace['why'];
}

interface Look {
  readonly all: Sought;
  readonly rest: Sought;
  readonly words: readonly Sought[];
  readonly floor: string | null;
  readonly language: 'zh' | 'en';
  readonly slips: boolean;
}

function lookFor({ all, rest, words, floor }: Asked, language: 'zh' | 'en', slips: boolean): Look {
  const seek = (typed: string): Sought => {
    const text = folded(typed);
    const oneWord = wordsOf(typed).length === 1;
    const wanted = { text, letters: lettersOf(text), marked: markedOf(typed), oneWord };
    const rows = synonymKeys.map((keys, row) => [row, bestOfKeys(keys, wanted, language, slips)] as const);
    return { ...wanted, rows: new Map(rows.flatMap(([row, best]) => (best === null ? [] : [[row, best] as const]))) };
  };
  return { all: seek(all), rest: seek(rest), words: words.map(seek), floor, language, slips };
}

function findIn(entry: Entry, look: Look): FoundPlace | null {
  const found = findName(entry, look);
  return found === null ? null : { place: entry.place, score: found.score + entry.sought, why: found.why };
}

function findName(entry: Entry, look: Look): FoundName | null {
  const { floor, rest } = look;
  const whole = bestOf(entry, look.all, look);
  if (whole !== null) return whole;
  if (floor !== null && !entry.floors.has(floor)) return null;
  if (rest.text === '') return floor === null ? null : onThatFloor(entry);
  return (rest.text === look.all.text ? null : bestOf(entry, rest, look)) ?? byWords(entry, look);
}

/** Somebody typed a floor and nothing else. */
function onThatFloor({ keys }: Entry): FoundName {
  return { score: 1, why: { name: keys[0]?.text ?? '', source: 'name', how: 'floor' } };
}

/** Several words: every one has to be met by some name of the place. */
function byWords(entry: Entry, look: Look): FoundName | null {
  if (look.words.length < 2) return null;
  let worst: FoundName | null = null;
  for (const word of look.words) {
    const found = bestOf(entry, word, look);
    if (found === null) return null;
    if (worst === null || found.score < worst.score) worst = found;
  }
  return worst === null ? null : { ...worst, score: worst.score - 5 };
}

/** A synonym counts more for a place whose category says so; less for a machine, whose category says little. */
const surelySo = { occupant: 14, unit: 14, node: 14, amenity: 2 };

function bestOf(entry: Entry, sought: Sought, { language, slips }: Look): FoundName | null {
  const named = bestOfKeys(entry.keys, sought, language, slips);
  let best = named;
  for (const { row, surely } of sought.rows.size === 0 ? [] : entry.rows) {
    const found = sought.rows.get(row);
    if (found === undefined) continue;
    const score = found.score + (surely ? surelySo[entry.place.kind] : 0) + likeness(entry, sought.text, named);
    if (best === null || score > best.score) best = { ...found, score };
  }
  return best;
}

/** Of places that a synonym finds, the one first whose own name is most like it: 儿科 means 儿内科 before 儿童保健科. */
function likeness({ keys }: Entry, text: string, named: FoundName | null): number {
  if (named !== null) return named.score / 25;
  const [name] = keys;
  return name === undefined || !isSpreadIn(text, name.text) ? 0 : (2 * text.length) / name.text.length;
}

/** Whether all characters of a text stand in another one, in order. */
function isSpreadIn(text: string, name: string): boolean {
  let at = -1;
  return [...text].every((character) => (at = name.indexOf(character, at + 1)) >= 0);
}

/** A name in the language that is not read just now counts a little less. */
const otherLanguage = 0.5;

function bestOfKeys(keys: readonly Key[], wanted: Wanted, language: 'zh' | 'en', slips: boolean): FoundName | null {
  let best: FoundName | null = null;
  for (const key of keys) {
    const met = matchKey(wanted, key, slips);
    if (met === null) continue;
    const score = met.score - (key.language === null || key.language === language ? 0 : otherLanguage);
    if (best === null || score > best.score) {
      best = { score, why: { name: key.text, source: key.source, how: met.how } };
    }
  }
  return best;
}
