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
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between two signs. */
const gap = 4;

/** The middle of each sign that has found a place: whole on the paper, over no other sign and over nothing that is taken. */
export function placeSigns(wishes: readonly Wish[], paper: Paper, taken: readonly Box[]): ReadonlyMap<string, OnPaper> {
  const boxes: Box[] = [];
  const placed = new Map<string, OnPaper>();
  for (const wish of wishes.toSorted((a, b) => b.priority - a.priority || a.id.localeCompare(b.id))) {
    const free = wish.places.filter((middle) => isFree(boxAt(middle, wish), paper, boxes));
    const place =
      free.find((middle) => isFree(boxAt(middle, wish), paper, taken)) ?? (wish.isNeeded ? free[0] : undefined);
    if (place === undefined) continue;
    placed.set(wish.id, place);
    boxes.push(boxAt(place, wish));
  }
  return placed;
}

export function boxAt([left, top]: OnPaper, { width, height }: { width: number; height: number }): Box {
  return { left: left - width / 2, right: left + width / 2, top: top - height / 2, bottom: top + height / 2 };
}

function isFree(box: Box, { width, height }: Paper, taken: readonly Box[]): boolean {
  if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) return false;
  return !taken.some((other) => overlap(box, other));
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
