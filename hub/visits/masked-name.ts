import { plainName } from './plain-name.ts';

// Two-character surnames in use (复姓); any other Chinese name has a surname of one character.
const compoundSurnames = new Set(
  (
    '欧阳 司马 上官 诸葛 司徒 司空 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 轩辕 端木 独孤 南宫 西门 东郭 ' +
    '百里 呼延 钟离 申屠 太史 闻人 澹台 公冶 宗政 濮阳 淳于 单于 仲孙 鲜于 闾丘 亓官 司寇 巫马 公西 漆雕 乐正 ' +
    '壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 梁丘 左丘 东门 第五 赫连 万俟 纳兰 完颜 叶赫 那拉 歐陽 司馬 諸葛 東方 獨孤'
  ).split(' '),
);
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const han = /\p{Script=Han}/u;
const letter = /[\p{L}\p{N}]/u;
const mostStars = 6;
const mostWords = 4;
const nameDot = /[·•・‧]/u;

/** Surname of a Chinese name; null for a name of another kind. `family`: what the hospital has as the surname. */
export function surnameOf(name: string, family: string | undefined): string | null {
  const plain = fromFirstLetter(name);
  if (!han.test(plain) || nameDot.test(plain)) return null;
  const parts = charactersOf(plain);
  const known = plainName(family ?? '');
  if (known !== '' && known !== plain && plain.startsWith(known)) return known;
  const firstTwo = parts.slice(0, 2).join('');
  return parts.length > 2 && compoundSurnames.has(firstTwo) ? firstTwo : (parts[0] ?? null);
}

/**
 * A name as others may see it: 张*明, 张*, 欧阳*, 阿***·买**, A*** S***. Surname and last character stay, each
 * character between is a star, up to six; of names in other scripts the first letter of each word stays, of many words
 * the first three and the last. Signs before the first letter are no part of a name.
 */
export function maskName(name: string, family?: string): string {
  const plain = fromFirstLetter(name);
  if (plain === '') return '*';
  if (!han.test(plain)) return firstAndLast(plain.split(' ').flatMap(maskWord)).join(' ');
  const dot = nameDot.exec(plain)?.[0];
  if (dot !== undefined) return firstAndLast(plain.split(nameDot).map(maskPart)).join('·');
  const surname = surnameOf(plain, family) ?? '';
  const given = charactersOf(plain.slice(surname.length));
  if (given.length === 0) return `${surname}*`;
  if (given.length === 1) return `${surname}*`;
  return `${surname}${stars(given.length - 1)}${given.at(-1) ?? ''}`;
}

function maskWord(word: string): string[] {
  const first = charactersOf(word).find((character) => letter.test(character));
  return first === undefined ? [] : [`${first}***`];
}

function maskPart(part: string): string {
  const [first, ...rest] = charactersOf(part);
  return `${first ?? ''}${stars(rest.length)}`;
}

function stars(count: number): string {
  return '*'.repeat(Math.min(count, mostStars));
}

function firstAndLast(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  return words.length <= mostWords || last === undefined ? words : [...words.slice(0, mostWords - 1), last];
}

/** A name without what stands before it: the sign of a formula, a quotation mark, an emoji. */
function fromFirstLetter(name: string): string {
  const plain = plainName(name);
  const start = plain.search(letter);
  return start < 0 ? '' : plain.slice(start);
}

/** Characters as a reader counts them, each with at most two marks: nobody's name needs a tower of accents. */
function charactersOf(text: string): string[] {
  return Array.from(characters.segment(text), ({ segment }) => Array.from(segment).slice(0, 3).join('')).filter(
    (character) => character.trim() !== '',
  );
}
