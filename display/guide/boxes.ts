/** A rectangle on the picture or on the plan. Pixels to the right and down from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels that are left free between two things that may be read. */
export const gapBetween = 4;

/** The box of something so large around its middle. */
export function boxAround({ left, top }: { left: number; top: number }, { width, height }: Size): Box {
  return { left: left - width / 2, right: left + width / 2, top: top - height / 2, bottom: top + height / 2 };
}

/** Whether two boxes lie over one another, or nearer together than the gap. */
export function overlap(a: Box, b: Box): boolean {
  // What was moved just off another keeps the gap but for what reckoning loses.
  const apart = gapBetween - 1e-6;
  return a.left - apart < b.right && b.left - apart < a.right && a.top - apart < b.bottom && b.top - apart < a.bottom;
}

/** Whether a box is whole on a picture of this size. */
export function isWhole(box: Box, { width, height }: Size): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}
