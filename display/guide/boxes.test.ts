import { expect, test } from 'vitest';
import { boxAround, gapBetween, isWhole, overlap } from './boxes.ts';

const size = { width: 30, height: 10 };
const first = boxAround({ left: 20, top: 10 }, size);

test('two boxes that keep the gap lie beside each other, nearer ones over each other', () => {
  const off = size.width + gapBetween;
  expect(overlap(first, boxAround({ left: 20 + off, top: 10 }, size))).toBe(false);
  expect(overlap(first, boxAround({ left: 20 + off - 0.1, top: 10 }, size))).toBe(true);
  expect(overlap(first, boxAround({ left: 20, top: 10 + size.height + gapBetween }, size))).toBe(false);
  expect(overlap(first, boxAround({ left: 20, top: 10 + size.height }, size))).toBe(true);
});

test('what reckoning loses of the gap is no overlap', () => {
  const third = boxAround({ left: 20 + size.width + gapBetween - 1e-9, top: 10 }, size);
  expect(overlap(first, third)).toBe(false);
});

test('a box that an edge cuts is not whole', () => {
  expect(isWhole(first, { width: 35, height: 15 })).toBe(true);
  expect(isWhole(first, { width: 34, height: 15 })).toBe(false);
  expect(isWhole(boxAround({ left: 14, top: 10 }, size), { width: 99, height: 99 })).toBe(false);
});
