import { expect, test } from 'vitest';
import { pageAt, pageStays } from './pages.ts';

const clinics = Array.from({ length: 31 }, (_, index) => index);

test('a list that fits is one page', () => {
  expect(pageAt([1, 2, 3], 8, 5 * pageStays)).toEqual({ items: [1, 2, 3], number: 1, of: 1, size: 3 });
  expect(pageAt([], 8, 0)).toEqual({ items: [], number: 1, of: 1, size: 0 });
});

test('a long list turns its pages, every entry once a round, and begins again', () => {
  const pages = [0, 1, 2].map((turn) => pageAt(clinics, 14, turn * pageStays));
  expect(pages.map(({ items }) => items.length)).toEqual([11, 11, 9]);
  expect(pages.flatMap(({ items }) => items)).toEqual(clinics);
  expect(pageAt(clinics, 14, 3 * pageStays)).toEqual(pages[0]);
});

test('what else has a page of its own comes after the last page of the list', () => {
  const numbers = [0, 1, 2, 3, 4].map((turn) => pageAt(clinics, 14, turn * pageStays, 1));
  expect(numbers.map(({ items, number, of }) => [items.length, number, of])).toEqual([
    [11, 1, 4],
    [11, 2, 4],
    [9, 3, 4],
    [0, 4, 4],
    [11, 1, 4],
  ]);
});
