import { guideHome, guidePlan, guideView, placesReply, wayReply, venuePieceLimit } from '@lobby/hub/contract';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/test-hub.ts';
import { FeedReader } from './http-feed-reader.ts';
import { expectRefusal, HttpHub, newKey } from './http-hub.ts';

let hub: HttpHub;
let operator: { authorization: string };
let terminal: { authorization: string };
let version = '';

beforeAll(async () => {
  hub = await HttpHub.start();
  operator = { authorization: `Bearer ${readFileSync(join(hub.data, 'hub', 'admin-token'), 'utf8').trim()}` };
  terminal = await hub.terminal();
  // The map of the demo is made ready beside the server that answers already.
  await until(async () => {
    version = guideHome.parse((await hub.ask('/api/guide', { headers: terminal })).said).version ?? '';
    return version !== '';
  }, 'the map of the demo hospital');
}, 120_000);
afterAll(() => hub.stop());

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>>) =>
  hub.ask(path, { method: 'POST', body, headers });
const toClinic = { to: { of: 'queue', id: 'cardiology' } } as const;

async function wayOf(profile: string, more: object = toClinic) {
  const reply = wayReply.parse((await post('/api/guide/way', { ...more, profile }, terminal)).said);
  if (!reply.ok) throw new Error(reply.reason);
  return reply.way;
}

test('a terminal, a screen and a desk are told a way; whoever is nobody is not', async () => {
  const way = await wayOf('step-free');
  expect(way).toMatchObject({ version, to: { name: { zh: '心内科候诊区' }, level: { sign: { zh: '3' } } } });
  expect(way.phone?.startsWith(`${hub.url}/w#`)).toBe(true);
  const screen = await hub.browser('screen', 'S-lobby');
  const ofScreen = await hub.post('/api/guide/way', { ...toClinic, profile: 'elder' }, screen);
  expect(wayReply.parse(ofScreen.said)).toMatchObject({ ok: true, way: { profile: 'elder' } });
  const desk = await hub.desk('D-card-3', '1001');
  const fromRoom = { from: { of: 'room', id: 'card-3' }, to: { of: 'area', id: 'pharmacy-1f' }, profile: 'default' };
  expect((await hub.post('/api/guide/way', fromRoom, desk)).said).toMatchObject({ ok: true });
  for (const [path, body] of [
    ['/api/guide/way', { ...toClinic, profile: 'default' }],
    ['/api/guide/search', { query: 'ct', language: 'zh' }],
  ] as const)
    expectRefusal(await hub.post(path, body), 401, 'not-logged-in');
  expectRefusal(await hub.ask('/api/guide'), 401, 'not-logged-in');
});

test('a place is found at a terminal by its initials, and every clinic of the site has a way in every profile', async () => {
  const found = await post('/api/guide/search', { query: 'zyk', language: 'zh' }, terminal);
  expect(placesReply.parse(found.said).places[0]?.name.zh).toBe('中医科');
  for (const profile of ['default', 'step-free', 'elder', 'bed'])
    for (const area of ['senses-4f', 'pharmacy-1f', 'emergency-1f', 'imaging-1f'])
      expect((await wayOf(profile, { to: { of: 'area', id: area } })).steps.at(-1)?.kind).toBe('arrive');
});

test('the plan of a version is the same for everybody and for ever, and another is not made up', async () => {
  const answer = await hub.ask(`/api/guide/plan/${version}`);
  expect(answer.headers['cache-control']).toContain('immutable');
  expect(guidePlan.parse(answer.said).levels).toHaveLength(6);
  expectRefusal(await hub.ask('/api/guide/plan/nothing.1'), 404, 'no-such-plan');
});

test('a phone gets the way behind its code without a login, and a code of somebody else’s making is refused', async () => {
  const way = await wayOf('default');
  const payload = new URL(way.phone ?? '').hash.slice(1);
  const onPhone = wayReply.parse((await hub.post('/api/guide/phone-way', { payload })).said);
  expect(onPhone.ok && onPhone.way.steps).toEqual(way.steps);
  expectRefusal(await hub.post('/api/guide/phone-way', { payload: `${payload.slice(0, -2)}AA` }), 403, 'link-forged');
  expectRefusal(await hub.post('/api/guide/phone-way', { payload: '' }), 400, 'bad-shape');
});

test('a lift that an operator closes is told to the terminal, and its ways lead around it', async () => {
  const view = guideView.parse((await hub.ask('/api/operator/guide', { headers: operator })).said['guide']);
  const { steps } = await wayOf('step-free');
  const rides = steps.find(({ connector }) => connector === 'lift')?.words.zh ?? '';
  const lift = view.closables.find(({ kind, name }) => kind === 'lift' && rides.includes(name.zh));
  const feed = await FeedReader.open(`${hub.url}/api/terminal/feed`, terminal);
  const wish = { key: newKey(), do: 'make', change: { change: 'closed', feature: lift?.id ?? '', note: '检修' } };
  const closed = await post('/api/operator/guide/changes', wish, operator);
  expect(closed.said).toMatchObject({ ok: true });
  const frames = await feed.upTo(({ name }) => name === 'notice');
  feed.leave();
  expect(frames.at(-1)?.data).toMatchObject({ type: 'guide.changed', body: { version: closed.said['version'] } });
  const around = await wayOf('step-free');
  expect(around.version).toBe(closed.said['version']);
  expect(around.steps.map(({ words }) => words.zh).join()).not.toContain(lift?.name.zh);
});

test('only operators change the map, and what they send is looked at', async () => {
  const wish = { key: newKey(), do: 'make', change: { change: 'closed', feature: 'nothing' } };
  const nurse = await hub.post('/api/staff/login', { workNo: '3001', password: 'demo-3001' });
  const cookie = nurse.headers['set-cookie']?.map((each) => each.split(';')[0]).join('; ') ?? '';
  for (const path of ['changes', 'effect', 'find', 'venues', 'venues/pieces']) {
    expectRefusal(await hub.post(`/api/operator/guide/${path}`, wish), 401, 'not-logged-in');
    expectRefusal(await hub.post(`/api/operator/guide/${path}`, wish, { cookie }), 403, 'role-not-allowed');
  }
  expectRefusal(await hub.ask('/api/operator/guide', { headers: { cookie } }), 403, 'role-not-allowed');
  expectRefusal(await post('/api/operator/guide/changes', wish, operator), 404, 'feature-unknown');
  expectRefusal(await post('/api/operator/guide/changes', { ...wish, do: 'break' }, operator), 400, 'bad-shape');
  const piece = `/api/operator/guide/venues/pieces?upload=${newKey()}&number=`;
  expectRefusal(await post(`${piece}-1`, 'x', operator), 400, 'bad-shape');
  expectRefusal(await post(`${piece}0`, 'x'.repeat(venuePieceLimit + 1), operator), 413, 'too-large');
  const never = { key: newKey(), upload: newKey(), pieces: 1, name: 'never-sent.zip' };
  expectRefusal(await post('/api/operator/guide/venues', never, operator), 409, 'venue-pieces-missing');
});

test('a file that is no map is refused in a sentence, and the map goes on', async () => {
  const upload = newKey();
  await post(`/api/operator/guide/venues/pieces?upload=${upload}&number=0`, 'no map at all', operator);
  const wish = { key: newKey(), upload, pieces: 1, name: 'map.geojson' };
  const answer = await post('/api/operator/guide/venues', wish, operator);
  expectRefusal(answer, 409, 'venue-unusable');
  expect(answer.said['said']).toMatchObject({ en: expect.stringContaining('map.geojson') });
  expect((await wayOf('default')).steps.length).toBeGreaterThan(1);
});
