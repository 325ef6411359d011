import type { DeskAction } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { sendAction } from './send-action.ts';

const action: DeskAction = { key: 'one-key-for-one-press', action: 'next' };
const said = { zh: '现在没有人候诊。', en: 'Nobody is waiting.' };
const view = { deskId: 'D-card-1', waiting: [] };
const json = (body: unknown, status = 200) => Response.json(body, { status });

/** A hub that answers one thing after the other; an error is a connection that broke. */
function hubThatSays(...answers: readonly (Response | Error)[]) {
  const keys: unknown[] = [];
  let retries = 0;
  const send: typeof fetch = async (_, init) => {
    keys.push(Object(JSON.parse(String(init?.body)))['key']);
    const answer = answers[keys.length - 1] ?? new Error('gone');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const sending = { fetch: send, wait: async () => undefined, onRetry: () => void (retries += 1) };
  return { keys, sending, retries: () => retries };
}

describe('a press of a key', () => {
  test('is done', async () => {
    const { sending } = hubThatSays(json({ ok: true, view }));
    expect(await sendAction(action, sending)).toEqual({ kind: 'done', view });
  });

  test('is refused with a reason and the state of now', async () => {
    const { sending } = hubThatSays(json({ ok: false, reason: 'nobody-waits', said, view }, 409));
    expect(await sendAction(action, sending)).toEqual({ kind: 'refused', reason: 'nobody-waits', said, view });
  });

  test('is sent again with the same key while nobody answers', async () => {
    const { sending, keys, retries } = hubThatSays(
      new TypeError('failed to fetch'),
      json({ ok: false, reason: 'hub-away' }, 503),
      json({ ok: true, view }),
    );
    expect((await sendAction(action, sending)).kind).toBe('done');
    expect(keys).toEqual([action.key, action.key, action.key]);
    expect(retries()).toBe(2);
  });

  test('ends as not known when the hub stays away', async () => {
    const { sending, keys } = hubThatSays();
    expect(await sendAction(action, sending)).toEqual({ kind: 'no-answer' });
    expect(keys).toHaveLength(5);
  });

  test.each([
    ['a fault of the hub', json({ ok: false, reason: 'internal' }, 500)],
    ['a refusal that is no desk’s', json({ ok: false, reason: 'wrong-origin' }, 403)],
    ['a reply without a view', json({ ok: true })],
    ['something else altogether', json('well')],
  ])('counts %s as failed, and does not try again', async (_, answer) => {
    const { sending, keys } = hubThatSays(answer);
    expect(await sendAction(action, sending)).toEqual({ kind: 'failed' });
    expect(keys).toHaveLength(1);
  });
});
