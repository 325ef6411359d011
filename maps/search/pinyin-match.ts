import type { Reading } from './pinyin-reading.ts';

/** How letters meet a reading: `full` when they spell its syllables, `initials` when they give first letters only, `mixed` between. */
export interface PinyinMatch {
  /** Characters of the name that are met: from the first to before the last. */
  readonly from: number;
  readonly to: number;
  readonly how: 'full' | 'initials' | 'mixed';
}

/** Where letters meet a reading, from one of its characters on; null: nowhere. The last syllable may be unfinished. */
export function matchPinyin(letters: string, reading: Reading): PinyinMatch | null {
  const trial: Trial = { letters, reading, dead: new Set() };
  for (let from = 0; from < reading.length; from++) {
    const met = meet(trial, 0, from, 0);
    if (met === null) continue;
    const { to, short } = met;
    return { from, to, how: short === 0 ? 'full' : short === to - from ? 'initials' : 'mixed' };
  }
  return null;
}

interface Trial {
  readonly letters: string;
  readonly reading: Reading;
  /** Letters and characters from which no way leads on: each is tried once, however many readings a character has. */
  readonly dead: Set<number>;
}

interface Met {
  readonly to: number;
  /** Characters of which only the first letters were typed. */
  readonly short: number;
}

function meet(trial: Trial, at: number, index: number, short: number): Met | null {
  if (at === trial.letters.length) return { to: index, short };
  const here = 64 * index + at;
  if (index >= trial.reading.length || trial.dead.has(here)) return null;
  const met =
    meetNumber(trial, at, index, short) ??
    meetSyllable(trial, at, index, short) ??
    meetInitial(trial, at, index, short);
  if (met === null) trial.dead.add(here);
  return met;
}

/** Nobody types the number of CT 1 室: cts. */
function meetNumber(trial: Trial, at: number, index: number, short: number): Met | null {
  const number = trial.reading[index]?.[0] ?? '';
  if (index === 0 || !/^\d$/u.test(number) || trial.letters.startsWith(number, at)) return null;
  return meet(trial, at, index + 1, short);
}

function meetSyllable(trial: Trial, at: number, index: number, short: number): Met | null {
  const { letters, reading } = trial;
  for (const syllable of reading[index] ?? []) {
    if (letters.startsWith(syllable, at)) {
      const met = meet(trial, at + syllable.length, index + 1, short);
      if (met !== null) return met;
    } else if (letters.length - at > 1 && syllable.startsWith(letters.slice(at))) return { to: index + 1, short };
  }
  return null;
}

function meetInitial(trial: Trial, at: number, index: number, short: number): Met | null {
  for (const syllable of trial.reading[index] ?? []) {
    for (const initial of initialsOf(syllable)) {
      if (!trial.letters.startsWith(initial, at)) continue;
      const met = meet(trial, at + initial.length, index + 1, short + 1);
      if (met !== null) return met;
    }
  }
  return null;
}

function initialsOf(syllable: string): readonly string[] {
  if (syllable.length === 1) return [];
  const first = syllable.slice(0, 1);
  return /^[zcs]h/u.test(syllable) ? [syllable.slice(0, 2), first] : [first];
}
