import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentSession, sessionsAround, slotsOf } from './clinic-day.ts';

const halfDays = [
  { code: 'morning', name: { zh: '上午', en: 'morning' }, start: '06:00' },
  { code: 'afternoon', name: { zh: '下午', en: 'afternoon' }, start: '12:00' },
  { code: 'night', name: { zh: '夜间', en: 'night' }, start: '18:00' },
];
const shanghai = { timeZone: 'Asia/Shanghai', clinicSessions: halfDays };
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

describe('a site in Shanghai', () => {
  test.each([
    ['2026-11-23T00:05', '2026-11-22-night'],
    ['2026-11-23T05:59', '2026-11-22-night'],
    ['2026-11-23T06:00', '2026-11-23-morning'],
    ['2026-11-23T11:58', '2026-11-23-morning'],
    ['2026-11-23T12:00', '2026-11-23-afternoon'],
    ['2026-11-23T17:59', '2026-11-23-afternoon'],
    ['2026-11-23T23:50', '2026-11-23-night'],
  ])('at %s the session is %s', (wall, key) => {
    expect(currentSession(shanghai, Date.parse(`${wall}:00+08:00`)).key).toBe(key);
  });
});

test.each([
  ['2026-03-28T23:00:00Z', 11],
  ['2026-10-24T23:00:00Z', 13],
])('the night in which Berlin changes its clocks (%s) is one session of %i hours', (at, hours) => {
  const night = currentSession({ timeZone: 'Europe/Berlin', clinicSessions: halfDays }, Date.parse(at));
  expect(night.end - night.start).toBe(hours * 3_600_000);
});

test('at any instant in any zone sessions follow each other without a gap, and the slots fill them', () => {
  const instant = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') });
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (now, timeZone) => {
      const site = { timeZone, clinicSessions: halfDays };
      const sessions = sessionsAround(site, now);
      sessions.slice(1).forEach((session, index) => expect(session.start).toBe(sessions[index]?.end));
      const current = currentSession(site, now);
      expect(current.start <= now && now < current.end).toBe(true);
      const slots = slotsOf(current);
      expect(slots[0]?.start).toBe(current.start);
      expect(slots.at(-1)?.end).toBe(current.end);
      slots.slice(1).forEach((slot, index) => expect(slot.start).toBe(slots[index]?.end));
    }),
  );
});
