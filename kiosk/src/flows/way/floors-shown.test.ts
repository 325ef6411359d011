import { expect, it } from 'vitest';
import { floorsShown } from './floors-shown.ts';

const on = (...levels: string[]) => levels.map((level) => ({ level, x: 0, y: 0, via: null }));

it('a way on one floor is drawn once, one over two floors twice', () => {
  expect(floorsShown(on('1', '1', '1'), 2)).toEqual([0]);
  expect(floorsShown(on('1', '1', '3', '3'), 2)).toEqual([0, 1]);
});

it('of a way over many floors the first and the last are drawn', () => {
  expect(floorsShown(on('1', '2', '4', '4'), 2)).toEqual([0, 2]);
});
