import type { ExpectedWait } from '../../contract/index.ts';
import type { CallForecast } from './forecast.ts';

/** Minutes to which a range is rounded, outwards. */
const step = 5;
/** How many standard deviations a range goes down and up: about four calls of five lie inside. */
const down = 1.2;
const up = 1.4;
/** Emergencies, pauses and priority only ever make a wait longer: that share of it. */
const delays = 0.1;

/** The range that a patient is told, in minutes. */
export function rangeOf({ after, spread }: CallForecast): ExpectedWait {
  const fromMinutes = Math.floor(Math.max(after - down * spread, 0) / step) * step;
  const longest = after * (1 + delays) + up * spread;
  return { fromMinutes, toMinutes: Math.max(Math.ceil(longest / step) * step, fromMinutes + step) };
}
