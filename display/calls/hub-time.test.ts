import { expect, test } from 'vitest';
import { age, hearTime, hubNow, timeOfDay } from './hub-time.ts';

const at = '2026-11-23T00:57:12.000Z';

test('the clock on the wall is the hub’s, whatever the screen believes', () => {
  const time = hearTime(undefined, at, 5_000);
  expect(time && timeOfDay(hubNow(time, 65_000), 'Asia/Shanghai', 'seconds')).toBe('08:58:12');
  expect(time && age(time, 65_000)).toBe(60_000);
});

test('an older picture that is given again does not look new', () => {
  const time = hearTime(undefined, at, 5_000);
  expect(hearTime(time, '2026-11-23T00:50:00.000Z', 90_000)).toBe(time);
});

test('a time that is none is ignored', () => {
  expect(hearTime(undefined, 'soon', 0)).toBeUndefined();
});

test('midnight is 00:00', () => {
  expect(timeOfDay(Date.parse('2026-11-22T16:00:00.000Z'), 'Asia/Shanghai', 'minutes')).toBe('00:00');
});
