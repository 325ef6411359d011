import { expect, test } from 'vitest';
import { inPlayAt } from './in-play.ts';

const calendar = {
  timeZone: 'Asia/Shanghai',
  clinicSessions: [
    { code: 'morning', name: { zh: '上午', en: 'morning' }, start: '08:00' },
    { code: 'night', name: { zh: '夜间', en: 'night' }, start: '18:00' },
  ],
};
const at = (local: string): number => Date.parse(`${local}+08:00`);

test('in the first hours of a day the night before is still in play, after them the day alone', () => {
  expect(inPlayAt(calendar, at('2026-11-24T08:30:00'))).toEqual({
    businessDate: '2026-11-24',
    dayBefore: '2026-11-23',
    since: '2026-11-23T18:00:00.000Z',
  });
  expect(inPlayAt(calendar, at('2026-11-24T11:00:00')).since).toBe('2026-11-24T00:00:00.000Z');
  expect(inPlayAt(calendar, at('2026-11-25T02:00:00'))).toMatchObject({ businessDate: '2026-11-24' });
});

test('nobody who has left play comes back into it as time goes on', () => {
  let before = '';
  for (let now = at('2026-11-23T00:00:00'); now < at('2026-11-26T00:00:00'); now += 600_000) {
    const { since } = inPlayAt(calendar, now);
    expect(since >= before).toBe(true);
    before = since;
  }
});
