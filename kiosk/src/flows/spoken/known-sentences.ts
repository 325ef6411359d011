import { floorName } from '@lobby/config/wording/floors.ts';
import { pagesWording } from '#lib/controls/pages-wording.ts';
import type { Language } from '#lib/words/language.ts';
import { checkInWords } from '../check-in/wording.ts';
import { frameWording } from '../frame-wording.ts';
import { helpWords } from '../help/wording.ts';
import { selfTestWording } from '../self-test/wording.ts';
import { waitWords } from '../visit/waits/wording.ts';
import { wayWords } from '../way/wording.ts';
import { waysWords } from '../visit/ways/wording.ts';
import { visitWords } from '../visit/wording.ts';

/** One sentence out of those that a terminal may speak: its id, and the numbers and times in it. Its address says so. */
export interface Clip {
  readonly id: string;
  readonly values: readonly string[];
}

const lowestFloor = -9;
const highestFloor = 99;
/** A time of day or a number; stands for itself in the address of a clip. */
const value = /\d{1,2}:\d{2}|\d{1,4}/g;
const wholeValue = /^(\d{1,2}:\d{2}|\d{1,4})$/;
const gap = '#';
/** One letter or digit of a ticket's number: the whole number is in no address. */
const sign = 'sign';

const wordings = {
  zh: {
    visit: visitWords.standard.zh,
    'visit-elder': visitWords.elder.zh,
    'check-in': checkInWords.standard.zh,
    'check-in-elder': checkInWords.elder.zh,
    waits: waitWords.standard.zh,
    'waits-elder': waitWords.elder.zh,
    ways: waysWords.standard.zh,
    'ways-elder': waysWords.elder.zh,
    way: wayWords.standard.zh,
    'way-elder': wayWords.elder.zh,
    help: helpWords.standard.zh,
    'self-test': selfTestWording.zh,
    'help-elder': helpWords.elder.zh,
    frame: frameWording.zh,
    pages: pagesWording.zh,
    time: gap,
    span: `${gap}–${gap}`,
    floor: floors('zh'),
  },
  en: {
    visit: visitWords.standard.en,
    'visit-elder': visitWords.elder.en,
    'check-in': checkInWords.standard.en,
    'check-in-elder': checkInWords.elder.en,
    waits: waitWords.standard.en,
    'waits-elder': waitWords.elder.en,
    ways: waysWords.standard.en,
    'ways-elder': waysWords.elder.en,
    way: wayWords.standard.en,
    'way-elder': wayWords.elder.en,
    help: helpWords.standard.en,
    'self-test': selfTestWording.en,
    'help-elder': helpWords.elder.en,
    frame: frameWording.en,
    pages: pagesWording.en,
    time: gap,
    span: `${gap}–${gap}`,
    floor: floors('en'),
  },
};

/** The text of every id, and the id of every text, with a gap for each number. */
const textsById = { zh: new Map(textsOf(wordings.zh, '')), en: new Map(textsOf(wordings.en, '')) };
const idsByText = { zh: idsOf(textsById.zh), en: idsOf(textsById.en) };

/** All sentences that a terminal may speak in a language, with a gap for each number. */
export function knownSentences(language: Language): readonly string[] {
  return [...textsById[language].values()];
}

/** The clip that speaks a text as it stands on a screen; undefined for a text that is not the house's own. */
export function clipOf(text: string, language: Language): Clip | undefined {
  const id = idsByText[language].get(keyOf(text));
  return id === undefined ? undefined : { id, values: text.match(value) ?? [] };
}

/** The clips of a ticket's number, one for each letter and digit. */
export function clipsOfNumber(label: string): readonly Clip[] {
  return [...label.toUpperCase()].filter(isSign).map((one) => ({ id: sign, values: [one] }));
}

/** What a clip says; undefined where no clip has this id, or not with these values. */
export function textOf({ id, values }: Clip, language: Language): string | undefined {
  if (id === sign) return values.length === 1 && isSign(values[0] ?? '') ? values[0] : undefined;
  const parts = textsById[language].get(id)?.split(gap);
  if (parts?.length !== values.length + 1 || !values.every((one) => wholeValue.test(one))) return undefined;
  return parts.map((part, index) => `${part}${values[index] ?? ''}`).join('');
}

/** The last part of a clip's address: its id and values, as visit-elder.step.late or time~09.00. */
export function nameOfClip({ id, values }: Clip): string {
  return [id, ...values.map((one) => one.replace(':', '.'))].join('~');
}

export function clipOfName(name: string): Clip {
  const [id = '', ...values] = name.split('~');
  return { id, values: values.map((one) => one.replace('.', ':')) };
}

function isSign(text: string): boolean {
  return /^[A-Z\d]$/.test(text);
}

/** A text without what is not heard: marks for line breaks, spaces, marks at its ends; with a gap for each number. */
function keyOf(text: string): string {
  return text
    .replaceAll('|', '')
    .replaceAll(value, gap)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,.，。:：…]+|[\s,.，。:：…]+$/g, '');
}

function floors(language: Language): readonly string[] {
  const count = highestFloor - lowestFloor + 1;
  return Array.from({ length: count }, (_, index) => floorName(index + lowestFloor)[language]);
}

/** Each text of a wording with its path; one with a number in it with a gap, and as it is for none. */
function textsOf(wording: unknown, path: string): [id: string, text: string][] {
  if (typeof wording === 'string') return [[path, wording.replaceAll('|', '').replaceAll(value, gap)]];
  if (typeof wording === 'function')
    return [...textsOf(String(wording(gap, gap)), path), ...textsOf(String(wording(0, 0)), `${path}.none`)];
  if (typeof wording !== 'object' || wording === null) return [];
  const around: [string, string][] =
    'before' in wording && 'after' in wording
      ? [[path, [wording.before, 'heard' in wording ? wording.heard : gap, wording.after].join('')]]
      : [];
  const within = Object.entries(wording).flatMap(([key, text]: [string, unknown]) =>
    textsOf(text, path === '' ? key : `${path}.${key}`),
  );
  return [...around, ...within];
}

function idsOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [id, text] of texts) if (keyOf(text) !== '' && !ids.has(keyOf(text))) ids.set(keyOf(text), id);
  return ids;
}
