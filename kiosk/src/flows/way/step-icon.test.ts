import { describe, expect, it } from 'vitest';
import { sampleLongWay } from './sample-way.ts';
import { fewSteps, stepIcon } from './step-icon.ts';

describe('a way at a glance', () => {
  it('keeps the first step, the lift and the arrival, however little room there is', () => {
    const kept = fewSteps(sampleLongWay.steps, 3).map(({ step }) => stepIcon(step));
    expect(kept).toEqual(['right', 'lift', 'flag']);
  });

  it('fills what room is left in the order of the walk', () => {
    expect(fewSteps(sampleLongWay.steps, 4).map(({ index }) => index)).toEqual([0, 1, 3, 6]);
  });

  it('is whole where it is short', () => {
    expect(fewSteps(sampleLongWay.steps, 9)).toHaveLength(sampleLongWay.steps.length);
  });
});
