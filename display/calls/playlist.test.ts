import type { Board, DoctorOff } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { emptySequence, takeBoard } from './call-sequence.ts';
import { entryAt, shownBetweenCalls, type PlaylistEntry } from './playlist.ts';

const words = { zh: '一', en: 'One' };
const hands: PlaylistEntry = { kind: 'text', title: words, seconds: 15 };
const off: PlaylistEntry = { kind: 'doctors-off', seconds: 10 };
const calledAt = '2026-11-23T00:57:00.000Z';

function board(called: boolean, doctorsOff: DoctorOff[] = []): Board {
  const room = { id: 'card-3', name: words };
  const ids = { callId: 'c', ticketId: 't', queueId: 'q' };
  const call = { ...ids, label: 'A012', who: '', room, calledAt, times: 1, seconds: 8, speech: [] };
  return {
    kind: 'area',
    areaId: 'card',
    hospital: words,
    area: words,
    level: 3,
    sequence: 1,
    at: calledAt,
    calls: called ? [call] : [],
    rooms: [],
    waiting: [],
    waitingCount: 0,
    missed: [],
    clinics: [],
    doctorsOff,
    notices: [],
    settings: 'v1',
  };
}

describe('between calls', () => {
  const quiet = takeBoard(emptySequence, board(false), 0);

  test('the playlist runs, each entry for its time, round and round', () => {
    const at = (now: number) =>
      shownBetweenCalls([hands, { ...hands, seconds: 5 }], { sequence: quiet, board: board(false), now });
    expect([0, 14_999, 15_000, 20_000].map((now) => at(now)?.seconds)).toEqual([15, 15, 5, 15]);
  });

  test('a call interrupts it at once', () => {
    const sequence = takeBoard(quiet, board(true), 5_000);
    expect(shownBetweenCalls([hands], { sequence, board: board(true), now: 5_000 })).toBeUndefined();
  });

  test('the last call keeps the screen for a while after its turn', () => {
    const rested = { ...quiet, quietSince: 10_000 };
    const at = (now: number) => shownBetweenCalls([hands], { sequence: rested, board: board(true), now });
    expect(at(29_999)).toBeUndefined();
    expect(at(30_000)).toEqual(hands);
  });

  test('doctors who are off have their page only when there are some', () => {
    const shown = (doctorsOff: DoctorOff[]) =>
      shownBetweenCalls([off, hands], { sequence: quiet, board: board(false, doctorsOff), now: 0 })?.kind;
    expect(shown([])).toBe('text');
    expect(shown([{ name: words, title: null, clinic: words }])).toBe('doctors-off');
  });
});

test('an empty playlist shows nothing', () => {
  expect(entryAt([], 7_000)).toBeUndefined();
});
