import { axesOf, type GuideCamera, type Spot } from './camera.ts';

/** What of the picture is free: its shape, and the share of each side that something else covers. */
export interface Picture {
  /** Width by height. */
  readonly aspect: number;
  /** 0 to 1 of the whole height or width that is kept free of what matters. */
  readonly margin: number;
  /** The same above, where more is to be kept free there: for the name of what stands uppermost. */
  readonly above?: number;
  /** And below. */
  readonly below?: number;
}

export interface FramingRule {
  readonly azimuth: number;
  readonly elevation: number;
  /** The picture shows at least, and if possible at most, as many metres in its height. */
  readonly leastSpan: number;
  readonly mostSpan: number;
}

/** A camera from which all spots are seen, in the middle, as large as the rule allows. */
export function frameSpots(spots: readonly Spot[], picture: Picture, rule: FramingRule): GuideCamera {
  const { right, ahead } = axesOf(rule.azimuth);
  const elevation = (rule.elevation * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(elevation), Math.cos(elevation)];
  const across = extent(spots.map(({ x, y }) => right[0] * x + right[1] * y));
  const upwards = extent(spots.map(({ x, y, z }) => (ahead[0] * x + ahead[1] * y) * sine + z * cosine));
  const { aspect, margin, above = margin, below = margin } = picture;
  const wanted = Math.max(upwards.length / (1 - above - below), across.length / (1 - 2 * margin) / aspect);
  const span = Math.min(Math.max(wanted, rule.leastSpan), Math.max(rule.mostSpan, rule.leastSpan));
  const z = extent(spots.map((spot) => spot.z)).middle;
  const lowered = upwards.middle + ((above - below) / 2) * span;
  const along = (lowered - z * cosine) / sine;
  return {
    x: right[0] * across.middle + ahead[0] * along,
    y: right[1] * across.middle + ahead[1] * along,
    z,
    azimuth: rule.azimuth,
    elevation: rule.elevation,
    span,
  };
}

function extent(values: readonly number[]): { readonly middle: number; readonly length: number } {
  if (values.length === 0) return { middle: 0, length: 0 };
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return { middle: (least + most) / 2, length: most - least };
}
