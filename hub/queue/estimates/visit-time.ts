/** How long visits take, in minutes. */
export interface VisitTime {
  readonly mean: number;
  /** Standard deviation. */
  readonly spread: number;
}

/** How many visits it takes until what was known before counts for half. */
const halfAt = 6;
/** Half the width between the quartiles of a bell curve, in standard deviations, twice. */
const quartilesApart = 1.349;
/** Visits of a queue of which nothing is known yet differ by that share of their usual time. */
const unknownSpread = 0.5;

/** What a hospital says of a queue before there is any experience with it. */
export function startingTime(minutes: number): VisitTime {
  return { mean: minutes, spread: minutes * unknownSpread };
}

/**
 * Experience on top of what was assumed: with few visits mostly the assumption, with many the visits alone. Median and
 * quartiles, so that a doctor called away for an hour in the middle of one visit makes nobody's wait an hour longer.
 */
export function blended(assumed: VisitTime | undefined, minutes: readonly number[]): VisitTime | undefined {
  const own = measured(minutes);
  if (own === undefined) return assumed;
  if (assumed === undefined) return minutes.length < halfAt ? undefined : own;
  const weight = minutes.length / (minutes.length + halfAt);
  const mix = (one: number, other: number): number => one * weight + other * (1 - weight);
  return { mean: mix(own.mean, assumed.mean), spread: mix(own.spread, assumed.spread) };
}

/** Mean and spread from median and quartiles (Wan et al. 2014); one visit alone says nothing of the spread. */
function measured(minutes: readonly number[]): VisitTime | undefined {
  if (minutes.length === 0) return undefined;
  const sorted = minutes.toSorted((one, other) => one - other);
  const [low, median, high] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const mean = (low + median + high) / 3;
  const spread = minutes.length < 3 ? mean * unknownSpread : (high - low) / quartilesApart;
  return { mean, spread };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}
