import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFileTime } from './file-time.ts';

test.each([
  ['2024-05-03T09:00:00Z', '2024-05-03T09:00:00.000Z'],
  ['2024-05-03T09:00:00.123456+08:00', '2024-05-03T01:00:00.123Z'],
  ['2024-05-03T09:00:00-05', '2024-05-03T14:00:00.000Z'],
  ['2024-05-03 09:00:00+0530', '2024-05-03T03:30:00.000Z'],
  ['2024-05-03t09:00z', '2024-05-03T09:00:00.000Z'],
])('%s is an instant', (text, at) => {
  expect(readFileTime(text)).toEqual({ kind: 'instant', at });
});

test('a time without an offset is on the wall of the site, a date without a time is a whole day', () => {
  expect(readFileTime('2024-05-03T09:00:00')).toEqual({ kind: 'local', at: '2024-05-03T09:00:00' });
  expect(readFileTime('2024-05-03')).toEqual({ kind: 'date', date: '2024-05-03' });
});

test.each(['2024', '2024-05', '2024-02-30', '2024-05-03T25:00:00Z', '03.05.2024', 'tomorrow', ''])(
  '%j is not exact to the day',
  (text) => {
    expect(readFileTime(text)).toBe('unreadable');
  },
);

test('no text breaks it', () => {
  fc.assert(fc.property(fc.string(), (text) => void readFileTime(text)));
});
