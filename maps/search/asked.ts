import { longestQuery, wordsOf } from './folded.ts';

/** A query, taken apart. */
export interface Asked {
  /** All that was typed, in small letters of half width. */
  readonly all: string;
  /** As typed, without the floor that was named in it and what one says around a name. */
  readonly rest: string;
  readonly words: readonly string[];
  /** Sign of the floor that was named, as the venue writes it: 3, 3f, b1. */
  readonly floor: string | null;
}

/** Takes a query apart; `signs`: folded signs of the venue's floors. */
export function asksFor(query: string, signs: ReadonlySet<string>): Asked {
  const plain = [...query].slice(0, longestQuery).join('').normalize('NFKC').toLowerCase();
  const all = plain;
  for (const { said, sign } of floorForms) {
    const met = said.exec(plain);
    if (met === null) continue;
    const wanted = sign(met[1] ?? '');
    const floor = [wanted, `${wanted}f`, `f${wanted}`, `l${wanted}`, `${wanted}楼`, `${wanted}层`].find((one) =>
      signs.has(one),
    );
    if (floor === undefined) continue;
    const rest = plain.replace(met[0], ' ');
    return { all, rest: bare(rest), words: wordsOf(bare(rest)), floor };
  }
  return { all, rest: bare(plain), words: wordsOf(bare(plain)), floor: null };
}

/** What people say around the name of a place when they ask for the way. */
const around =
  /(请问|你好|您好|我想去|我要去|我想|我要|怎么去|怎么走|在哪里|在哪儿|在哪|哪里有|哪儿有|哪里是|去哪里|去哪儿|^去|^到|^找|吗$|呢$|[?？!！。，])|\b(where is|where's|where are|how do i get to|how to get to|way to|take me to|i am looking for|looking for|find|the|a|my|please)\b/gu;

const bare = (text: string): string => text.replace(around, ' ').trim();

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
