import type { GuidePlan } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { signsApart, signsOf } from './sign-spots.ts';

const mark = (category: string, x: number): GuidePlan['levels'][number]['marks'][number] => ({
  id: category,
  category,
  name: null,
  at: [x, 0],
});
const words = { zh: '1', en: '1' };
const floor = (marks: readonly ReturnType<typeof mark>[]): GuidePlan['levels'][number] => ({
  level: { id: '1', ordinal: 0, sign: words, name: words },
  storeyHeight: 4,
  outline: [],
  units: [],
  marks: [...marks],
  kiosks: [],
});

test('only what has a sign gets one, a lift before a seat', () => {
  const signs = signsOf(floor([mark('seating', 0), mark('plant', 5), mark('elevator', 9)]));
  expect(signs.map(({ icon }) => icon)).toEqual(['lift', 'seat']);
});

test('no sign lies on another: from farther away fewer are shown', () => {
  const signs = signsOf(floor([mark('seating', 0), mark('elevator', 1), mark('information', 4)]));
  expect(signsApart(signs, 0.5)).toHaveLength(3);
  expect(signsApart(signs, 1).map(({ icon }) => icon)).toEqual(['lift', 'information']);
  expect(signsApart(signs, 3).map(({ icon }) => icon)).toEqual(['lift']);
});
