import { readWords } from './mandarin.ts';
import type { Sentence } from './sentences.ts';
import { spokenLetters } from './spoken-letters.ts';
import { countingNumber, countOfThings, timeOfDay } from './spoken-numbers.ts';

const longest = 300;
const parts =
  /(?<hour>\d{1,2}):(?<minute>\d{2})|(?<number>\d+)|(?<letter>[A-Za-z])|(?<words>\p{Script=Han}+)|(?<pause>[,.;:?!，。；：？！、]+)/gu;
/** What two of are counted with 两. */
const counted = /^\s*(人|项|份|张|个|位|分钟|秒|次)/u;

/** One sentence of a terminal's screen as a voice gets it; empty text when nothing in it can be spoken. */
export function screenSentence(text: string, language: 'zh' | 'en'): Sentence {
  const shown = text.slice(0, longest);
  return language === 'zh'
    ? { voice: 'cmn-latn-pinyin', text: inMandarin(shown) }
    : { voice: 'en', text: inEnglish(shown) };
}

function inMandarin(text: string): string {
  const spoken = [...text.matchAll(parts)].map((part) => {
    const { hour, minute, number, letter, words, pause } = part.groups ?? {};
    if (hour !== undefined && minute !== undefined) return ` ${timeOfDay(hour, minute)}`;
    if (number !== undefined) return ` ${numberBefore(number, text.slice(part.index + number.length))}`;
    if (letter !== undefined) return ` ${spokenLetters.get(letter.toUpperCase()) ?? ''}`;
    return pause === undefined ? ` ${readWords(words ?? '')}` : ',';
  });
  return spoken
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ ,]+|[ ,]+$/g, '');
}

function numberBefore(number: string, rest: string): string {
  return counted.test(rest) ? countOfThings(number) : countingNumber(number);
}

/** English as it stands; 9:05 would be read as two numbers and 9:00 as one. Letters, digits and pauses are left. */
function inEnglish(text: string): string {
  return text
    .replaceAll(/(\d{1,2}):00/g, (_, hour: string) => `${Number(hour)} o'clock`)
    .replaceAll(/(\d{1,2}):(\d{2})/g, (_, hour: string, minute: string) => `${Number(hour)} ${minute}`)
    .replaceAll(/[’']/g, "'")
    .replaceAll(/[^A-Za-z\d,.?!' ]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ ,.]+|[ ,]+$/g, '');
}
