import { expect, test } from 'vitest';
import { keptLabels } from './kept-labels.ts';

test('what the hospital has kept is read until its time is over, each for itself', () => {
  const view = {
    keptAtHospital: [
      { label: 'A008', until: '2026-11-23T01:10:00.000Z' },
      { label: 'A013', until: '2026-11-23T01:12:00.000Z' },
    ],
  };
  const at = (instant: string): readonly string[] => keptLabels(view, Date.parse(instant));
  expect(at('2026-11-23T01:09:59.999Z')).toEqual(['A008', 'A013']);
  expect(at('2026-11-23T01:10:00.000Z')).toEqual(['A013']);
  expect(at('2026-11-23T01:12:00.000Z')).toEqual([]);
});
