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
