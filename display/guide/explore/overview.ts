import type { GuidePlan } from '@lobby/hub/contract';
import type { GuideScene } from '../view/guide-view.ts';
import { axesOf, type Spot } from '../walk/camera.ts';
import { frameSpots, type Picture } from '../walk/frame-spots.ts';

/** Flat enough that each floor shows beneath the one above it. Degrees. */
const elevation = 23;
/** How far floors are pulled apart, by the depth of the building as the reader looks at it: each stands by itself. */
const gapByDepth = 0.44;
/** How far beside the building its floors' numbers stand, by its width. */
const besideByWidth = 0.12;
/** The share of each side that is kept free. */
const margin = 0.06;
/** More units than this on all floors together, and floors are plates. */
const mostUnits = 2_000;

/** The whole building, its floors pulled apart; up is the reader's heading. */
export function overviewScene(plan: GuidePlan, azimuth: number, picture: Picture): GuideScene {
  const gap = gapOf(plan, azimuth);
  const corners = plan.levels.flatMap(({ level, outline }) => cornersOf(outline, level.ordinal * gap));
  const spots = [...corners, ...floorSpots(plan, azimuth).values()];
  const detail = plan.levels.reduce((sum, { units }) => sum + units.length, 0) > mostUnits ? 'plate' : 'full';
  return {
    camera: frameSpots(
      spots,
      { aspect: picture.aspect, margin },
      { azimuth, elevation, leastSpan: 20, mostSpan: Infinity },
    ),
    gap,
    floors: new Map(plan.levels.map(({ level }) => [level.id, { detail, faint: 0, strength: 1 } as const])),
    heads: [],
    pulse: null,
  };
}

/** How far left of the building its floors' numbers stand, in metres. */
export function besideBuilding(plan: GuidePlan, azimuth: number): number {
  const across = acrossOf(plan, azimuth);
  if (across.length === 0) return 0;
  return (across.reduce((a, b) => Math.max(a, b)) - across.reduce((a, b) => Math.min(a, b))) * besideByWidth;
}

/** Where each floor's number stands, by level id: one above the other, left of the building. */
export function floorSpots(plan: GuidePlan, azimuth: number): ReadonlyMap<string, Spot> {
  const corners = plan.levels.flatMap(({ outline }) => cornersOf(outline, 0));
  if (corners.length === 0) return new Map();
  const { right, ahead } = axesOf(azimuth);
  const across = acrossOf(plan, azimuth);
  const left = across.reduce((a, b) => Math.min(a, b));
  const away = besideBuilding(plan, azimuth);
  const width = away / besideByWidth;
  const outermost = corners.filter((_, index) => (across[index] ?? 0) < left + width * 0.02);
  const along = outermost.reduce((sum, { x, y }) => sum + ahead[0] * x + ahead[1] * y, 0) / outermost.length;
  const beside = left - away;
  const [x, y] = [right[0] * beside + ahead[0] * along, right[1] * beside + ahead[1] * along];
  const gap = gapOf(plan, azimuth);
  return new Map(plan.levels.map(({ level }) => [level.id, { x, y, z: level.ordinal * gap }]));
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

/** Of each corner of the building: how far right it is on the picture, in metres. */
function acrossOf(plan: GuidePlan, azimuth: number): readonly number[] {
  const { right } = axesOf(azimuth);
  return plan.levels.flatMap(({ outline }) => cornersOf(outline, 0)).map(({ x, y }) => right[0] * x + right[1] * y);
}

type Outline = GuidePlan['levels'][number]['outline'];

export function cornersOf(outline: Outline, z: number): readonly Spot[] {
  return outline.flatMap(([outer = []]) => outer.map(([x, y]) => ({ x, y, z })));
}
