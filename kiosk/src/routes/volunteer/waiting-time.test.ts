import { expect, test } from 'vitest';
import { waitingTime } from './waiting-time.ts';

test.each([
  [0, '0:00'],
  [7_900, '0:07'],
  [760_000, '12:40'],
  [3_900_000, '1:05:00'],
  [-2_000, '0:00'],
])('%d ms of waiting read %s', (milliseconds, text) => {
  expect(waitingTime(milliseconds)).toBe(text);
});
