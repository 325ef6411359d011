import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How much of a picture may be drawn differently: by another machine, not by another picture. */
export interface Tolerance {
  /** Of all pixels, 0 to 1. */
  readonly all: number;
  /** Of any square of 24 by 24 pixels, 0 to 1: what is missing is missing in one place. */
  readonly square: number;
}

const side = 24;

/** In what two pictures differ more than is tolerated; null: they are the same. */
export function difference(found: PNG, wanted: PNG, tolerance: Tolerance): string | null {
  const { width, height } = found;
  if (width !== wanted.width || height !== wanted.height) {
    return `${width} × ${height} instead of ${wanted.width} × ${wanted.height}`;
  }
  const marks = new PNG({ width, height });
  const options = { threshold: 0.2, diffMask: true };
  const different = pixelmatch(found.data, wanted.data, marks.data, width, height, options);
  if (different > tolerance.all * width * height) return `${different} pixels`;
  const worst = worstSquare(marks);
  if (worst.share <= tolerance.square) return null;
  return `${Math.round(worst.share * 100)} % of the pixels at ${worst.x}, ${worst.y}`;
}

/** Squares overlap by half, so that what is missing lies well within one of them. */
function worstSquare(marks: PNG): { readonly x: number; readonly y: number; readonly share: number } {
  let worst = { x: 0, y: 0, share: 0 };
  for (let y = 0; y < marks.height; y += side / 2) {
    for (let x = 0; x < marks.width; x += side / 2) {
      const share = markedIn(marks, x, y) / (side * side);
      if (share > worst.share) worst = { x, y, share };
    }
  }
  return worst;
}

/** Pixels that pixelmatch has marked as different; those of smooth edges it marks in another colour. */
function markedIn({ data, width, height }: PNG, left: number, top: number): number {
  let marked = 0;
  for (let y = top; y < Math.min(height, top + side); y += 1) {
    for (let x = left; x < Math.min(width, left + side); x += 1) {
      const at = (y * width + x) * 4;
      if (data[at + 3] !== 0 && data[at] === 255 && data[at + 1] === 0) marked += 1;
    }
  }
  return marked;
}
