import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { standInHub, type StandInHub } from './gateway-stand-in-hub.ts';
import { openPage, startTerminal, until, type TestPage, type TestTerminal } from './gateway-terminal.ts';

let hub: StandInHub;
let terminal: TestTerminal;
let page: TestPage;
let feeds: ServerResponse[];

beforeEach(async () => {
  hub = await standInHub();
  feeds = [];
  hub.answer('GET /api/terminal/feed', {
    stream: (response) => {
      feeds.push(response);
      response.write('id: 10\nevent: here\ndata: {}\n\n');
    },
  });
  terminal = await startTerminal({ hub, timing: { feedPauses: [10] } });
  page = await openPage(terminal.gateway.address);
  await until(() => feeds.length > 0);
});
afterEach(async () => {
  page.leave();
  await terminal.close();
  await hub.stop();
});

test('a page hears of another version of the map as soon as its hub says so', async () => {
  const said = JSON.stringify({ type: 'guide.changed', body: { version: '10d88769.7' } });
  feeds.at(-1)?.write(`id: 11\nevent: notice\ndata: ${said}\n\n`);
  await until(() => page.events.some(({ type }) => type === 'guide.changed'));
  expect(page.events.find(({ type }) => type === 'guide.changed')).toEqual({
    type: 'guide.changed',
    version: '10d88769.7',
  });
});

test('a page asks for a way with the credential of its terminal, and for nothing that operators do', async () => {
  hub.answer('POST /api/guide/way', { body: { ok: false, reason: 'no-venue', profilesWithAWay: [] } });
  const ask = { to: { of: 'queue', id: 'cardiology' }, profile: 'elder' };
  expect(await page.post('/api/guide/way', ask)).toMatchObject({ status: 200, body: { reason: 'no-venue' } });
  const [heard] = hub.heardAt('POST /api/guide/way');
  expect([heard?.body, heard?.headers.authorization]).toEqual([ask, expect.stringMatching(/^Bearer ./)]);
  await page.post('/api/operator/guide/changes', ask);
  await page.post('/api/guide/phone-way', { payload: 'x' });
  expect(hub.heardAt('POST /api/operator/guide/changes')).toEqual([]);
  expect(hub.heardAt('POST /api/guide/phone-way')).toEqual([]);
});
