import { describe, expect, it } from 'vitest';
import { visitTimeOf, type Experience } from './experience.ts';
import { visitOf, type PastVisit } from './turns.ts';

const hourOf = (at: string): number => Number(at.slice(11, 13));

function visits(count: number, minutes: number, of: { workNo?: string; hour?: number } = {}): PastVisit[] {
  const hour = String(of.hour ?? 9).padStart(2, '0');
  return Array.from({ length: count }, (_, index) => ({
    deskId: 'D-1',
    workNo: of.workNo ?? '1001',
    at: `2026-11-23T${hour}:${String(index % 60).padStart(2, '0')}:00.000Z`,
    minutes: minutes + (index % 3) - 1,
  }));
}

function mean(given: Partial<Experience>, workNo: string | undefined = '1001', hour = 9): number | undefined {
  const time = visitTimeOf({ startMinutes: 6, visits: [], hourOf, ...given }, { workNo, hour });
  return time === undefined ? undefined : Math.round(time.mean);
}

describe('how long the next visit takes', () => {
  it('is what the hospital says as long as nobody was seen', () => {
    expect(mean({})).toBe(6);
  });

  it('is not known where the hospital says nothing and few were seen', () => {
    expect(mean({ startMinutes: 0 })).toBeUndefined();
    expect(mean({ startMinutes: 0, visits: visits(5, 12) })).toBeUndefined();
    expect(mean({ startMinutes: 0, visits: visits(6, 12) })).toBe(12);
  });

  it('follows the doctor once there are visits, and goes by the queue for a doctor who is new', () => {
    const both = [...visits(20, 4, { workNo: '1001' }), ...visits(20, 16, { workNo: '1002' })];
    expect(mean({ visits: both }, '1001')).toBeLessThan(6);
    expect(mean({ visits: both }, '1002')).toBeGreaterThan(13);
    expect(mean({ visits: both }, '1003')).toBe(9);
  });

  it('follows the hour: a doctor is slower in the afternoon', () => {
    const day = [...visits(20, 4, { hour: 9 }), ...visits(20, 12, { hour: 15 })];
    expect(mean({ visits: day }, '1001', 15)).toBeGreaterThan((mean({ visits: day }, '1001', 9) ?? 0) + 4);
  });

  it('does not take one visit of an hour for a doctor who takes an hour', () => {
    const [long] = visits(1, 60);
    if (long === undefined) throw new Error('there is one');
    expect(mean({ visits: [...visits(11, 6), long] })).toBe(6);
  });
});

describe('a turn at a desk', () => {
  const call = { deskId: 'D-1', workNo: '1001', firstCalledAt: '2026-11-23T01:00:00.000Z' };
  const at = (time: string): string => `2026-11-23T${time}:00.000Z`;

  it.each([
    ['that ended counts', 'finished', at('01:08'), 8],
    ['of who did not come takes its time as well', 'missed', at('01:02'), 2],
    ['after which somebody went for tests counts', 'at-tests', at('01:05'), 5],
    ['that goes on says nothing', 'called', null, undefined],
    ['that was left open over lunch says nothing', 'finished', at('04:00'), undefined],
    [
      'that ended before it began, by a clock set back, says nothing',
      'finished',
      '2026-11-23T00:59:00.000Z',
      undefined,
    ],
  ] as const)('%s', (_, state, endedAt, minutes) => {
    expect(visitOf({ state, endedAt, call })?.minutes).toBe(minutes);
  });
});
