import type { Board } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { isOlder, withoutCalls } from './newer-board.ts';
import { toldBy } from './tell-hub.ts';

const words = { zh: '', en: '' };
const parts = {
  calls: [],
  rooms: [],
  waiting: [],
  waitingCount: 0,
  missed: [],
  clinics: [],
  doctorsOff: [],
  notices: [],
};
function board(sequence: number, second: number): Board {
  const at = `2026-11-23T00:57:${second}.000Z`;
  return {
    kind: 'area',
    areaId: 'card',
    hospital: words,
    area: words,
    level: 3,
    sequence,
    at,
    settings: 'v1',
    ...parts,
  };
}

test('a board that is given again does not undo a newer one', () => {
  expect(isOlder(board(7, 10), board(8, 12))).toBe(true);
});

test('a call that was undone is on no board that comes after', () => {
  const call = { callId: 'c1' } as Board['calls'][number];
  const made = { ...board(8, 12), calls: [call, { ...call, callId: 'c2' }] };
  expect(withoutCalls(made, ['c2']).calls).toEqual([call]);
  expect(withoutCalls(made, ['c3'])).toBe(made);
});

test('the same board made again, and one of a hub that counts anew, are taken', () => {
  expect(isOlder(board(8, 13), board(8, 12))).toBe(false);
  expect(isOlder(board(1, 30), board(8, 12))).toBe(false);
});

test.each([
  [200, 'told'],
  [401, 'stranger'],
  [400, 'refused'],
  [404, 'refused'],
  [500, 'later'],
  [503, 'later'],
] as const)('status %i of the hub means %s', (status, told) => {
  expect(toldBy(status)).toBe(told);
});
