import type { DeskServing, DeskView } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { serving } from './invented-view.ts';
import { callNews, screenTroubles, unseenOn } from './screen-news.ts';

const calledAt = '2026-11-23T00:57:00.000Z';
const at = '2026-11-23T00:57:00.120Z';
const screens: DeskView['screens'] = [
  { screenId: 'S-card', state: 'on' },
  { screenId: 'S-card-3', state: 'on' },
];
const shownOn = (...ids: string[]): DeskServing['shown'] => ids.map((screenId) => ({ screenId, at }));

function after(milliseconds: number, shown: DeskServing['shown'] = [], expected = ['S-card']) {
  const hubTime = Date.parse(calledAt) + milliseconds;
  return callNews({ serving: serving(12, { calledAt, shown, expected }), screens, hubTime });
}

describe('what a desk hears of a call', () => {
  test('when it was shown, and on which screen', () => {
    expect(after(500, shownOn('S-card'))).toEqual([{ kind: 'shown', screen: 'S-card', at }]);
  });

  test('nothing for three seconds, then that it waits for a screen, and within ten that it was not shown', () => {
    expect(after(3_000)).toEqual([]);
    expect(after(3_001)).toMatchObject([{ kind: 'pending', screen: 'S-card' }]);
    expect(after(9_999)).toMatchObject([{ kind: 'unshown', screen: 'S-card' }]);
  });

  test('first who has shown it, then who has not', () => {
    const news = after(9_999, shownOn('S-card-3'), ['S-card', 'S-card-3']);
    expect(news.map(({ kind, screen }) => `${kind} ${screen}`)).toEqual(['shown S-card-3', 'unshown S-card']);
    expect(unseenOn(news)).toEqual([]);
  });

  test('to call out loud, only when no screen at all has shown it', () => {
    expect(unseenOn(after(9_999, [], ['S-card', 'S-card-3']))).toEqual(['S-card', 'S-card-3']);
    expect(unseenOn(after(5_000))).toEqual([]);
  });

  test('nothing of a screen that is to show other rooms', () => {
    expect(after(9_999, shownOn('S-card'), ['S-card'])).toHaveLength(1);
    expect(callNews({ serving: null, screens, hubTime: 0 })).toEqual([]);
  });
});

describe('what a desk hears of the screens', () => {
  test('those that are mute in one breath, and those that are away in another', () => {
    const some: DeskView['screens'] = [
      { screenId: 'S-card', state: 'muted' },
      { screenId: 'S-card-1', state: 'away' },
      { screenId: 'S-card-3', state: 'away' },
    ];
    expect(screenTroubles({ screens: some })).toEqual([
      { kind: 'muted', screens: ['S-card'] },
      { kind: 'away', screens: ['S-card-1', 'S-card-3'] },
    ]);
    expect(screenTroubles({ screens })).toEqual([]);
  });

  test('that there are none: patients have to be called out loud', () => {
    expect(screenTroubles({ screens: [] })).toEqual([{ kind: 'none', screens: [] }]);
  });
});
