import { expect, test } from 'vitest';
import { loudnessAt, minutesOf } from './loudness.ts';

const sound = {
  volume: 0.6,
  quietHours: [
    { from: '12:00', to: '14:00', volume: 0.2 },
    { from: '21:30', to: '06:00', volume: 0 },
  ],
};

test.each([
  ['11:59', 0.6],
  ['12:00', 0.2],
  ['13:59', 0.2],
  ['14:00', 0.6],
  ['21:30', 0],
  ['00:10', 0],
  ['05:59', 0],
  ['06:00', 0.6],
])('at %s it is heard at %d', (time, loudness) => {
  expect(loudnessAt(sound, minutesOf(time))).toBe(loudness);
});

test('quiet hours never make a screen louder', () => {
  const hours = [{ from: '12:00', to: '13:00', volume: 0.9 }];
  expect(loudnessAt({ volume: 0.3, quietHours: hours }, minutesOf('12:30'))).toBe(0.3);
});
