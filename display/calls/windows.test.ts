import type { BoardCall, BoardRoom } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import { windowsOf } from './windows.ts';

const names = { zh: '窗', en: 'Window' };
const room = (id: string) => ({ room: { id, name: names } }) as BoardRoom;
const call = (label: string, id: string) => ({ label, room: { id, name: names } }) as BoardCall;

test('windows stand in the order of their newest calls, those without a call last', () => {
  const windows = windowsOf({
    rooms: ['w1', 'w2', 'w3'].map(room),
    calls: [call('A013', 'w3'), call('A012', 'w2'), call('A011', 'w3')],
  });
  expect(windows.map((one) => [one.room.room.id, one.call?.label, one.earlier.map(({ label }) => label)])).toEqual([
    ['w3', 'A013', ['A011']],
    ['w2', 'A012', []],
    ['w1', undefined, []],
  ]);
});
