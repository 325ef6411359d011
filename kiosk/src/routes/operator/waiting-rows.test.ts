import { expect, test } from 'vitest';
import type { PlayedGroup, PlayedUnder } from '@lobby/hub/contract';
import { scaleFor, waitingRows } from './waiting-rows.ts';

function group(longest: number, waits = 3): PlayedGroup {
  const waitingMinutes = { mean: 2, p50: 1, p90: longest / 2, longest };
  return { patients: waits, waits, waitingMinutes, overtakes: { mean: 0, most: 0, bound: 20 } };
}

function under(lanes: Record<string, PlayedGroup>, classes: Record<string, PlayedGroup>): PlayedUnder {
  return {
    total: { ...group(44), unfinished: 0, misses: 0, turnedAway: 0, calledInsideEstimate: null },
    lanes,
    classes,
    endsAt: '12:10',
  };
}

test('everybody stands first, then the lanes in their order, then the classes with those without one last', () => {
  const one = under({ late: group(4), normal: group(9) }, { none: group(9), 'elder-80': group(3) });
  const other = under({ normal: group(9), return: group(2) }, { none: group(9) });
  const rows = waitingRows([one, other]);
  expect(rows.map(({ of, name }) => `${of} ${name}`)).toEqual([
    'everybody ',
    'lane normal',
    'lane return',
    'lane late',
    'class elder-80',
    'class none',
  ]);
  expect(rows[2]?.groups.map((each) => each?.waits ?? null)).toEqual([null, 3]);
});

test('where nobody has a class the picture does not say so', () => {
  const only = under({ normal: group(9) }, { none: group(9) });
  expect(waitingRows([only, only]).map(({ of }) => of)).toEqual(['everybody', 'lane']);
});

test.each([
  [0, 1, [0, 1]],
  [5.2, 6, [0, 1, 2, 3, 4, 5, 6]],
  [44, 50, [0, 10, 20, 30, 40, 50]],
  [91, 100, [0, 20, 40, 60, 80, 100]],
  [300, 300, [0, 60, 120, 180, 240, 300]],
])('a longest wait of %d minutes has its place on a scale up to %d', (longest, end, ticks) => {
  const row = { of: 'everybody', name: '', groups: [group(longest)] } as const;
  expect(scaleFor([row])).toEqual({ end, ticks });
});
