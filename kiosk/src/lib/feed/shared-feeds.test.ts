import { describe, expect, test } from 'vitest';
import type { FeedMessage } from './feed-message.ts';
import type { FeedFollower } from './feed-stream.ts';
import { isToFollower, isToSharer, SharedFeeds, tabGoneAfter, type ToFollower } from './shared-feeds.ts';

const url = 'http://hub.example/api/desk/feed';
const beat: FeedMessage = { kind: 'beat', at: '2026-11-23T00:52:00.000Z' };
const reset: FeedMessage = { kind: 'reset' };

function sharing() {
  const opened: { url: string; follower: FeedFollower; open: boolean }[] = [];
  let now = 0;
  const open = (address: string, follower: FeedFollower) => {
    const stream = { url: address, follower, open: true };
    opened.push(stream);
    return () => void (stream.open = false);
  };
  const pass = (milliseconds: number): void => void (now += milliseconds);
  return { feeds: new SharedFeeds(open, () => now), opened, pass };
}

function tab() {
  const received: ToFollower[] = [];
  return { received, postMessage: (message: ToFollower) => void received.push(message) };
}

describe('tabs of one browser', () => {
  test('share one stream to an address', () => {
    const { feeds, opened } = sharing();
    const tabs = [tab(), tab()];
    for (const one of tabs) feeds.hear(one, { kind: 'follow', url });
    opened[0]?.follower.message(beat);
    expect(opened).toHaveLength(1);
    for (const one of tabs) expect(one.received).toEqual([{ kind: 'message', message: beat }]);
  });

  test('have a stream for each address', () => {
    const { feeds, opened } = sharing();
    feeds.hear(tab(), { kind: 'follow', url });
    feeds.hear(tab(), { kind: 'follow', url: `${url}?other` });
    expect(opened.map((stream) => stream.url)).toEqual([url, `${url}?other`]);
  });

  test('that come later get the latest picture and the state at once', () => {
    const { feeds, opened } = sharing();
    feeds.hear(tab(), { kind: 'follow', url });
    const board: FeedMessage = { kind: 'board', board: JSON.parse('{"areaId":"cardiology-3f"}') };
    opened[0]?.follower.state('live');
    opened[0]?.follower.message(board);
    opened[0]?.follower.message(reset);
    const late = tab();
    feeds.hear(late, { kind: 'follow', url });
    expect(late.received).toEqual([
      { kind: 'message', message: board },
      { kind: 'state', state: 'live' },
    ]);
  });

  test('that repeat themselves get nothing twice', () => {
    const { feeds, opened } = sharing();
    const one = tab();
    feeds.hear(one, { kind: 'follow', url });
    feeds.hear(one, { kind: 'follow', url });
    opened[0]?.follower.message(beat);
    expect(one.received).toHaveLength(1);
  });

  test('close the stream when the last one leaves', () => {
    const { feeds, opened } = sharing();
    const [first, second] = [tab(), tab()];
    feeds.hear(first, { kind: 'follow', url });
    feeds.hear(second, { kind: 'follow', url });
    feeds.hear(first, { kind: 'leave' });
    expect(opened[0]?.open).toBe(true);
    feeds.hear(second, { kind: 'leave' });
    expect(opened[0]?.open).toBe(false);
  });

  test('that ended without a word are let go, and may come back', () => {
    const { feeds, opened, pass } = sharing();
    const one = tab();
    feeds.hear(one, { kind: 'follow', url });
    pass(tabGoneAfter);
    feeds.dropSilent();
    expect(opened[0]?.open).toBe(true);
    pass(1);
    feeds.dropSilent();
    expect(opened[0]?.open).toBe(false);
    feeds.hear(one, { kind: 'follow', url });
    expect(opened).toHaveLength(2);
  });
});

test('a message from elsewhere is not taken for one of ours', () => {
  for (const foreign of [null, undefined, 'follow', 3, {}, { kind: 'follow' }, { kind: 'close' }]) {
    expect(isToSharer(foreign)).toBe(false);
    expect(isToFollower(foreign)).toBe(false);
  }
});
