import type { Bilingual, Turn } from './step.ts';

/** What a step has to say, before it is said in a language. Names are given in that language. */
export interface Said {
  readonly start: {
    readonly turn: Turn;
    /** What the walker stands at: a screen that is looked at, a room that is left, or nothing that has a face. */
    readonly from: 'screen' | 'room' | 'place';
    readonly origin: string | null;
    readonly to: Goal | null;
    readonly metres: number;
  };
  readonly turn: {
    readonly turn: Turn;
    readonly at: Mark | null;
    /** Right after the turn before, with nothing else to know it by. */
    readonly then: boolean;
    /** Out of a lift, or off something else. */
    readonly leaving: Connecting | null;
    readonly guide: string | null;
    readonly to: Goal | null;
    /** Walked since the last decision. */
    readonly after: number;
  };
  readonly confirm: { readonly passing: Mark | null; readonly metres: number };
  readonly connector: {
    readonly by: Connecting;
    readonly name: string | null;
    readonly direction: 'up' | 'down';
    readonly floor: string;
    readonly again: boolean;
  };
  readonly arrive: {
    readonly name: string | null;
    readonly side: 'left' | 'right' | 'ahead';
    readonly door: string | null;
    readonly wait: boolean;
  };
  readonly summary: {
    readonly minutes: number;
    readonly metres: number;
    readonly turns: number;
    readonly lifts: number;
    readonly escalators: number;
    readonly stairs: number;
  };
}
/** What one walks to, or only towards: it will be passed. */
export interface Goal extends Mark {
  readonly passed: boolean;
}

/** A landmark; `seen`: a thing that one looks at, as a picture or a statue, not a place that one comes to. */
export interface Mark {
  readonly name: string;
  readonly seen: boolean;
}

export type Connecting = 'lift' | 'escalator' | 'stairs' | 'ramp';

/** Sentences for each thing to be said, the best first and ever shorter; the first that is short enough is taken. */
export type Phrases = { readonly [K in keyof Said]: (said: Said[K]) => readonly string[] };

/** Rule of the house: no step is longer, so that it is read in one look. */
export const longest = { hanzi: 18, words: 12 };

/** Hanzi of a text, digits and punctuation apart. */
export function countHanzi(text: string): number {
  return (text.match(/\p{Script=Han}/gu) ?? []).length;
}

/** English words of a text. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The first sentence of each language that is short enough, else its last. */
export function shortEnough(zh: readonly string[], en: readonly string[]): Bilingual {
  return {
    zh: zh.find((text) => countHanzi(text) <= longest.hanzi) ?? zh.at(-1) ?? '',
    en: en.find((text) => countWords(text) <= longest.words) ?? en.at(-1) ?? '',
  };
}
