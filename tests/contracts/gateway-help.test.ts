import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HelpStatus } from '@lobby/hub/contract';
import { standInHub, type StandInHub } from './gateway-stand-in-hub.ts';
import { openPage, startTerminal, until, type TestPage, type TestTerminal } from './gateway-terminal.ts';

const since = '2026-11-23T01:15:00.000Z';
const status = (state: HelpStatus['state']): HelpStatus => ({ requestId: 'h-1', state, since, escalated: false });

let hub: StandInHub;
let terminal: TestTerminal;
let page: TestPage;
/** The hub's feed to this terminal, once it is followed. */
let feeds: ServerResponse[];
let sequence: number;

beforeEach(async () => {
  hub = await standInHub();
  [feeds, sequence] = [[], 10];
  hub.answer('GET /api/terminal/feed', {
    stream: (response) => {
      feeds.push(response);
      response.write(`id: ${sequence}\nevent: here\ndata: {}\n\n`);
    },
  });
  hub.answer('GET /api/terminal/help', { body: { ok: true, help: null } });
  hub.answer('POST /api/terminal/help', { body: { ok: true, help: status('waiting') } });
  hub.answer('POST /api/terminal/help/withdraw', { body: { ok: true, help: null } });
  terminal = await startTerminal({ hub, timing: { feedPauses: [10] } });
  page = await openPage(terminal.gateway.address);
  await until(() => hub.heardAt('GET /api/terminal/help').length > 0);
});
afterEach(async () => {
  page.leave();
  await terminal.close();
  await hub.stop();
});

function notice(help: HelpStatus): void {
  sequence += 1;
  const said = JSON.stringify({ type: 'help.changed', body: help });
  feeds.at(-1)?.write(`id: ${sequence}\nevent: notice\ndata: ${said}\n\n`);
}

/** The states of help that the page has heard of, in order. */
const heard = (): (string | null)[] =>
  page.events.flatMap((event) => (event.type === 'help.changed' ? [event.help?.state ?? null] : []));

const press = (key = 'key-of-a-press') => page.post('/agent/help', { key, errand: 'card' });

describe('help at a terminal', () => {
  test('is refused for what it is when its key was used for something else before, and the hub is not called away', async () => {
    hub.answer('POST /api/terminal/help', { status: 409, body: { ok: false, reason: 'key-reused', message: {} } });
    expect(await press()).toEqual({ status: 409, body: { ok: false, reason: 'key-reused' } });
    hub.answer('POST /api/terminal/help', { status: 500, body: { ok: false, reason: 'internal' } });
    expect(await press()).toEqual({ status: 503, body: { ok: false, reason: 'hub-away' } });
  });

  test('is asked for with the terminal’s credential, and what becomes of it comes by itself', async () => {
    expect(await press()).toEqual({ status: 200, body: { ok: true, help: status('waiting') } });
    expect(hub.heardAt('POST /api/terminal/help')[0]?.body).toEqual({ key: 'key-of-a-press', errand: 'card' });
    notice(status('taken'));
    notice(status('arrived'));
    notice(status('done'));
    await until(() => heard().includes('done'));
    expect(heard()).toEqual([null, 'waiting', 'taken', 'arrived', 'done']);
  });

  test('is withdrawn by the same way', async () => {
    await press();
    const wish = { key: 'key-of-withdrawal', requestId: 'h-1' };
    expect(await page.post('/agent/help/withdraw', wish)).toMatchObject({ body: { ok: true, help: null } });
    expect(hub.heardAt('POST /api/terminal/help/withdraw')[0]?.body).toEqual(wish);
  });

  test('is known to a page that comes later, but not that it ended', async () => {
    await press();
    await page.next('help.changed');
    const second = await openPage(terminal.gateway.address);
    expect((await second.next('help.changed')).help).toEqual(status('waiting'));
    second.leave();
    notice(status('lapsed'));
    await until(() => heard().includes('lapsed'));
    const third = await openPage(terminal.gateway.address);
    expect((await third.next('help.changed')).help).toBeNull();
    third.leave();
  });

  test('cannot be had while the hub is away, and the page hears it at once', async () => {
    await hub.stop();
    expect(await press()).toEqual({ status: 503, body: { ok: false, reason: 'hub-away' } });
    await hub.startAgain();
  });

  test('that was asked for with the last word before a cut is found again', async () => {
    hub.answer('POST /api/terminal/help', 'cut');
    expect(await press()).toMatchObject({ status: 503 });
    await until(() => feeds.length > 0);
    notice(status('waiting'));
    await until(() => heard().includes('waiting'));
  });

  test('an answer that was overtaken by news does not take the news back', async () => {
    hub.answer('POST /api/terminal/help', async () => {
      notice(status('taken'));
      await until(() => heard().includes('taken'));
      return { body: { ok: true, help: status('waiting') } };
    });
    expect(await press()).toMatchObject({ body: { ok: true, help: status('taken') } });
    expect(heard()).toEqual([null, 'taken']);
  });

  test.each([
    ['no key', { errand: 'card' }],
    ['an errand in words of its own', { key: 'key-of-a-press', errand: '张建明 needs help' }],
    ['rubbish', 'x'.repeat(4000)],
  ])('is not asked for with %s', async (_, body) => {
    expect((await page.post('/agent/help', body)).status).toBe(400);
    expect(hub.heardAt('POST /api/terminal/help')).toEqual([]);
  });

  test('is not asked for by a page of another origin', async () => {
    const { status: refused } = await fetch(`${terminal.gateway.address}/agent/help`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: JSON.stringify({ key: 'key-of-a-press', errand: 'card' }),
    });
    expect([refused, hub.heardAt('POST /api/terminal/help')]).toEqual([403, []]);
  });
});
