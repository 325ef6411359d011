import type { GuidePlan } from '@lobby/hub/contract';
import type { GuideScene } from '../view/guide-view.ts';
import type { Spot } from '../walk/camera.ts';
import { frameSpots, type Picture } from '../walk/frame-spots.ts';

/** Flat enough that each floor shows beneath the one above it. Degrees. */
const elevation = 30;
/** How far floors are pulled apart, by the depth of the building as the reader looks at it. */
const gapByDepth = 0.32;
/** More units than this on all floors together, and floors are plates. */
const mostUnits = 2_000;

/** The whole building, its floors pulled apart; up is the reader's heading. */
export function overviewScene(plan: GuidePlan, azimuth: number, picture: Picture): GuideScene {
  const gap = gapOf(plan, azimuth);
  const spots = plan.levels.flatMap(({ level, outline }) => cornersOf(outline, level.ordinal * gap));
  const detail = plan.levels.reduce((sum, { units }) => sum + units.length, 0) > mostUnits ? 'plate' : 'full';
  return {
    camera: frameSpots(spots, picture, { azimuth, elevation, leastSpan: 20, mostSpan: Infinity }),
    gap,
    floors: new Map(plan.levels.map(({ level }) => [level.id, { detail, faint: 0, strength: 1 } as const])),
    heads: [],
    pulse: null,
  };
}

/** Metres between two floors of the overview. */
export function gapOf(plan: GuidePlan, azimuth: number): number {
  const angle = (azimuth * Math.PI) / 180;
  const depths = plan.levels
    .flatMap(({ outline }) => cornersOf(outline, 0))
    .map(({ x, y }) => Math.sin(angle) * x + Math.cos(angle) * y);
  if (depths.length === 0) return 10;
  const depth = depths.reduce((a, b) => Math.max(a, b)) - depths.reduce((a, b) => Math.min(a, b));
  return Math.max(8, depth * gapByDepth);
}

type Outline = GuidePlan['levels'][number]['outline'];

export function cornersOf(outline: Outline, z: number): readonly Spot[] {
  return outline.flatMap(([outer = []]) => outer.map(([x, y]) => ({ x, y, z })));
}
