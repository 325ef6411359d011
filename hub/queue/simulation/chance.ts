import { seededRandom } from '../../hospital/sandbox/seeded-random.ts';
import type { DurationPlan } from './day-plan.ts';

/** Draws of one patient: the same seed draws the same, in the same order. */
export interface Chance {
  /** In [0, 1). */
  fraction(): number;
  /** Of a normal distribution with mean 0 and deviation 1. */
  normal(): number;
  /** Of an exponential distribution with mean 1. */
  exponential(): number;
}

const steps = 2 ** 31;

export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed);
  // Never 0, whose logarithm is infinite.
  const positive = (): number => (random.below(steps) + 1) / steps;
  return {
    fraction: () => random.below(steps) / steps,
    normal: () => Math.sqrt(-2 * Math.log(positive())) * Math.cos(2 * Math.PI * positive()),
    exponential: () => -Math.log(positive()),
  };
}

/** How long it takes for whoever lies so many deviations from the median. Whole milliseconds. */
export function lengthOf({ median, sigma }: DurationPlan, deviations: number): number {
  return Math.round(median * Math.exp(sigma * deviations));
}
