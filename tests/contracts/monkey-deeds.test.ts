import { expect, test } from 'vitest';
import { momentsOf, type Moment } from '../monkey/deeds.ts';
import { grows } from '../monkey/watcher.ts';

function moments(seed: number, count: number): Moment[] {
  return momentsOf(seed).take(count).toArray();
}

test('the same seed gives the same day, another seed another one', () => {
  expect(moments(7, 500)).toEqual(moments(7, 500));
  expect(moments(8, 500)).not.toEqual(moments(7, 500));
});

test('a long day has all of it: touches, keys, scans, cards, cables, paper, a hub that stops, and two at once', () => {
  const day = moments(1, 20_000);
  const kinds = new Set(day.flat().map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(
    [
      'button',
      'cable',
      'card',
      'show',
      'hospital',
      'hub',
      'key',
      'lift',
      'pass',
      'printer',
      'reader',
      'scan',
      'touch',
      'wedge',
    ].sort(),
  );
  expect(day.some((moment) => moment.length === 2)).toBe(true);
});

test('memory that creeps upwards is noticed, and memory that only moves is not', () => {
  const creeping = Array.from({ length: 100 }, (_, rest) => 10 + rest / 10);
  const moving = Array.from({ length: 100 }, (_, rest) => 10 + (rest % 7) / 5);
  expect(grows(creeping, 1)).toBe(true);
  expect(grows(moving, 1)).toBe(false);
});
