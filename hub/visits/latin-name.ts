/** How passports write letters that have no place in a machine readable zone: ICAO 9303-3, section 6. */
const machineLetters: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Æ: 'AE',
  Å: 'AA',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Ü: 'UE',
  Ñ: 'N',
  ẞ: 'SS',
  ß: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
};
/** A machine readable zone has 39 places for the whole name, and cuts what is longer. */
const longestZone = 36;

/**
 * Whether two names in Latin letters mean one person: the order of the words, marks above letters and the machine
 * spelling of passports aside. Where one source has more given names than the other, two words in common are enough.
 */
export function isSameLatinName(one: string, other: string): boolean {
  if (!isLatin(one) || !isLatin(other)) return false;
  return spellings(one).some((left) => spellings(other).some((right) => meanSame(left, right)));
}

function isLatin(name: string): boolean {
  return /\p{Script=Latin}/u.test(name) && !/\p{Script=Han}/u.test(name);
}

function spellings(name: string): string[][] {
  const upper = name.normalize('NFC').replaceAll('ß', 'ẞ').toUpperCase();
  const asMachine = Array.from(upper, (letter) => machineLetters[letter] ?? letter).join('');
  return [asMachine, upper.replaceAll('ẞ', 'SS')].map(wordsOf);
}

function wordsOf(name: string): string[] {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare
    .replace(/['’.]/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

function meanSame(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.join('').length <= other.join('').length ? [one, other] : [other, one];
  if (shorter.length === 0 || (shorter.length < 2 && longer.length > 1)) return false;
  const left = [...longer];
  return shorter.every((word, index) => {
    const isCut = index === shorter.length - 1 && shorter.join(' ').length >= longestZone;
    const at = left.findIndex((candidate) => candidate === word || (isCut && candidate.startsWith(word)));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}
