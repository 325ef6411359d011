import { expect, test } from 'vitest';
import { emsOf, shortened, wrapped } from './text-width.ts';

test('Hanzi are as wide as they are high, letters are narrower', () => {
  expect(emsOf('药房')).toBe(2);
  expect(emsOf('CT')).toBeCloseTo(1.2);
});

test('a text that fits is one line', () => {
  expect(wrapped('CT 检查室', 20)).toEqual(['CT 检查室']);
});

test('a longer one is broken between words and between Hanzi', () => {
  expect(wrapped('心血管内科专家门诊', 5)).toEqual(['心血管内科', '专家门诊']);
  expect(wrapped('Cardiology consulting room', 11)).toEqual(['Cardiology', 'consulting room']);
});

test('a word that is wider than the line is broken all the same', () => {
  expect(wrapped('Otorhinolaryngology', 6)).toEqual(['Otorhinola', 'ryngology']);
});

test('what is longer than its one line is cut, and says so', () => {
  expect(shortened('心内科', 3)).toBe('心内科');
  const cut = shortened('心内科诊室专家门诊', 5);
  expect(cut).toBe('心内科诊…');
  expect(emsOf(shortened('Cardiology consulting room', 8))).toBeLessThanOrEqual(8);
});
