import type { ServerResponse } from 'node:http';
import type { SlipPrinter } from '@lobby/agent/printers/slip-printer.ts';
import { openSpool } from '@lobby/agent/spool/index.ts';
import type { SelfTestReport, TerminalState } from '@lobby/hub/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standInHub, type StandInHub } from './gateway-stand-in-hub.ts';
import { openPage, startTerminal, TEST_CARD, until, ZHANG, type TestTerminal } from './gateway-terminal.ts';

let hub: StandInHub;
let terminal: TestTerminal | undefined;
let feed: ServerResponse | undefined;
let folder: string;

beforeEach(async () => {
  hub = await standInHub();
  feed = undefined;
  folder = mkdtempSync(join(tmpdir(), 'lobby-self-test-'));
  hub.answer('GET /api/terminal/feed', { stream: (response) => void (feed = response) });
  hub.answer('POST /api/terminal/self-test', { body: { ok: true } });
  hub.answer('POST /api/terminal/prints', { body: { ok: true } });
});
afterEach(async () => {
  await terminal?.close();
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A printer that prints at once, or says what stands in its way. */
function printer(problem: 'paper-out' | null): Pick<SlipPrinter, 'print'> {
  const status = { online: true, paper: 'ok', cover: 'closed', fault: null } as const;
  return {
    async print(_slip, options) {
      if (problem !== null) return { outcome: 'refused', problem, status };
      await options?.onSending?.();
      return { outcome: 'printed', problem: null, status };
    },
  };
}

async function start(problem: 'paper-out' | null = null, timing = {}): Promise<TestTerminal> {
  const prints = openSpool({ file: join(folder, 'spool.sqlite'), printer: printer(problem), clock: Date });
  terminal = await startTerminal({ hub, printing: { prints }, timing });
  await until(() => feed !== undefined);
  feed?.write('id: 1\nevent: here\ndata: {}\n\n');
  return terminal;
}

function ask(runId: string, at = Date.now()): void {
  const notice = { type: 'self-test.start', body: { runId, until: new Date(at + 120_000).toISOString() } };
  feed?.write(`id: 2\nevent: notice\ndata: ${JSON.stringify(notice)}\n\n`);
}

const reports = (): SelfTestReport[] =>
  hub.heardAt('POST /api/terminal/self-test').map(({ body }) => body as SelfTestReport);
const faultOf = (part: SelfTestReport['part']) => reports().find((report) => report.part === part)?.fault;

test('a terminal reads the test card, prints a slip and plays its sound; the card opens nothing', async () => {
  const { gateway, reader } = await start();
  const page = await openPage(gateway.address);
  ask('run-1');
  const { runId } = await page.next('self-test.speak');
  await page.post('/agent/self-test/spoken', { runId, played: true });
  reader.layDown(TEST_CARD);
  await until(() => reports().length === 3);
  expect([faultOf('card'), faultOf('print'), faultOf('speak')]).toEqual([null, null, null]);
  expect(page.events).toContainEqual({ type: 'self-test.changed', running: true });
  await until(() => page.events.some((event) => event.type === 'self-test.changed' && !event.running));
  expect(page.events.find((event) => event.type === 'card.removed')).toBeDefined();
  expect(hub.heardAt('POST /api/terminal/visits')).toEqual([]);
});

test('the same card is taken by the next self-test, too', async () => {
  const { gateway, reader } = await start();
  const page = await openPage(gateway.address);
  for (const run of ['run-1', 'run-2']) {
    ask(run);
    const { runId } = await page.next('self-test.speak');
    await page.post('/agent/self-test/spoken', { runId, played: true });
    reader.layDown(TEST_CARD);
    await until(() => reports().some((report) => report.runId === run && report.part === 'card'));
    const removed = page.events.filter(({ type }) => type === 'card.removed').length;
    reader.lift();
    await until(() => page.events.filter(({ type }) => type === 'card.removed').length > removed);
    await until(() => reports().filter((report) => report.runId === run).length === 3);
  }
  expect(
    reports()
      .filter(({ part }) => part === 'card')
      .map(({ fault }) => fault),
  ).toEqual([null, null]);
});

test('a test card that lies there all the time, or was lifted for a blink, is read by the next self-test', async () => {
  const { gateway, reader } = await start();
  const page = await openPage(gateway.address);
  const isRead = (run: string) => (): boolean =>
    reports().some(({ runId, part, fault }) => runId === run && part === 'card' && fault === null);
  ask('run-1');
  await page.next('self-test.speak');
  reader.layDown(TEST_CARD);
  await until(isRead('run-1'));
  reader.lift();
  reader.layDown(TEST_CARD);
  ask('run-2');
  await until(isRead('run-2'));
});

test('a test card that was taken away has to be laid down again', async () => {
  const { gateway, reader } = await start(null, { testCard: 60 });
  const page = await openPage(gateway.address);
  reader.layDown(TEST_CARD);
  await page.next('card.removed');
  reader.lift();
  await page.next('card.removed');
  ask('run-1');
  await until(() => faultOf('card') !== undefined);
  expect(faultOf('card')).toBe('no-card');
});

test('a terminal says what is wrong: no paper, no page, no card', async () => {
  await start('paper-out', { testCard: 60 });
  ask('run-1');
  await until(() => reports().length === 3);
  expect([faultOf('card'), faultOf('print'), faultOf('speak')]).toEqual(['no-card', 'paper-out', 'no-page']);
});

test('a page that cannot play, or never says, has no sound', async () => {
  const { gateway } = await start(null, { testCard: 60, testSound: 60 });
  const page = await openPage(gateway.address);
  ask('run-1');
  await page.next('self-test.speak');
  await page.post('/agent/self-test/spoken', { runId: 'another-run', played: true });
  await until(() => reports().length === 3);
  expect(faultOf('speak')).toBe('no-sound');
});

test('a page says why it could not speak: the hub has no voice', async () => {
  const { gateway } = await start(null, { testCard: 60 });
  const page = await openPage(gateway.address);
  ask('run-1');
  const { runId } = await page.next('self-test.speak');
  await page.post('/agent/self-test/spoken', { runId, played: false, fault: 'no-voice' });
  await until(() => faultOf('speak') !== undefined);
  expect(faultOf('speak')).toBe('no-voice');
});

test('a patient who comes goes first, and one who is there is not disturbed', async () => {
  const { gateway, reader } = await start();
  const page = await openPage(gateway.address);
  ask('run-1');
  await page.next('self-test.speak');
  reader.layDown(ZHANG);
  await page.next('visit.opened');
  await until(() => faultOf('card') !== undefined);
  expect(faultOf('card')).toBe('in-use');
  const before = reports().length;
  ask('run-2');
  await until(() => reports().filter(({ runId }) => runId === 'run-2').length === 3);
  expect(new Set(reports().flatMap(({ runId, fault }) => (runId === 'run-2' ? [fault] : [])))).toEqual(
    new Set(['in-use']),
  );
  expect(before).toBeGreaterThan(0);
});

test('a self-test of this morning is not done in the afternoon, when the line comes back', async () => {
  const { gateway } = await start();
  const page = await openPage(gateway.address);
  const longAgo = Date.parse('2020-01-01T08:00:00Z');
  feed?.write(`event: beat\ndata: ${JSON.stringify({ at: new Date(longAgo).toISOString() })}\n\n`);
  ask('of-this-morning', longAgo - 3_600_000);
  ask('run-2', longAgo);
  expect((await page.next('self-test.speak')).runId).toBe('run-2');
});

test('the hub hears what the page painted, and that no page is open', async () => {
  const { gateway } = await start(null, { report: 30 });
  const said = () => hub.heardAt('POST /api/terminal/state').at(-1)?.body as TerminalState | undefined;
  await until(() => said()?.picture === null);
  const page = await openPage(gateway.address);
  const painted = { shown: 'welcome', frames: 4, paintedAt: '2026-11-23T01:15:00.000Z' };
  expect((await page.post('/agent/picture', painted)).status).toBe(200);
  expect((await page.post('/agent/picture', { ...painted, shown: '张建明' })).status).toBe(400);
  await until(() => said()?.picture?.frames === 4);
  expect(said()?.saidAt).toMatch(/^\d{4}-/);
  page.leave();
  await until(() => said()?.picture === null);
});
