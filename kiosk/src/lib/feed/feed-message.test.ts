import { describe, expect, test } from 'vitest';
import { readFeedMessage } from './feed-message.ts';

const board = { areaId: 'cardiology-3f', calls: [], rooms: [], waiting: [], missed: [] };

describe('what arrives on a feed', () => {
  test('a board is read as a board', () => {
    expect(readFeedMessage('board', JSON.stringify(board))).toEqual({ kind: 'board', board });
  });

  test('the volunteers’ board is read as one', () => {
    const help = { sequence: 3, escalateSeconds: 60, requests: [] };
    expect(readFeedMessage('help', JSON.stringify(help))).toEqual({ kind: 'help', help });
  });

  test('an event keeps its body', () => {
    const event = { sequence: 7, type: 'ticket.called', body: { label: 'A012' } };
    expect(readFeedMessage('ticket.called', JSON.stringify(event))).toEqual({ kind: 'event', event });
  });

  test('a beat says the hub’s time', () => {
    const at = '2026-11-23T00:52:00.000Z';
    expect(readFeedMessage('beat', JSON.stringify({ at }))).toEqual({ kind: 'beat', at });
  });

  test('a reset needs no content', () => {
    expect(readFeedMessage('reset', '')).toEqual({ kind: 'reset' });
  });

  test.each([
    ['board', '{"areaId":"cardiology-3f"'],
    ['board', '{"areaId":"cardiology-3f"}'],
    ['board', '[]'],
    ['board', JSON.stringify({ ...board, calls: 'none' })],
    ['desk', 'null'],
    ['desk', JSON.stringify(board)],
    ['help', JSON.stringify({ requests: 'none', escalateSeconds: 60 })],
    ['help', JSON.stringify(board)],
    ['beat', '{"at":5}'],
    ['ticket.called', '{"type":"ticket.called","body":{}}'],
    ['ticket.called', '<html>'],
  ] as const)('a cut-off or foreign %s is dropped: %s', (name, data) => {
    expect(readFeedMessage(name, data)).toBeUndefined();
  });
});
