import type { Point } from '../venue.ts';
import type { Turn } from './step.ts';

/** Direction from one point to another, degrees clockwise from the plane's north (y axis). */
export function bearing(from: Point, to: Point): number {
  return (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI;
}

/** From one heading to another, above -180 and up to 180 degrees; positive: to the right. */
export function turnAngle(from: number, to: number): number {
  const angle = (((to - from) % 360) + 360) % 360;
  return angle > 180 ? angle - 360 : angle;
}

/** Below it, people walk on and would say that there is no bend. Degrees. */
export const smallBend = 30;
const slightBend = 60;
const aboutTurn = 150;

/** What a walker is told of an angle in degrees; positive: to the right. */
export function turnOf(angle: number): Turn {
  const size = Math.abs(angle);
  if (size < smallBend) return 'straight';
  if (size > aboutTurn) return 'back';
  if (size < slightBend) return angle < 0 ? 'slight-left' : 'slight-right';
  return angle < 0 ? 'left' : 'right';
}

/** On which side of a walker a thing lies; nearly in front counts as ahead. */
export function sideOf(angle: number): 'left' | 'right' | 'ahead' {
  if (Math.abs(angle) < smallBend) return 'ahead';
  return angle < 0 ? 'left' : 'right';
}
