import type { Tags } from './features.ts';

/** More floors than any building has: a range beyond is a slip of the keyboard. */
const mostFloors = 200;

/**
 * The floors of a feature by `level` and `repeat_on`, each list of one copy: `0` is [[0]], `0-2` one copy of [0, 1, 2],
 * `0` repeated on `2-3` three copies. Floors may be fractions: a landing at 0.5. Empty: none or not readable.
 */
export function copiesOf(tags: Tags): readonly (readonly number[])[] {
  const base = floorsOf(tags['level'] ?? '');
  const [first] = base;
  if (first === undefined) return [];
  const repeats = floorsOf(tags['repeat_on'] ?? '').filter((floor) => floor !== first);
  return [first, ...repeats].map((floor) => base.map((one) => one + floor - first));
}

/** `0;1`, `0-3`, `-2--1`, `-1;1-3`, rising, each once. */
export function floorsOf(text: string): readonly number[] {
  const floors = text.split(/[;,]/).flatMap((part) => rangeOf(part.trim()));
  return [...new Set(floors)].toSorted((one, other) => one - other);
}

function rangeOf(part: string): readonly number[] {
  const [, from, to] = /^(-?\d+(?:\.\d+)?)(?:\s*-\s*(-?\d+(?:\.\d+)?))?$/.exec(part) ?? [];
  if (from === undefined) return [];
  const [low, high] = [Number(from), Number(to ?? from)];
  if (Math.abs(low) > mostFloors || high < low || high - low > mostFloors) return [];
  return Array.from({ length: Math.floor(high - low) + 1 }, (_, floor) => low + floor).concat(
    Number.isInteger(high - low) ? [] : [high],
  );
}

/** The floor that a landing between two belongs to. */
export const wholeFloor = (floor: number): number => Math.floor(floor);
export const levelIdOf = (floor: number): string => `level/${wholeFloor(floor)}`;
export const ordinalOf = (levelId: string): number => Number(levelId.replace('level/', ''));
