import type { OnPaper } from './heads-up.ts';

/** A line as SVG has it. */
export function lineOf(points: readonly OnPaper[]): string {
  return points.map(([left, top], index) => `${index === 0 ? 'M' : 'L'}${left.toFixed(1)} ${top.toFixed(1)}`).join('');
}

/** An arrow head on the ribbon: where it is and which way it points, degrees clockwise from up. */
export interface Arrow {
  readonly at: OnPaper;
  readonly turn: number;
}

/** Arrow heads along a line, about `apart` pixels from each other, on straight pieces that have room for them. */
export function arrowsAlong(points: readonly OnPaper[], apart: number): readonly Arrow[] {
  return points.slice(1).flatMap(([x1, y1], index) => {
    const [x0, y0] = points[index] ?? [x1, y1];
    const length = Math.hypot(x1 - x0, y1 - y0);
    const count = Math.floor(length / apart + 0.25);
    const turn = (Math.atan2(x1 - x0, y0 - y1) * 180) / Math.PI;
    return Array.from({ length: count }, (_, number): Arrow => {
      const share = (number + 0.5) / count;
      return { at: [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share], turn };
    });
  });
}

/** Points on a line, no further than `apart` pixels from each other: what must not be written over. */
export function alongLine(points: readonly OnPaper[], apart: number): readonly OnPaper[] {
  return points.flatMap(([x1, y1], index) => {
    const [x0, y0] = points[index - 1] ?? [x1, y1];
    const count = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / apart));
    return Array.from({ length: count }, (_, number): OnPaper => {
      const share = (number + 1) / count;
      return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
    });
  });
}
