import { axesOf, between, type GuideCamera, type Spot } from './camera.ts';
import { frameSpots, type FramingRule, type Picture } from './frame-spots.ts';
import { momentOf } from './timeline.ts';
import { pointAlong, type Leg, type Walk } from './walk.ts';

/** Between two floors of the drawing, in metres: more than in the building, so that the floors below show. */
export const floorGap = 9;
/** How steeply one looks down: enough to see the walls, not so little that rooms hide the way. Degrees. */
export const elevation = 50;
/** How high rooms are drawn. Metres. */
export const roomHeight = 2;
/** The least and the most that the height of the picture shows, in metres. */
const closest = 24;
const farthest = 62;

/** The camera of a walk after so many seconds: a floor's whole line where it fits, else following whoever walks it. */
export function cameraOf(walk: Walk, seconds: number, picture: Picture): GuideCamera {
  const moment = momentOf(walk, seconds);
  const leg = walk.legs[moment.leg];
  if (leg === undefined) return frameSpots([], picture, ruleOf(walk));
  const here = cameraOfLeg(walk, leg, moment.along, picture);
  const next = walk.legs[moment.leg + 1];
  if (moment.rise === 0 || next === undefined) return here;
  return between(here, cameraOfLeg(walk, next, 0, picture), moment.rise);
}

/** A floor's height in the drawing. */
export const heightOf = (ordinal: number): number => ordinal * floorGap;

function ruleOf(walk: Walk): FramingRule {
  return { azimuth: walk.azimuth, elevation, leastSpan: closest, mostSpan: farthest };
}

/** The corners of the destination, on its floor; the tops of its walls are seen where the floor behind them would be. */
function cornersOfGoal({ goal, azimuth }: Walk, z: number): readonly Spot[] {
  const behind = goal?.look === 'way' ? 0 : roomHeight / Math.tan((elevation * Math.PI) / 180);
  const { ahead } = axesOf(azimuth);
  return (goal?.polygons ?? []).flatMap(([outer = []]) =>
    outer.map(([x, y]) => ({ x: x + ahead[0] * behind, y: y + ahead[1] * behind, z })),
  );
}

function cameraOfLeg(walk: Walk, leg: Leg, along: number, picture: Picture): GuideCamera {
  const z = heightOf(leg.ordinal);
  const line = leg.points.map(([x, y]): Spot => ({ x, y, z }));
  const isLast = leg === walk.legs.at(-1);
  const goal = isLast ? cornersOfGoal(walk, z) : [];
  const rule = { ...ruleOf(walk), mostSpan: Infinity };
  const { margin, above } = picture;
  const free = isLast && walk.isGoalNearer ? { ...picture, above: margin, below: above ?? margin } : picture;
  const withGoal = frameSpots([...line, ...goal], free, rule);
  if (withGoal.span <= farthest) return withGoal;
  const whole = frameSpots(line, free, rule);
  if (whole.span <= farthest) return whole;
  const [x, y] = pointAlong(leg, along);
  return { ...whole, x, y, z, span: farthest };
}
