import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printReport } from '@lobby/hub/contract';
import { openEscposPrinter } from '@lobby/agent/printers/escpos/escpos-printer.ts';
import { EscposSimulator } from '@lobby/agent/printers/escpos/simulator/index.ts';
import type { SlipPrinter } from '@lobby/agent/printers/slip-printer.ts';
import { openSpool, type Spool } from '@lobby/agent/spool/index.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';
import { standInHub, VISIT, type StandInHub } from './gateway-stand-in-hub.ts';
import { openPage, startTerminal, until, ZHANG, type TestPage, type TestTerminal } from './gateway-terminal.ts';

const SLIP = `GET /api/visits/${VISIT.visitId}/slips/ticket-1`;
const wish = { key: 'key-of-first-print', visitId: VISIT.visitId, ticketId: 'ticket-1', language: 'zh' };

/** A printer that is looked at often and given up on soon, so that the tests need not wait. */
const timing = { watch: 50, look: 50, lastLook: 300, job: 2_000 };

describe('a ticket on its way to the paper', () => {
  let hub: StandInHub;
  let machine: EscposSimulator;
  let folder: string;
  let printer: SlipPrinter;
  let spool: Spool;
  let terminal: TestTerminal;
  let page: TestPage;

  beforeEach(async () => {
    hub = await standInHub();
    machine = new EscposSimulator();
    await machine.listen();
    folder = mkdtempSync(join(tmpdir(), 'lobby-printing-'));
    await start();
  });
  afterEach(async () => {
    await stop();
    await machine.close();
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    printer = openEscposPrinter({ stream: openByteStream(`tcp://127.0.0.1:${machine.port}`), columns: 48, timing });
    spool = openSpool({ file: join(folder, 'spool.sqlite'), printer, clock: Date });
    terminal = await startTerminal({ hub, dataFolder: folder, printing: { printer, prints: spool } });
    page = await openPage(terminal.gateway.address);
    await until(() => printer.status.online);
  }

  async function stop(): Promise<void> {
    page.leave();
    await terminal.close();
    await spool.close();
    await printer.close();
  }

  function reported(): readonly unknown[] {
    return hub.heardAt('POST /api/terminal/prints').flatMap(({ body }) => printReport.parse(body).prints);
  }

  async function openVisit(): Promise<void> {
    terminal.reader.layDown(ZHANG);
    await page.next('visit.opened');
  }

  it('is printed, and the page follows it by events', async () => {
    await openVisit();
    const { status, body } = await page.post('/agent/print', wish);
    expect(status).toBe(200);
    const states = [
      await page.next('print.changed'),
      await page.next('print.changed'),
      await page.next('print.changed'),
    ];
    expect(states.map((change) => change.state)).toEqual(['queued', 'printing', 'printed']);
    expect(states.every((change) => change.jobId === body['jobId'] && change.ticketId === 'ticket-1')).toBe(true);
    expect(machine.slips).toHaveLength(1);
    expect(machine.slips[0]?.text).toContain('A012');
    const [asked] = hub.heardAt(SLIP);
    expect(asked?.path).toMatch(/\?language=zh&profile=default&print=key-of-first-print$/);
    expect(asked?.headers['x-visit-secret']).toBe(VISIT.secret);
  });

  it('has the way of whoever walks without stairs, when its page says so', async () => {
    await openVisit();
    await page.post('/agent/print', { ...wish, profile: 'step-free' });
    expect(hub.heardAt(SLIP)[0]?.path).toContain('profile=step-free');
  });

  it('is printed once for a double tap', async () => {
    await openVisit();
    const [first, second] = await Promise.all([page.post('/agent/print', wish), page.post('/agent/print', wish)]);
    const third = await page.post('/agent/print', wish);
    expect(new Set([first, second, third].map(({ body }) => body['jobId'])).size).toBe(1);
    await spool.idle();
    expect(machine.slips).toHaveLength(1);
  });

  it('is refused with the reason when there is no paper, and the page hears of the paper', async () => {
    await openVisit();
    machine.pullPaper();
    const saysPaperIsOut = { type: 'device.changed', paper: 'out', printer: { fault: 'paper-out' } };
    await until(() => page.events.at(-1)?.type === 'device.changed');
    expect(page.events.at(-1)).toMatchObject(saysPaperIsOut);
    await page.post('/agent/print', wish);
    await page.next('print.changed');
    expect(await page.next('print.changed')).toMatchObject({ state: 'refused', problem: 'paper-out' });
    machine.insertPaper();
    await until(() => printer.status.paper === 'ok');
    await page.post('/agent/print', { ...wish, key: 'key-of-second-print' });
    await spool.idle();
    expect(machine.slips).toHaveLength(1);
  });

  it('is not printed for a visit that is over, nor for one that is not here', async () => {
    expect((await page.post('/agent/print', wish)).body).toEqual({ ok: false, reason: 'visit-ended' });
    await openVisit();
    await page.post('/agent/visit/end', { visitId: VISIT.visitId, why: 'finished' });
    expect((await page.post('/agent/print', wish)).body).toEqual({ ok: false, reason: 'visit-ended' });
    expect(hub.heardAt(SLIP)).toHaveLength(0);
  });

  it('is not printed when the patient left while the hub was asked, and the hub knows that it is not on paper', async () => {
    await openVisit();
    const { promise: leaving, resolve: left } = Promise.withResolvers<undefined>();
    const slip = { title: '绍城医院', big: 'A012', lines: [] };
    hub.answer(SLIP, async () => {
      await leaving;
      return { body: { ok: true, slip } };
    });
    const printing = page.post('/agent/print', wish);
    await until(() => hub.heardAt(SLIP).length === 1);
    await page.post('/agent/visit/end', { visitId: VISIT.visitId, why: 'idle' });
    left(undefined);
    expect(await printing).toMatchObject({ body: { ok: false, reason: 'visit-ended' } });
    await until(() => reported().length === 1);
    expect(reported()).toEqual([{ key: wish.key, ticketId: 'ticket-1', outcome: 'refused' }]);
    await spool.idle();
    expect(machine.slips).toHaveLength(0);
  });

  it('that is on paper stays so when its page asks once more and the patient leaves meanwhile', async () => {
    await openVisit();
    const { body } = await page.post('/agent/print', wish);
    await until(() => reported().length === 1);
    const { promise: leaving, resolve: left } = Promise.withResolvers<undefined>();
    hub.answer(SLIP, async () => {
      await leaving;
      return { body: { ok: true, slip: { title: '绍城医院', big: 'A012', lines: [] } } };
    });
    const again = page.post('/agent/print', wish);
    await until(() => hub.heardAt(SLIP).length === 2);
    await page.post('/agent/visit/end', { visitId: VISIT.visitId, why: 'finished' });
    left(undefined);
    expect((await again).body).toEqual(body);
    expect(reported()).toEqual([{ key: wish.key, ticketId: 'ticket-1', outcome: 'printed' }]);
    expect(machine.slips).toHaveLength(1);
  });

  it('that the hub does not know is refused, and so is any while the hub is away', async () => {
    await openVisit();
    hub.answer(SLIP, { status: 404, body: { ok: false, reason: 'no-such-ticket' } });
    expect(await page.post('/agent/print', wish)).toMatchObject({ status: 404, body: { reason: 'no-such-ticket' } });
    await hub.stop();
    expect(await page.post('/agent/print', wish)).toMatchObject({ status: 503, body: { reason: 'hub-away' } });
    await hub.startAgain();
    expect(machine.slips).toHaveLength(0);
  });

  it('is not printed again by an agent that starts again, and its page starts from welcome', async () => {
    await openVisit();
    await page.post('/agent/print', wish);
    await spool.idle();
    await stop();
    await start();
    expect(page.events[0]?.type).toBe('hello');
    expect((await page.get(`/api/visits/${VISIT.visitId}/agenda`)).status).toBe(409);
    await spool.idle();
    expect(machine.slips).toHaveLength(1);
  });

  it('is known to the hub by its end, also when the hub was away at that moment and the agent died since', async () => {
    await openVisit();
    machine.pullPaper();
    await until(() => printer.status.paper === 'out');
    await page.post('/agent/print', wish);
    await until(() => reported().length === 1);
    hub.answer('POST /api/terminal/prints', 'cut');
    machine.insertPaper();
    await until(() => printer.status.paper === 'ok');
    await page.post('/agent/print', { ...wish, key: 'key-of-second-print' });
    await spool.idle();
    await stop();
    hub.answer('POST /api/terminal/prints', { body: { ok: true } });
    await start();
    await until(() => spool.unreported().length === 0);
    const [refused, ...printed] = reported();
    expect(refused).toEqual({ key: wish.key, ticketId: 'ticket-1', outcome: 'refused' });
    expect(printed.at(-1)).toEqual({ key: 'key-of-second-print', ticketId: 'ticket-1', outcome: 'printed' });
  });

  it('that the disk cannot keep is refused with that reason, and the hub knows that it is not on paper', async () => {
    await stop();
    printer = openEscposPrinter({ stream: openByteStream(`tcp://127.0.0.1:${machine.port}`), columns: 48, timing });
    spool = openSpool({ file: join(folder, 'spool.sqlite'), printer, clock: Date, maxPages: 1 });
    terminal = await startTerminal({ hub, dataFolder: folder, printing: { printer, prints: spool } });
    page = await openPage(terminal.gateway.address);
    await openVisit();
    const lines = Array.from({ length: 60 }, () => ({ label: '长', value: '长'.repeat(400) }));
    hub.answer(SLIP, { body: { ok: true, slip: { title: '绍城医院', big: 'A012', lines } } });
    expect(await page.post('/agent/print', wish)).toEqual({ status: 507, body: { ok: false, reason: 'not-taken' } });
    await until(() => reported().length === 1);
    expect(reported()).toEqual([{ key: wish.key, ticketId: 'ticket-1', outcome: 'refused' }]);
    expect(machine.slips).toHaveLength(0);
    expect(terminal.log.at(-1)).toBe('print job not taken {"reason":"disk-full"}');
  });

  it('is fetched after the hub has heard how the one before ended', async () => {
    await openVisit();
    machine.pullPaper();
    await until(() => printer.status.paper === 'out');
    await page.post('/agent/print', wish);
    await spool.idle();
    await page.post('/agent/print', { ...wish, key: 'key-of-second-print' });
    const order = hub.heard.map(({ path }) => path).filter((path) => /prints$|slips/.test(path));
    expect(order.map((path) => path.replace(/.*print=/, ''))).toEqual([
      wish.key,
      '/api/terminal/prints',
      'key-of-second-print',
    ]);
  });

  it('is not known to have been printed when the printer falls silent, and the hub hears of it', async () => {
    await openVisit();
    machine.setFaults({ noConfirmation: true });
    await page.post('/agent/print', wish);
    await until(() => page.events.some((event) => event.type === 'print.changed' && event.state === 'unknown'));
    await until(() => hub.heardAt('POST /api/terminal/state').some(({ body }) => saysUnknownJobs(body)));
    expect(terminal.log.join('\n')).not.toContain('A012');
  });
});

function saysUnknownJobs(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'unknownJobs' in body && body.unknownJobs === 1;
}
