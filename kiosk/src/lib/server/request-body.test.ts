import { checkIn } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { bodyLimit, readBody } from './request-body.ts';

const good = { key: 'a-key-of-mine', stepId: 'step-1' };

function request(body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Request {
  return new Request('http://hub.example/', { method: 'POST', body, headers: { 'content-type': type } });
}

// Node wants to be told that a body is streamed; the types of the browser do not know that yet.
const streaming = { method: 'POST', headers: { 'content-type': 'application/json' }, duplex: 'half' };

describe('a body', () => {
  test('in the shape of the contract is read, and what is not of it is left out', async () => {
    const read = await readBody(
      request(JSON.stringify({ ...good, more: 1 }), 'application/json; charset=utf-8'),
      checkIn,
    );
    expect(read).toEqual({ ok: true, value: good });
  });

  test.each([
    ['of another shape', JSON.stringify({ ...good, stepId: 5 })],
    ['with a key that is too short', JSON.stringify({ ...good, key: 'k' })],
    ['that is no JSON', '{"key":'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['with a NUL in a text', JSON.stringify({ ...good, stepId: 'step\u0000' })],
    ['of control bytes', '\u0000\u0001\u001b[2J'],
  ])('%s is refused', async (_, body) => {
    expect(await readBody(request(body), checkIn)).toEqual({ ok: false, reason: 'bad-shape' });
  });

  test('of a form is refused', async () => {
    const read = await readBody(request(JSON.stringify(good), 'text/plain'), checkIn);
    expect(read).toEqual({ ok: false, reason: 'bad-shape' });
  });

  test('that breaks off is refused', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (out) => out.error(new Error('the sender has gone')) });
    const cutOff = new Request('http://hub.example/', Object.assign({ ...streaming }, { body: broken }));
    expect(await readBody(cutOff, checkIn)).toEqual({ ok: false, reason: 'bad-shape' });
  });

  test('beyond the limit is refused, declared or not', async () => {
    const long = JSON.stringify({ ...good, stepId: 'x'.repeat(bodyLimit) });
    expect(await readBody(request(long), checkIn)).toEqual({ ok: false, reason: 'too-large' });
    const endless = new ReadableStream<Uint8Array>({ pull: (out) => out.enqueue(new Uint8Array(1024).fill(32)) });
    const undeclared = new Request('http://hub.example/', Object.assign(streaming, { body: endless }));
    expect(await readBody(undeclared, checkIn)).toEqual({ ok: false, reason: 'too-large' });
  });
});
