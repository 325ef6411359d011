import { expect, it } from 'vitest';
import type { Point } from '../venue.ts';
import { bendsOf } from './bends.ts';
import { turnAngle, turnOf } from './headings.ts';

/** The turns of a walk, each with its place in the path. */
function turnsOn(...points: readonly Point[]): readonly (readonly [at: number, turn: string])[] {
  const { bends } = bendsOf({ points, first: 0, before: null });
  return bends.map(({ at, from, to }) => [at, turnOf(turnAngle(from, to))]);
}

it('a corner to the east out of the north is a turn to the right', () => {
  expect(turnsOn([0, 0], [0, 20], [20, 20])).toEqual([[1, 'right']]);
});

it('a corridor that bends a little is straight on', () => {
  expect(turnsOn([0, 0], [0, 20], [8, 40])).toEqual([]);
});

it('the end of a wall that is rounded in three small bends is one turn', () => {
  expect(turnsOn([0, 0], [0, 20], [0.5, 21], [1.5, 21.5], [20, 21.5])).toEqual([[2, 'right']]);
});

it('two bends to the same side across the corner of a hall are one turn', () => {
  expect(turnsOn([0, 0], [0, 20], [5, 25], [25, 25])).toEqual([[1, 'right']]);
});

it('round a pillar and on is no turn', () => {
  expect(turnsOn([0, 0], [0, 10], [3, 14], [3, 40])).toEqual([]);
});

it('across a corridor and round its other corner are two turns', () => {
  expect(turnsOn([0, 0], [0, 20], [20, 20], [20, 40])).toEqual([
    [1, 'right'],
    [2, 'left'],
  ]);
});

it('two corners that lead back are told one by one', () => {
  expect(turnsOn([0, 0], [0, 20], [5, 20], [5, 0])).toEqual([
    [1, 'right'],
    [2, 'right'],
  ]);
});

it('a walk that begins with its back to where it goes begins with a turn', () => {
  const points: readonly Point[] = [
    [0, 0],
    [0, 20],
  ];
  const { bends } = bendsOf({ points, first: 0, before: 180 });
  expect(bends.map(({ at, from, to }) => [at, turnOf(turnAngle(from, to))])).toEqual([[0, 'back']]);
});
