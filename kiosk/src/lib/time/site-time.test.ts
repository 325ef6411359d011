import { describe, expect, it } from 'vitest';
import { dayOf, timeOfDay, timeSpan } from './site-time.ts';

const eightFiftyTwo = '2026-11-23T00:52:00.000Z';

describe('the time on a terminal', () => {
  it('is the time of the hospital, wherever the browser thinks it stands', () => {
    expect(timeOfDay(eightFiftyTwo, 'Asia/Shanghai')).toBe('08:52');
    expect(timeOfDay(eightFiftyTwo, 'Asia/Urumqi')).toBe('06:52');
  });

  it('says midnight as 00, never as 24', () => {
    expect(timeOfDay('2026-11-22T16:00:00.000Z', 'Asia/Shanghai')).toBe('00:00');
  });

  it('names the day as people say it', () => {
    expect(dayOf(eightFiftyTwo, 'Asia/Shanghai', 'zh')).toBe('11月23日 星期一');
    expect(dayOf(eightFiftyTwo, 'Asia/Shanghai', 'en')).toBe('Mon 23 Nov');
  });

  it('joins a span with a dash', () => {
    expect(timeSpan('2026-11-23T01:00:00.000Z', '2026-11-23T01:20:00.000Z', 'Asia/Shanghai')).toBe('09:00–09:20');
  });
});
