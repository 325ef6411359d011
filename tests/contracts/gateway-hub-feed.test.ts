import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHubSide, type HubSide } from '@lobby/agent/gateway/hub-side.ts';
import { gatewayTiming, type GatewayTiming } from '@lobby/agent/gateway/timing.ts';
import type { TerminalNotice, TerminalState } from '@lobby/hub/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { standInHub, type StandInHub } from './gateway-stand-in-hub.ts';
import { until } from './gateway-terminal.ts';

const status = { state: 'not-configured', fault: null, since: '2026-11-23T00:52:00.000Z' } as const;
const state: TerminalState = {
  version: 'test',
  startedAt: status.since,
  reader: status,
  printer: status,
  paper: 'unknown',
  unknownJobs: 0,
};
const testOf = (runId: string): TerminalNotice => ({ type: 'self-test.start', body: { runId, until: status.since } });

let hub: StandInHub;
let folder: string;
let side: HubSide | undefined;
/** Streams that the hub has been asked for, in order. */
let streams: ServerResponse[];
let heard: TerminalNotice[];
let gaps: number;

beforeEach(async () => {
  hub = await standInHub();
  folder = mkdtempSync(join(tmpdir(), 'lobby-feed-'));
  [streams, heard, gaps] = [[], [], 0];
  hub.answer('GET /api/terminal/feed', { stream: (response) => void streams.push(response) });
});
afterEach(async () => {
  side?.close();
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
});

function follow(timing: Partial<GatewayTiming> = {}): HubSide {
  side = openHubSide({
    hub: hub.url,
    terminalId: 'K01',
    dataFolder: folder,
    enrolmentCode: 'CODE-OF-K01',
    state: () => state,
    timing: { ...gatewayTiming, probePauses: [30], feedPauses: [10], ...timing },
    log: () => undefined,
  });
  side.feed.onNotice((notice) => void heard.push(notice));
  side.feed.onGap(() => void (gaps += 1));
  void side.watch.look();
  return side;
}

function say(event: string, data: unknown, id?: number): void {
  const line = id === undefined ? '' : `id: ${id}\n`;
  streams.at(-1)?.write(`${line}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

const askedWith = (): unknown[] =>
  hub.heardAt('GET /api/terminal/feed').map(({ headers }) => headers['last-event-id'] ?? null);

test('a notice reaches the terminal; after a cut the feed goes on where it was', async () => {
  follow();
  await until(() => streams.length === 1);
  say('here', {}, 40);
  say('notice', testOf('first'), 41);
  await until(() => heard.length === 1);
  streams[0]?.destroy();
  await until(() => streams.length === 2);
  say('here', {}, 41);
  say('notice', testOf('second'), 43);
  await until(() => heard.length === 2);
  expect(heard).toEqual([testOf('first'), testOf('second')]);
  expect(askedWith()).toEqual([null, '41']);
  expect(gaps).toBe(1);
});

test('a terminal that starts, or has missed too much, knows that it has to ask', async () => {
  follow();
  await until(() => streams.length === 1);
  say('here', {}, 40);
  await until(() => gaps === 1);
  streams[0]?.end();
  await until(() => streams.length === 2);
  say('reset', {});
  say('here', {}, 9000);
  await until(() => gaps === 2);
});

test('what a newer hub says is passed over, and so is rubbish', async () => {
  follow();
  await until(() => streams.length === 1);
  say('notice', { type: 'lamp.blink', body: {} }, 5);
  say('notice', { type: 'self-test.start', body: { runId: 7 } }, 6);
  streams[0]?.write('id: 7\nevent: notice\ndata: {broken\n\n: comment\n\n');
  say('notice', testOf('then'), 8);
  await until(() => heard.length === 1);
  expect(heard).toEqual([testOf('then')]);
});

test('a feed that falls silent is left for a new one', async () => {
  follow({ feedSilence: 60 });
  await until(() => streams.length === 1);
  say('here', {}, 3);
  await until(() => streams.length === 2);
  expect(askedWith()).toEqual([null, '3']);
});

test('a hub that goes away is noticed by its feed, and followed again when it is back', async () => {
  const { watch } = follow({ report: 3_600_000 });
  await until(() => streams.length === 1);
  say('here', {}, 3);
  await hub.stop();
  await until(() => watch.now.state === 'away');
  await hub.startAgain();
  await until(() => streams.length === 2);
  expect(watch.now.state).toBe('here');
});

test('a terminal whose credential was withdrawn stops following and says so', async () => {
  const { watch } = follow();
  await until(() => streams.length === 1);
  hub.knowsTerminal(false);
  streams[0]?.end();
  await until(() => watch.now.state === 'away');
  expect(watch.now).toEqual({ state: 'away', why: 'not-enrolled' });
  const asked = askedWith().length;
  hub.knowsTerminal(true);
  await until(() => askedWith().length > asked);
});
