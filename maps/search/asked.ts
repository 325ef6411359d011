import { folded, longestQuery, wordsOf } from './folded.ts';

/** A query, taken apart. Everything is folded. */
export interface Asked {
  /** All that was typed, in one piece. */
  readonly all: string;
  /** Without the floor that was named in it. */
  readonly rest: string;
  readonly words: readonly string[];
  /** Sign of the floor that was named, as the venue writes it: 3, 3f, b1. */
  readonly floor: string | null;
}

/** Takes a query apart; `signs`: folded signs of the venue's floors. */
export function asksFor(query: string, signs: ReadonlySet<string>): Asked {
  const plain = [...query].slice(0, longestQuery).join('').normalize('NFKC').toLowerCase();
  const all = folded(plain);
  for (const { said, sign } of floorForms) {
    const met = said.exec(plain);
    if (met === null) continue;
    const wanted = sign(met[1] ?? '');
    const floor = [wanted, `${wanted}f`, `f${wanted}`, `l${wanted}`, `${wanted}楼`, `${wanted}层`].find((one) =>
      signs.has(one),
    );
    if (floor === undefined) continue;
    const rest = plain.replace(met[0], ' ');
    return { all, rest: folded(rest), words: wordsOf(rest), floor };
  }
  return { all, rest: all, words: wordsOf(plain), floor: null };
}

interface FloorForm {
  readonly said: RegExp;
  readonly sign: (text: string) => string;
}

/** How people say a floor: 地下一层, 三楼, 3 层, 3F, floor 3, third floor, B1. */
const floorForms: readonly FloorForm[] = [
  { said: /(?:地下|负)\s*([一二三四五六七八九]|\d)\s*[层楼]/u, sign: (text) => `b${arabic(text)}` },
  { said: /([一二三四五六七八九十]{1,3}|\d{1,2})\s*[楼层]/u, sign: arabic },
  { said: /\b(?:floor|level)\s+(b?\d{1,2}|[gm])\b/u, sign: (text) => text },
  { said: /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+floor\b/u, sign: ordinal },
  { said: /\b(\d{1,2})(?:st|nd|rd|th)\s+floor\b/u, sign: (text) => text },
  { said: /\bbasement\s+(\d)\b/u, sign: (text) => `b${text}` },
  { said: /\b(b?\d{1,2})f\b/u, sign: (text) => text },
  { said: /\b(b\d)\b/u, sign: (text) => text },
];

const hanziDigits = '零一二三四五六七八九';

function arabic(text: string): string {
  if (/^\d+$/u.test(text)) return text;
  const [tens, ones] = text.includes('十') ? text.split('十') : [undefined, text];
  const ten = tens === undefined ? 0 : tens === '' ? 1 : hanziDigits.indexOf(tens);
  return String(10 * ten + Math.max(0, ones === undefined || ones === '' ? 0 : hanziDigits.indexOf(ones)));
}

function ordinal(word: string): string {
  const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
  return String(words.indexOf(word) + 1);
}
