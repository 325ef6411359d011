import { turnAngle } from './headings.ts';

/** A change of direction, however small. Headings in degrees; where it begins and ends in metres along its walk. */
export interface Corner {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly begins: number;
  readonly ends: number;
}

/** Positive: to the right. */
export const angleOf = ({ from, to }: Pick<Corner, 'from' | 'to'>): number => turnAngle(from, to);

/** Two corners that together would lead back are told one by one. Degrees. */
export const sharpestCorner = 135;

/** Two bends to the same side within so many metres are one turn to a walker who crosses a hall's corner. */
const oneTurn = 9;

/** Joins bends that follow each other closely to the same side. */
export function joined(corners: readonly Corner[]): readonly Corner[] {
  const all: Corner[] = [];
  for (const corner of corners) {
    const before = all.at(-1);
    if (before !== undefined && isOneTurn(before, corner)) all[all.length - 1] = join(before, corner);
    else if (Math.abs(angleOf(corner)) >= 1) all.push(corner);
  }
  return all;
}

function isOneTurn(before: Corner, corner: Corner): boolean {
  const [first, second] = [angleOf(before), angleOf(corner)];
  return first * second > 0 && corner.begins - before.ends <= oneTurn && Math.abs(first + second) <= sharpestCorner;
}

function join(before: Corner, after: Corner): Corner {
  const at = Math.abs(angleOf(before)) >= Math.abs(angleOf(after)) ? before.at : after.at;
  return { at, from: before.from, to: after.to, begins: before.begins, ends: after.ends };
}

/** A step aside of no more than this, and on as before, is no turn: people cross a hall slantwise without being told. Metres. */
const sidestep = 8;
const slantwise = 60;

/** Leaves out pairs of bends that only lead past something or across a hall. */
export function withoutDrift(corners: readonly Corner[]): readonly Corner[] {
  const all: Corner[] = [];
  for (const corner of corners) {
    const before = all.at(-1);
    if (before !== undefined && isDrift(before, corner)) all.pop();
    else all.push(corner);
  }
  return all;
}

function isDrift(before: Corner, corner: Corner): boolean {
  const [first, second] = [angleOf(before), angleOf(corner)];
  if (first * second > 0 || Math.abs(first) > slantwise || Math.abs(first + second) >= 30) return false;
  const aside = (corner.begins - before.ends) * Math.sin((Math.abs(first) * Math.PI) / 180);
  return aside <= sidestep;
}
