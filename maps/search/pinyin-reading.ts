import { pinyin, polyphonic } from 'pinyin-pro';

/** How a name may be typed: for each character its readings without tones, the likeliest first; Latin letters and digits as they are. */
export type Reading = readonly (readonly string[])[];

/** Readings of a folded name. `given`: the site's own, by syllables, with or without tones. */
export function readingOf(name: string, given: string | null = null): Reading {
  const characters = [...name];
  const all = pinyin(name, { type: 'array', toneType: 'none', nonZh: 'spaced', v: true });
  const likely = all.length === characters.length ? all : [];
  const others = characters.map((character) => (isHan(character) ? allReadings(character) : [character]));
  const own = given === null ? [] : given.split(/\s+/u).map(plain).filter(Boolean);
  let syllable = 0;
  return characters.map((character, index) => {
    if (!isHan(character)) return [character];
    const said = own[syllable++];
    const dictionary = likely[index];
    return [...new Set([said, dictionary, ...(others[index] ?? [])].filter((one): one is string => Boolean(one)))];
  });
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

const known = new Map<string, readonly string[]>();

function allReadings(character: string): readonly string[] {
  const before = known.get(character);
  if (before !== undefined) return before;
  const [readings = []] = polyphonic(character, { toneType: 'none', type: 'array' });
  const made = [...new Set(readings.map(plain).filter(Boolean))];
  known.set(character, made);
  return made;
}

/** Without tones; ü as people type it. */
function plain(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/[^a-zA-Z]/gu, '')
    .toLowerCase();
}

/** How a typed text meets a reading: `full` when it spells syllables, `initials` when it gives first letters only, `mixed` between. */
export interface PinyinMatch {
  readonly from: number;
  readonly to: number;
  readonly how: 'full' | 'initials' | 'mixed';
}

/** Where letters meet a reading, from one of its characters on; null: nowhere. The last syllable may be unfinished. */
export function matchPinyin(letters: string, reading: Reading): PinyinMatch | null {
  for (let from = 0; from < reading.length; from++) {
    const met = meet(letters, 0, reading, from, 0);
    if (met !== null)
      return { from, to: met.to, how: met.short === 0 ? 'full' : met.short === met.to - from ? 'initials' : 'mixed' };
  }
  return null;
}

interface Met {
  readonly to: number;
  readonly short: number;
}

function meet(letters: string, at: number, reading: Reading, index: number, short: number): Met | null {
  if (at === letters.length) return { to: index, short };
  for (const syllable of reading[index] ?? []) {
    const rest = letters.length - at;
    if (letters.startsWith(syllable, at)) {
      const met = meet(letters, at + syllable.length, reading, index + 1, short);
      if (met !== null) return met;
    } else if (rest > 1 && syllable.startsWith(letters.slice(at))) return { to: index + 1, short };
  }
  for (const syllable of reading[index] ?? []) {
    for (const initial of initialsOf(syllable)) {
      if (!letters.startsWith(initial, at)) continue;
      const met = meet(letters, at + initial.length, reading, index + 1, short + 1);
      if (met !== null) return met;
    }
  }
  return null;
}

const initialsOf = (syllable: string): readonly string[] =>
  syllable.length === 1
    ? []
    : /^[zcs]h/u.test(syllable)
      ? [syllable.slice(0, 2), syllable.slice(0, 1)]
      : [syllable.slice(0, 1)];
