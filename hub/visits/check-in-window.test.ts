import { expect, test } from 'vitest';
import { checkInWindow } from './check-in-window.ts';

const policy = { opensMinutesBefore: 30, graceMinutes: 10, closesMinutesAfter: 150, late: 'late-lane' } as const;
const slot = { start: '2026-11-23T01:00:00.000Z', end: '2026-11-23T01:20:00.000Z' };
const opensAt = '2026-11-23T00:30:00.000Z';
const at = (time: string): number => Date.parse(`2026-11-23T${time}Z`);

test.each([
  ['00:29:59.999', { state: 'too-early', opensAt }],
  ['00:30:00.000', { state: 'open', opensAt, late: false, lane: 'normal' }],
  ['01:30:00.000', { state: 'open', opensAt, late: false, lane: 'normal' }],
  ['01:30:00.001', { state: 'open', opensAt, late: true, lane: 'late' }],
  ['03:50:00.000', { state: 'open', opensAt, late: true, lane: 'late' }],
  ['03:50:00.001', { state: 'too-late', opensAt }],
])('at %s: %o', (time, expected) => {
  expect(checkInWindow(policy, slot, at(time))).toEqual(expected);
});

test('a site may let the late wait as all others, or send them to staff', () => {
  const late = at('01:40:00.000');
  expect(checkInWindow({ ...policy, late: 'as-normal' }, slot, late)).toMatchObject({
    state: 'open',
    late: false,
    lane: 'normal',
  });
  expect(checkInWindow({ ...policy, late: 'refuse' }, slot, late)).toEqual({ state: 'too-late', opensAt });
});
