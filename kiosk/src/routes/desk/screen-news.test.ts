import type { DeskView } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { screenNews } from './screen-news.ts';

const calledAt = '2026-11-23T00:57:00.000Z';
const at = '2026-11-23T00:57:00.120Z';
const after = (milliseconds: number): number => Date.parse(calledAt) + milliseconds;

function serving(shown: { screenId: string; at: string }[]): DeskView['serving'] {
  return {
    ticketId: 't',
    version: 2,
    queueId: 'cardiology',
    state: 'called',
    class: null,
    emergency: false,
    returnedAt: null,
    reports: null,
    assignedTo: null,
    undoUntil: null,
    label: 'A012',
    who: '张*明',
    lane: 'normal',
    kind: 'appointment',
    sex: 'male',
    age: 72,
    slotStart: null,
    checkedInAt: calledAt,
    misses: 0,
    actedBy: null,
    callId: 'c',
    calledAt,
    times: 1,
    shown,
    expected: ['S-card'],
  };
}

describe('what a desk hears of the screens', () => {
  test('a call that was shown says when', () => {
    const screens = [{ screenId: 'S-card', state: 'on' as const }];
    expect(screenNews({ serving: serving([{ screenId: 'S-card', at }]), screens, hubTime: after(500) })).toEqual([
      { kind: 'shown', screen: 'S-card', at },
    ]);
  });

  test('a screen is given three seconds before it counts as not showing the call', () => {
    const screens = [{ screenId: 'S-card', state: 'on' as const }];
    expect(screenNews({ serving: serving([]), screens, hubTime: after(3_000) })).toEqual([]);
    expect(screenNews({ serving: serving([]), screens, hubTime: after(3_001) })).toMatchObject([{ kind: 'pending' }]);
  });

  test('a screen that is away is said once, with or without a call', () => {
    const screens = [{ screenId: 'S-card', state: 'away' as const }];
    expect(screenNews({ serving: null, screens, hubTime: after(0) })).toMatchObject([{ kind: 'away' }]);
    expect(screenNews({ serving: serving([]), screens, hubTime: after(9_000) })).toMatchObject([{ kind: 'away' }]);
  });

  test('a mute screen that shows the call is both', () => {
    const screens = [{ screenId: 'S-card', state: 'muted' as const }];
    const news = screenNews({ serving: serving([{ screenId: 'S-card', at }]), screens, hubTime: after(500) });
    expect(news.map((item) => item.kind)).toEqual(['muted', 'shown']);
  });

  test('an area without screens has to be called out loud', () => {
    expect(screenNews({ serving: null, screens: [], hubTime: after(0) })).toMatchObject([{ kind: 'none' }]);
  });
});
