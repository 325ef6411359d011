import type { CallWords, SpokenLanguage } from './call-words.ts';
import { readLabel, readPlace, readSurname } from './mandarin.ts';

/** A sentence as a voice gets it: its name in espeak-ng, and text of letters, digits, commas and full stops only. */
export interface Sentence {
  readonly voice: 'cmn-latn-pinyin' | 'en';
  readonly text: string;
}

const honorifics = { male: 'xian1 sheng5', female: 'nv3 shi4' } as const;
const longestRoomName = 60;

/** The call in one language: 请 A012 号，张先生，到 3 诊室就诊 / Number A, 0 1 2. Please go to Room 3. */
export function sentenceOf(call: CallWords, language: SpokenLanguage): Sentence {
  return language === 'zh' ? inMandarin(call) : inEnglish(call);
}

function inMandarin(call: CallWords): Sentence {
  const place = readPlace(call.room.zh.slice(0, longestRoomName));
  const parts = [`qing3 ${readLabel(call.label)} hao4`, addressed(call)];
  const goal = place === '' ? 'jiu4 zhen3' : `dao4 ${place} jiu4 zhen3`;
  return { voice: 'cmn-latn-pinyin', text: [...parts, goal].filter((part) => part !== '').join(', ') };
}

/** 张先生; nothing where the sex is unknown or the name cannot be read, for half a name helps nobody. */
function addressed(call: CallWords): string {
  if (call.surname === null || call.sex === 'unknown') return '';
  const name = readSurname(call.surname.slice(0, 8));
  return name === '' ? '' : `${name} ${honorifics[call.sex]}`;
}

function inEnglish(call: CallWords): Sentence {
  const room = englishPlace(call.room.en.slice(0, longestRoomName));
  const goal = room === '' ? 'Please come in.' : `Please go to ${room}.`;
  return { voice: 'en', text: `Number ${englishLabel(call.label)}. ${goal}` };
}

/** A comma after each letter: an A before a digit would be read as the article. */
function englishLabel(label: string): string {
  const characters = [...label.toUpperCase()].filter((character) => /[A-Z\d]/.test(character));
  return characters.map((character) => (/[A-Z]/.test(character) ? `${character},` : character)).join(' ');
}

/** Room numbers of three and more digits are spelled: Room 2 0 1. */
function englishPlace(name: string): string {
  const words = name
    .normalize('NFKC')
    .replaceAll(/[^A-Za-z\d]+/g, ' ')
    .trim();
  return words.replaceAll(/\d{3,}/g, (number) => [...number].join(' '));
}
