import { boxAround, isWhole, overlap, type Box } from '../boxes.ts';
import type { OnPaper, Paper } from './heads-up.ts';

/** Something that would like a place on the paper. CSS pixels. */
export interface Wish {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Where its middle may be, the best place first. */
  readonly places: readonly OnPaper[];
  /** The higher the sooner it chooses. */
  readonly priority: number;
  /** It has to be read: where nothing is free it lies over what is taken, but over no other sign. */
  readonly isNeeded?: boolean;
  /** Of a sign that chooses before it: it is there only where that one has found no place. */
  readonly insteadOf?: string;
}

/** The middle of each sign that has found a place: whole on the paper, over no other sign and over nothing that is taken. */
export function placeSigns(wishes: readonly Wish[], paper: Paper, taken: readonly Box[]): ReadonlyMap<string, OnPaper> {
  const boxes: Box[] = [];
  const placed = new Map<string, OnPaper>();
  for (const wish of wishes.toSorted((a, b) => b.priority - a.priority || a.id.localeCompare(b.id))) {
    if (wish.insteadOf !== undefined && placed.has(wish.insteadOf)) continue;
    const free = wish.places.filter((middle) => isFree(boxAt(middle, wish), paper, boxes));
    const place =
      free.find((middle) => isFree(boxAt(middle, wish), paper, taken)) ?? (wish.isNeeded ? free[0] : undefined);
    if (place === undefined) continue;
    placed.set(wish.id, place);
    boxes.push(boxAt(place, wish));
  }
  return placed;
}

/** The box of a sign around its middle. */
export function boxAt([left, top]: OnPaper, size: Pick<Wish, 'width' | 'height'>): Box {
  return boxAround({ left, top }, size);
}

function isFree(box: Box, paper: Paper, taken: readonly Box[]): boolean {
  return isWhole(box, paper) && !taken.some((other) => overlap(box, other));
}
