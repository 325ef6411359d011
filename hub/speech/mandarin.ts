import { pinyin } from 'pinyin-pro';
import { spokenLetters } from './spoken-letters.ts';
import { roomNumber, takesHao, ticketDigits } from './spoken-numbers.ts';
import { sentenceReadings } from './sentence-readings.ts';
import { surnameReadings } from './surname-readings.ts';

const hao = 'hao4';
const placeWord = /^\s*(诊室|诊间|检查室|治疗室|室|诊台|窗口|机房|房)/u;

/** Syllables with tone digits of the Chinese characters in a text; whatever has no reading is left out. */
function syllables(text: string, mode: 'normal' | 'surname'): string {
  const read = pinyin(text, { toneType: 'num', type: 'array', nonZh: 'removed', mode });
  return read.map(asciiSyllable).filter(isSyllable).join(' ');
}

/** The voice writes ü as v. */
function asciiSyllable(syllable: string): string {
  return syllable.normalize('NFC').replaceAll('ü', 'v').replace(/0$/, '5');
}

function isSyllable(text: string): boolean {
  return /^[a-z]{1,6}[1-5]$/.test(text);
}

/** A family name in its own reading (单 is shan4); empty when nothing of it can be read. */
export function readSurname(surname: string): string {
  return surnameReadings.get(surname) ?? syllables(surname, 'surname');
}

/** Words of a sentence, characters by dictionary. */
export function readWords(words: string): string {
  const at = [...sentenceReadings.keys()].find((phrase) => words.includes(phrase));
  if (at === undefined) return syllables(words, 'normal');
  const [before = '', ...after] = words.split(at);
  const spoken = [readWords(before), sentenceReadings.get(at) ?? '', readWords(after.join(at))];
  return spoken.filter((part) => part !== '').join(' ');
}

/** A ticket label, letter by letter and digit by digit. */
export function readLabel(label: string): string {
  return [...label.toUpperCase()]
    .map((character) => (/\d/.test(character) ? ticketDigits(character) : (spokenLetters.get(character) ?? '')))
    .filter((spoken) => spoken !== '')
    .join(' ');
}

/** A word of Latin letters, not an abbreviation such as CT or MRI: spelled out, nobody would know it again. */
const latinWord = /[A-Za-z]{4,}/u;

/**
 * The name of a room or a clinic: characters by dictionary, numbers by the custom of room numbers, letters spelled.
 * Empty when there is a word in it that the voice cannot read.
 */
export function readPlace(name: string): string {
  if (latinWord.test(name.normalize('NFKC'))) return '';
  const parts = name.normalize('NFKC').matchAll(/(?<number>\d+)|(?<letter>[A-Za-z])|(?<words>\p{Script=Han}+)/gu);
  const spoken = [...parts].map((part) => {
    const { number, letter, words } = part.groups ?? {};
    if (number !== undefined) return readNumberBefore(number, name.normalize('NFKC').slice(part.index + number.length));
    if (letter !== undefined) return spokenLetters.get(letter.toUpperCase()) ?? '';
    return syllables(words ?? '', 'normal');
  });
  return spoken.filter((text) => text !== '').join(' ');
}

function readNumberBefore(number: string, rest: string): string {
  const spoken = roomNumber(number);
  return takesHao(number) && placeWord.test(rest) ? `${spoken} ${hao}` : spoken;
}
