import { describe, expect, it } from 'vitest';
import { placeText, waitText } from './wait-text.ts';
import { waitWording } from './wording.ts';

const { zh, en } = waitWording;
const range = (fromMinutes: number, toMinutes: number) =>
  ({ expected: { fromMinutes, toMinutes }, clinic: 'open' }) as const;

describe('what a patient is told of a wait', () => {
  it.each([
    ['in minutes', range(20, 35), '约 20–35 分钟', 'about 20–35 min'],
    ['to be short', range(0, 10), '10 分钟以内', 'within 10 min'],
    ['in hours when nobody counts minutes any more', range(125, 200), '约 2–4 小时', 'about 2–4 hours'],
    ['honestly when it is not known', { expected: null, clinic: 'open' }, zh.unknown, en.unknown],
    ['to stand still while the clinic pauses', { expected: null, clinic: 'paused' }, zh.paused, en.paused],
    ['to lead to the desk when the clinic has stopped', { expected: null, clinic: 'stopped' }, zh.stopped, en.stopped],
  ] as const)('%s', (_, wait, chinese, english) => {
    expect([waitText(wait, zh), waitText(wait, en)]).toEqual([chinese, english]);
  });

  it('names the rule by which somebody waits again', () => {
    expect(placeText({ rule: 'after', others: 3 }, en.places)).toBe('You will be called after 3 others.');
    expect(placeText({ rule: 'end-of-session', others: null }, zh.latePlaces)).toContain('排在这半天的最后');
    expect(placeText(null, zh.places)).toBeUndefined();
  });
});
