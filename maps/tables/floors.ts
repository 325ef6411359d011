import { refused, type Refused } from '../archive/archive.ts';
import type { Level } from '../venue.ts';
import type { FloorEntry, Mapping } from './mapping.ts';

export interface Floors {
  readonly levels: readonly Level[];
  /** Undefined: no such floor is declared. */
  readonly levelOf: (label: string, building: string) => Level | undefined;
}

export type FloorsReply = { readonly ok: true; readonly floors: Floors } | Refused;

type Entry = Exclude<FloorEntry, string>;

// What the ground floor is called where nobody says: G and GF in Hong Kong and Britain, EG in Germany, L1, F1, 1F, 1 in China.
const groundLabels = ['G', 'GF', 'EG', 'L1', 'F1', '1F', '1', '0'];
const usualStoreyHeight = 4.5;

/** Levels by rising ordinal. Floors of two buildings that have one ordinal are one level: a bridge joins them on the flat. */
export function readFloors({ floors, ground, language }: Mapping): FloorsReply {
  const entries = floors.map((entry): Entry => (typeof entry === 'string' ? { label: entry } : entry));
  const keys = entries.map(keyOf);
  const twice = keys.find((key, n) => keys.indexOf(key) < n);
  if (twice !== undefined)
    return refused({
      zh: `楼层列表里“${twice}”写了两次。每层只写一次。`,
      en: `The floors of the mapping name "${twice}" twice. Name each once.`,
    });
  const zero = groundOf(entries, ground);
  if (zero < 0)
    return refused({
      zh: `楼层列表里没有首层“${ground}”。请让 ground 用列表里的名字。`,
      en: `None of the floors is the ground floor "${ground}". Give "ground" a label of the list.`,
    });
  const ordinals = entries.map(({ ordinal }, n) => ordinal ?? n - zero);
  const levels = new Map<number, Level>();
  const byKey = new Map<string, Level>();
  for (const [n, entry] of entries.entries()) {
    const ordinal = ordinals[n] ?? n;
    const level = levels.get(ordinal) ?? levelOf(entry, ordinal, language);
    levels.set(ordinal, level);
    byKey.set(keyOf(entry), level);
  }
  const find = (label: string, building: string): Level | undefined =>
    byKey.get(`${building}/${label}`) ?? byKey.get(label);
  return {
    ok: true,
    floors: { levels: [...levels.values()].toSorted((a, b) => a.ordinal - b.ordinal), levelOf: find },
  };
}

const keyOf = ({ label, building }: Entry): string => (building === undefined ? label : `${building}/${label}`);

/** -1: a label is given that is not in the list. */
function groundOf(entries: readonly Entry[], ground: string | undefined): number {
  if (ground !== undefined) return entries.findIndex(({ label }) => label === ground);
  const guess = groundLabels.map((label) => entries.findIndex((entry) => entry.label.toUpperCase() === label));
  return guess.find((place) => place >= 0) ?? 0;
}

function levelOf(entry: Entry, ordinal: number, language: string): Level {
  const sign = entry.sign ?? { [language]: entry.label };
  return {
    id: keyOf(entry),
    ordinal,
    name: entry.name ?? sign,
    shortName: sign,
    outdoor: entry.outdoor ?? false,
    storeyHeight: entry.storeyHeight ?? usualStoreyHeight,
    outline: [],
  };
}
