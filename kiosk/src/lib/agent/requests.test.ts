import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkIn, loadAgenda, newKey, print } from './requests.ts';

interface Heard {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly body: string;
}

const heard: Heard[] = [];
let answer: { status: number; body: string };
let agent: Server;
const { signal } = new AbortController();

beforeEach(async () => {
  heard.length = 0;
  agent = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      heard.push({ method: request.method, path: request.url, body });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => agent.listen(0, '127.0.0.1', resolve));
  const { port } = agent.address() as AddressInfo;
  const fetchAnywhere = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetchAnywhere(`http://127.0.0.1:${port}${path}`, init));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await new Promise((resolve) => agent.close(resolve));
});

describe('a terminal asks its agent', () => {
  it('for a check-in, with the key of the intent', async () => {
    answer = { status: 409, body: '{"ok":false,"reason":"too-early","opensAt":"2026-11-23T00:30:00.000Z"}' };
    const input = { visitId: 'v/1', stepId: 's-1', key: 'key-0001' };
    expect(await checkIn({ input, signal })).toMatchObject({ ok: false, reason: 'too-early' });
    expect(heard).toEqual([
      { method: 'POST', path: '/api/visits/v%2F1/check-in', body: '{"key":"key-0001","stepId":"s-1"}' },
    ]);
  });

  it('for paper, in the language of the visit', async () => {
    answer = { status: 200, body: '{"ok":true,"jobId":"job-1"}' };
    const input = {
      visitId: 'v-1',
      ticketId: 't-1',
      language: 'en' as const,
      profile: 'elder' as const,
      key: 'key-0002',
    };
    expect(await print({ input, signal })).toEqual({ ok: true, jobId: 'job-1' });
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual(input);
  });

  it.each([
    ['no JSON', 502, '<html>Bad gateway</html>'],
    ['a reason nobody knows', 401, '{"ok":false,"reason":"who-are-you"}'],
    ['a reply without its content', 200, '{"ok":true}'],
    ['nothing at all', 200, 'null'],
  ])('and takes %s for no answer', async (_, status, body) => {
    answer = { status, body };
    await expect(loadAgenda({ input: { visitId: 'v-1' }, signal })).rejects.toThrow();
  });
});

describe('a key', () => {
  it('is one the hub accepts, and another one each time', () => {
    const keys = Array.from({ length: 100 }, newKey);
    expect(keys.every((key) => /^[A-Za-z0-9-]{8,64}$/.test(key))).toBe(true);
    expect(new Set(keys).size).toBe(100);
  });
});
