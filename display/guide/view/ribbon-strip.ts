import type { Leg } from '../walk/walk.ts';

/** A line on the floor as a strip: each point twice, pushed apart along `sides` by the shader. */
export interface RibbonStrip {
  readonly positions: Float32Array;
  readonly sides: Float32Array;
  /** Towards the stretch's nearer end: the shader lets it reach a little beyond, so that no dot at a bend is cut. */
  readonly outwards: Float32Array;
  /** Metres from the leg's beginning; of this corner, and of the beginning and the end of its stretch. */
  readonly along: Float32Array;
  readonly stretch: Float32Array;
  /** -1 and 1. */
  readonly across: Float32Array;
  readonly indices: Uint16Array;
}

/** A little above the floor. Metres. */
const height = 0.1;

/** The strip of a leg; each stretch has its own four corners, so that a sharp bend does not pinch it. */
export function ribbonOf({ points, distances }: Leg): RibbonStrip {
  const positions: number[] = [];
  const sides: number[] = [];
  const outwards: number[] = [];
  const along: number[] = [];
  const stretch: number[] = [];
  const across: number[] = [];
  const indices: number[] = [];
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[index + 1] ?? [x, y];
    const length = Math.hypot(nextX - x, nextY - y);
    if (length === 0) continue;
    const side = [-(nextY - y) / length, (nextX - x) / length] as const;
    const first = along.length;
    for (const end of [0, 1] as const) {
      for (const hand of [-1, 1]) {
        positions.push(end === 0 ? x : nextX, end === 0 ? y : nextY, height);
        sides.push(side[0] * hand, side[1] * hand);
        outwards.push(side[1] * (2 * end - 1), -side[0] * (2 * end - 1));
        stretch.push(distances[index] ?? 0, (distances[index] ?? 0) + length);
        along.push((distances[index] ?? 0) + end * length);
        across.push(hand);
      }
    }
    indices.push(first, first + 2, first + 1, first + 1, first + 2, first + 3);
  }
  return {
    positions: Float32Array.from(positions),
    sides: Float32Array.from(sides),
    outwards: Float32Array.from(outwards),
    along: Float32Array.from(along),
    stretch: Float32Array.from(stretch),
    across: Float32Array.from(across),
    indices: Uint16Array.from(indices),
  };
}
