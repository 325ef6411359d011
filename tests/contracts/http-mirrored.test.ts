import { board, mirrorReply } from '@lobby/hub/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FeedReader } from './http-feed-reader.ts';
import { expectRefusal, HttpHub } from './http-hub.ts';

let hub: HttpHub;
let operator: { authorization: string };
beforeAll(async () => {
  hub = await HttpHub.start();
  operator = { authorization: `Bearer ${readFileSync(join(hub.data, 'hub', 'admin-token'), 'utf8').trim()}` };
});
afterAll(() => hub.stop());

const senses = 'senses-4f';

async function credential(source: string, areaId: string | null): Promise<{ id: string; authorization: string }> {
  const asked = { method: 'POST', body: { key: randomUUID(), source, areaId }, headers: operator };
  const { said } = await hub.ask('/api/operator/mirror-credentials', asked);
  const { id } = said['credential'] as { readonly id: string };
  return { id, authorization: `Bearer ${String(said['secret'])}` };
}

test('who asks for a credential again because nobody answered gets the same one, and another key another', async () => {
  const body = { key: randomUUID(), source: 'asked-twice', areaId: senses };
  const ask = (wanted: object) =>
    hub.ask('/api/operator/mirror-credentials', { method: 'POST', body: wanted, headers: operator });
  const first = (await ask(body)).said;
  expect(first).toMatchObject({ ok: true, secret: expect.stringMatching(/^[\w-]{32}$/) });
  expect((await ask(body)).said).toEqual(first);
  expect((await ask({ ...body, key: randomUUID() })).said['secret']).not.toBe(first['secret']);
  expectRefusal(await ask({ ...body, areaId: null }), 409, 'key-reused');
});

const now = (): string => new Date().toISOString();
const say = (headers: { authorization: string }, body: unknown) =>
  hub.ask('/api/v1/mirror/items', { method: 'POST', body, headers: { authorization: headers.authorization } });

test('a call made at a workstation reaches the screen, is spoken, and is acknowledged to the workstation', async () => {
  const doctor = await credential('skin-clinic', senses);
  const screen = await hub.browser('screen', 'S-sens');
  const feed = await FeedReader.open(`${hub.url}/api/screen/feed`, screen);
  const patient = { name: '单雄信', sex: 'male' };
  const waits = {
    kind: 'ticket',
    ticket: 'w-1',
    queue: 'DERM',
    label: 'W77',
    state: 'waiting',
    occurredAt: now(),
    patient,
  };
  expect((await say(doctor, waits)).said).toMatchObject({ ok: true, taken: 1, refused: [] });
  const call = { kind: 'call', ticket: 'w-1', call: 'w-1-1', room: 'sens-417', occurredAt: now() };
  await say(doctor, { items: [call, call, { ...call, call: 'w-2', room: 'nowhere' }] });
  const frames = await feed.upTo(
    ({ name, data }) => name === 'board' && board.parse(data).calls.some(({ label }) => label === 'W77'),
  );
  expect(frames.filter(({ name }) => name === 'ticket.called').length).toBeGreaterThan(0);
  feed.leave();
  const shown = board.parse(frames.at(-1)?.data).calls.find(({ label }) => label === 'W77');
  expect(shown).toMatchObject({ who: '单*信', room: { id: 'sens-417' }, times: 1 });
  for (const path of shown?.speech ?? [])
    expect((await hub.ask(path, { headers: screen })).text.slice(0, 4)).toBe('RIFF');
  await hub.post('/api/screen/shown', { callId: shown?.callId }, screen);
  const queue = await hub.ask('/api/v1/mirror/queues/DERM', { headers: { authorization: doctor.authorization } });
  const tickets = queue.said['tickets'] as readonly { readonly ticket: string }[];
  expect(tickets.find(({ ticket }) => ticket === 'w-1')).toMatchObject({
    state: 'called',
    calls: [{ call: 'w-1-1', shown: [{ screenId: 'S-sens' }] }],
  });
  expect(queue.text).not.toContain('雄');
});

test('whoever has no credential, or one that was withdrawn, says nothing; each bad item is refused with a sentence', async () => {
  const doctor = await credential('dentist', senses);
  const item = { kind: 'ticket', ticket: 'd-1', queue: 'STOM', label: 'D9', state: 'waiting', occurredAt: now() };
  expectRefusal(await say({ authorization: 'Bearer of-nobody-at-all' }, item), 401, 'mirror-unknown');
  expectRefusal(await hub.ask('/api/v1/mirror/queues/STOM'), 401, 'mirror-unknown');
  expectRefusal(await say(doctor, 'rubbish'), 400, 'bad-shape');
  expectRefusal(await say(doctor, { items: Array.from({ length: 201 }, () => item) }), 400, 'bad-shape');
  const reply = mirrorReply.parse((await say(doctor, { items: [item, { ...item, queue: 'CARD' }, 7] })).said);
  expect(reply).toMatchObject({ taken: 1, refused: [{ index: 1, reason: 'item-not-your-area' }, { index: 2 }] });
  const snapshot = { method: 'POST', headers: { authorization: doctor.authorization }, body: { tickets: [] } };
  expectRefusal(await hub.ask('/api/v1/mirror/queues/STOM/snapshot', snapshot), 400, 'mirror-without-time');
  expectRefusal(
    await hub.ask('/api/v1/mirror/queues/CARD/snapshot', { ...snapshot, body: { occurredAt: now(), tickets: [] } }),
    403,
    'mirror-not-your-area',
  );
  expectRefusal(
    await hub.ask('/api/v1/mirror/queues/XXXX/snapshot', { ...snapshot, body: { occurredAt: now(), tickets: [] } }),
    404,
    'mirror-queue-unknown',
  );
  await hub.ask('/api/operator/mirror-credentials/withdraw', {
    method: 'POST',
    body: { id: doctor.id },
    headers: operator,
  });
  expectRefusal(await say(doctor, item), 401, 'mirror-unknown');
});

test('an operator switches an area, and nobody else does', async () => {
  const areas = async () =>
    (await hub.ask('/api/operator/areas', { headers: operator })).said['areas'] as readonly {
      areaId: string;
      mode: string;
      version: number;
    }[];
  const area = (await areas()).find(({ areaId }) => areaId === 'neurology-3f');
  const wish = { key: 'switch-neurology', areaId: 'neurology-3f', mode: 'mirrored', version: area?.version };
  expectRefusal(
    await hub.ask('/api/operator/areas', {
      method: 'POST',
      body: wish,
      headers: { authorization: 'Bearer of-nobody-at-all' },
    }),
    401,
    'operator-unknown',
  );
  const switched = { method: 'POST', body: wish, headers: operator };
  expect((await hub.ask('/api/operator/areas', switched)).said).toMatchObject({
    ok: true,
    area: { mode: 'mirrored', version: 1 },
  });
  // Asked again with the same key, it is the same switch.
  expect((await hub.ask('/api/operator/areas', switched)).said).toMatchObject({ ok: true, area: { version: 1 } });
  expectRefusal(
    await hub.ask('/api/operator/areas', { ...switched, body: { ...wish, key: 'another-switch' } }),
    409,
    'area-switched-meanwhile',
  );
});

test('programs of others read what they may ask in one document', async () => {
  const { status, said } = await hub.ask('/api/v1/openapi.json');
  expect({ status, openapi: said['openapi'] }).toEqual({ status: 200, openapi: '3.1.0' });
  expect(Object.keys(said['paths'] as object)).toEqual(
    expect.arrayContaining([
      '/api/v1/mirror/items',
      '/api/v1/mirror/queues/{queue}',
      '/api/v1/mirror/queues/{queue}/snapshot',
    ]),
  );
});
