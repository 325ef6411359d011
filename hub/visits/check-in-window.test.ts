import { usualPolicy, withSettings, type QueueSettings } from '@lobby/config';
import { expect, test } from 'vitest';
import type { QueuePlace } from '../queue/site-plan.ts';
import { checkInWindow } from './check-in-window.ts';

function rulesOf(settings: QueueSettings): QueuePlace['checkIn'] {
  return { ...withSettings(usualPolicy, settings), timeZone: 'Asia/Shanghai' };
}
const policy = rulesOf({});
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
  expect(checkInWindow(rulesOf({ late: { place: { rule: 'as-normal' } } }), slot, late)).toMatchObject({
    state: 'open',
    late: false,
    lane: 'normal',
  });
  expect(checkInWindow(rulesOf({ late: { place: { rule: 'void' } } }), slot, late)).toEqual({
    state: 'too-late',
    opensAt,
  });
});

test('a queue may open at any time of the day, or from a time on the clock of the hospital', () => {
  const anyTime = rulesOf({ checkIn: { opens: { rule: 'any-time' } } });
  expect(checkInWindow(anyTime, slot, at('00:00:01'))).toMatchObject({ state: 'open', lane: 'normal' });
  expect(checkInWindow(anyTime, slot, Date.parse('2026-11-22T15:59:59Z'))).toMatchObject({ state: 'too-early' });
  const fromEight = rulesOf({ checkIn: { opens: { rule: 'not-before', time: '08:00' } } });
  expect(checkInWindow(fromEight, slot, at('00:00:00'))).toMatchObject({ state: 'open' });
  expect(checkInWindow(fromEight, slot, at('00:00:00') - 1)).toEqual({
    state: 'too-early',
    opensAt: '2026-11-23T00:00:00.000Z',
  });
});

test('on the day on which the clocks go forward a queue opens by the clock on the wall', () => {
  const berlin = {
    ...rulesOf({ checkIn: { opens: { rule: 'not-before', time: '08:00' } } }),
    timeZone: 'Europe/Berlin',
  };
  const sunday = { start: '2026-03-29T07:00:00.000Z', end: '2026-03-29T07:20:00.000Z' };
  const opens = Date.parse('2026-03-29T06:00:00.000Z');
  expect(checkInWindow(berlin, sunday, opens - 1).state).toBe('too-early');
  expect(checkInWindow(berlin, sunday, opens).state).toBe('open');
});

test('where nobody checks in, nobody is early or late', () => {
  const none = rulesOf({ checkIn: { required: false } });
  for (const time of ['00:00:01', '01:10:00', '09:00:00']) {
    expect(checkInWindow(none, slot, at(time))).toMatchObject({ state: 'open', late: false, lane: 'normal' });
  }
});
