import { expect, test } from 'vitest';
import { isUnder } from './wards.ts';

const today = { site: { timeZone: 'Asia/Shanghai' }, clock: { now: () => Date.parse('2026-11-23T01:00:00Z') } };

test.each([
  ['2008-11-24', true],
  ['2008-11-23', false],
  ['2026-11-23', true],
  ['2020', false],
  ['2020-02-30', false],
  ['2020-13-01', false],
  [undefined, false],
])('somebody born on %s is under 18: %s', (birthDate, under) => {
  expect(isUnder(18, birthDate, today)).toBe(under);
});
