import { expect, test } from 'vitest';
import { troubleIn } from './redeem-code.ts';

test('a code for a screen makes this browser a screen', () => {
  expect(troubleIn({ ok: true, kind: 'screen', deviceId: 'S-card' })).toBeUndefined();
});

test.each([
  [{ ok: true, kind: 'desk', deviceId: 'D-card-1' }, '这个注册码不是给屏幕用的。'],
  [{ ok: false, reason: 'code-used' }, '这个注册码已经用过，请要一个新的。'],
  [{ ok: false, reason: 'bad-shape' }, '没有这个注册码，请核对后再输入。'],
  [{ ok: false, reason: 'toString' }, '连不上服务器，请稍后再试。'],
  ['<html>', '连不上服务器，请稍后再试。'],
])('%j is answered in words', (reply, zh) => {
  expect(troubleIn(reply)?.zh).toBe(zh);
});
