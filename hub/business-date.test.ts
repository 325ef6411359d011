import { expect, test } from 'vitest';
import { businessDateAfter, businessDayOf, clinicTimeOf, endOfCalendarDay, wallTime } from './business-date.ts';

const shaocheng = {
  timeZone: 'Asia/Shanghai',
  clinicSessions: [
    { code: 'morning', name: { zh: '上午', en: 'morning' }, start: '06:00' },
    { code: 'afternoon', name: { zh: '下午', en: 'afternoon' }, start: '12:00' },
    { code: 'night', name: { zh: '夜间', en: 'night' }, start: '18:00' },
  ],
};

const at = (local: string): number => Date.parse(`${local}+08:00`);

test.each([
  ['2026-11-23T06:00:00', '2026-11-23', 'morning'],
  ['2026-11-23T11:59:59.999', '2026-11-23', 'morning'],
  ['2026-11-23T12:00:00', '2026-11-23', 'afternoon'],
  ['2026-11-23T23:59:59', '2026-11-23', 'night'],
  ['2026-11-24T00:00:00', '2026-11-23', 'night'],
  ['2026-11-24T05:59:59.999', '2026-11-23', 'night'],
  ['2026-11-24T06:00:00', '2026-11-24', 'morning'],
  ['2027-01-01T03:00:00', '2026-12-31', 'night'],
])('%s belongs to %s, %s', (local, businessDate, session) => {
  expect(clinicTimeOf(shaocheng, at(local))).toEqual({ businessDate, session });
});

test('a business day runs from its first clinic session to that of the next day', () => {
  expect(businessDayOf(shaocheng, '2026-11-23')).toEqual({
    from: '2026-11-22T22:00:00.000Z',
    to: '2026-11-23T22:00:00.000Z',
  });
});

test('a business day with a change of the clocks in it has 23 or 25 hours', () => {
  const berlin = { ...shaocheng, timeZone: 'Europe/Berlin' };
  const hours = (date: string): number => {
    const { from, to } = businessDayOf(berlin, date);
    return (Date.parse(to) - Date.parse(from)) / 3_600_000;
  };
  expect([hours('2026-03-28'), hours('2026-10-24'), hours('2026-06-01')]).toEqual([23, 25, 24]);
});

test('days are counted over the end of a year and into a leap day', () => {
  expect([
    businessDateAfter('2026-12-31'),
    businessDateAfter('2028-02-28'),
    businessDateAfter('2026-11-23', -1),
  ]).toEqual(['2027-01-01', '2028-02-29', '2026-11-22']);
});

test('the time on the wall is that of the site, not of the server', () => {
  expect(wallTime('Asia/Shanghai', '2026-11-23T01:20:00.000Z')).toBe('09:20');
  expect(wallTime('America/Lima', '2026-11-23T01:20:00.000Z')).toBe('20:20');
});

test('a calendar day ends at midnight of the site, also in the hours that still belong to the night session', () => {
  expect(endOfCalendarDay(shaocheng, at('2026-11-24T05:00:00'))).toBe('2026-11-24T16:00:00.000Z');
});
