import type { HelpAction } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { sampleBoard } from './sample-board.ts';
import { sendHelpAction } from './send-help-action.ts';

const action: HelpAction = { key: 'one-key-for-one-press', action: 'take', requestId: 'h-1' };
const board = sampleBoard([]);
const shen = { role: 'nurse', name: { zh: '沈秀兰', en: 'Shen Xiulan' } };

/** A hub that answers one thing after the other; an error is a connection that broke. */
function hubThatSays(...answers: readonly (Response | Error)[]) {
  const keys: unknown[] = [];
  const send: typeof fetch = async (_, init) => {
    keys.push(Object(JSON.parse(String(init?.body)))['key']);
    const answer = answers[keys.length - 1] ?? new Error('gone');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { keys, sending: { fetch: send, wait: async () => undefined, onRetry: () => undefined } };
}

describe('a press on the board', () => {
  test('is done, and shows the board of now', async () => {
    const { sending } = hubThatSays(Response.json({ ok: true, board }));
    expect(await sendHelpAction(action, sending)).toEqual({ kind: 'done', board });
  });

  test('that came second says who was quicker', async () => {
    const said = { ok: false, reason: 'taken-by-other', helper: shen, board };
    const { sending } = hubThatSays(Response.json(said, { status: 409 }));
    expect(await sendHelpAction(action, sending)).toEqual({
      kind: 'refused',
      reason: 'taken-by-other',
      helper: shen,
      board,
    });
  });

  test('is sent again with the same key while nobody answers, and is not known in the end', async () => {
    const { sending, keys } = hubThatSays(new TypeError('failed to fetch'), Response.json({}, { status: 503 }));
    expect(await sendHelpAction(action, sending)).toEqual({ kind: 'no-answer' });
    expect(new Set(keys)).toEqual(new Set([action.key]));
  });

  test.each([
    ['a login that is over', { ok: false, reason: 'not-logged-in' }, 'expelled'],
    ['a role that may not', { ok: false, reason: 'role-not-allowed' }, 'expelled'],
    ['a fault', { ok: false, reason: 'internal' }, 'failed'],
    ['a board that is none', { ok: true, board: 'none' }, 'failed'],
    ['nothing', null, 'failed'],
  ])('after %s: %j', async (_, said, kind) => {
    const { sending } = hubThatSays(Response.json(said));
    expect((await sendHelpAction(action, sending)).kind).toBe(kind);
  });
});
