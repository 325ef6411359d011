import type { Spot } from '../walk/camera.ts';
import { pointAlong, type Leg } from '../walk/walk.ts';

/** Spots along the line of a leg, so many metres apart, for names to keep off it. */
export function lineSpots(leg: Leg, gap: number, apart: number): readonly Spot[] {
  const count = Math.floor(leg.metres / apart) + 1;
  return Array.from({ length: count }, (_, index) => {
    const [x, y] = pointAlong(leg, index * apart);
    return { x, y, z: leg.ordinal * gap };
  });
}
