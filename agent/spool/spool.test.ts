import type { Slip } from '@lobby/hub/contract';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openEscposPrinter } from '../printers/escpos/escpos-printer.ts';
import { EscposSimulator } from '../printers/escpos/simulator/index.ts';
import type { SlipPrinter } from '../printers/slip-printer.ts';
import { openByteStream } from '../transport/open.ts';
import { openSpool, type Spool } from './index.ts';
import { storageReason } from './storage-reason.ts';

const slip: Slip = { title: '绍城医院', big: 'A012', lines: [{ label: '姓名', value: '欧阳*明' }] };
vi.setConfig({ testTimeout: 30_000 });
const now = Date.parse('2026-11-23T08:52:00+08:00');
const clock = { now: () => now };
let folder: string;
let file: string;
let simulator: EscposSimulator;
let printer: SlipPrinter;
let spool: Spool | null = null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-spool-'));
  file = join(folder, 'spool.sqlite');
  simulator = new EscposSimulator();
  const stream = openByteStream(`tcp://127.0.0.1:${await simulator.listen()}`);
  printer = openEscposPrinter({
    stream,
    columns: 48,
    timing: { answer: 250, late: 30, look: 20, lastLook: 300, watch: 0 },
  });
  if (!stream.state.open) await new Promise<void>((resolve) => stream.onState((state) => state.open && resolve()));
});

afterEach(async () => {
  await spool?.close();
  spool = null;
  await printer.close();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

function open(): Spool {
  return (spool = openSpool({ file, printer, clock }));
}

/** Leaves the file as a crash would, with a job in this state. */
function leaveJob(state: 'queued' | 'printing', changedAt = now): void {
  const database = new DatabaseSync(file);
  database
    .prepare(`INSERT INTO jobs (id, key, ticket_id, state, slip, changed_at) VALUES ('j', 'k', 't', ?, ?, ?)`)
    .run(state, JSON.stringify(slip), changedAt);
  database.close();
}

function bytesOnDisk(): string {
  return [file, `${file}-wal`].map((path) => (existsSync(path) ? readFileSync(path).toString('utf8') : '')).join('');
}

test('a ticket is queued, printing, printed; and comes out once', async () => {
  const states: string[] = [];
  open().onChange(({ state }) => states.push(state));
  expect(spool?.enqueue({ key: 'k1', ticketId: 't1', slip })).toMatchObject({ ok: true, job: { state: 'queued' } });
  await spool?.idle();
  expect(states).toEqual(['queued', 'printing', 'printed']);
  expect(simulator.slips).toHaveLength(1);
});

test('a double tap with the same key is one job and one slip', async () => {
  const first = open().enqueue({ key: 'k1', ticketId: 't1', slip });
  await spool?.idle();
  const second = spool?.enqueue({ key: 'k1', ticketId: 't1', slip });
  expect(second).toMatchObject({ ok: true, job: { state: 'printed', id: first.ok && first.job.id } });
  await spool?.idle();
  expect(simulator.slips).toHaveLength(1);
});

test('`printing` is on disk before the first byte leaves', async () => {
  let stored: unknown;
  const early: Pick<SlipPrinter, 'print'> = {
    print: async (_, options) => {
      await options?.onSending?.();
      const database = new DatabaseSync(file, { readOnly: true });
      stored = database.prepare('SELECT state FROM jobs').get()?.['state'];
      database.close();
      return { outcome: 'printed', status: printer.status, problem: null };
    },
  };
  spool = openSpool({ file, printer: early, clock });
  spool.enqueue({ key: 'k1', ticketId: 't1', slip });
  await spool.idle();
  expect(stored).toBe('printing');
});

test('a refused job sent nothing, and the same ticket prints under a new key', async () => {
  simulator.openCover();
  open().enqueue({ key: 'k1', ticketId: 't1', slip });
  await spool?.idle();
  const refused = spool?.enqueue({ key: 'k1', ticketId: 't1', slip });
  expect(refused).toMatchObject({ job: { state: 'refused', problem: 'cover-open' } });
  simulator.closeCover();
  spool?.enqueue({ key: 'k2', ticketId: 't1', slip });
  await spool?.idle();
  expect(simulator.slips).toHaveLength(1);
});

test('a ticket that is on paper already comes out marked as a reprint, one that was refused does not', async () => {
  simulator.openCover();
  open().enqueue({ key: 'k1', ticketId: 't1', slip });
  await spool?.idle();
  simulator.closeCover();
  for (const key of ['k2', 'k3']) {
    spool?.enqueue({ key, ticketId: 't1', slip });
    await spool?.idle();
  }
  expect(simulator.slips.map(({ text }) => text.includes('补打'))).toEqual([false, true]);
});

test('nothing personal is left on disk when a job has ended', async () => {
  open().enqueue({ key: 'k1', ticketId: 't1', slip });
  expect(bytesOnDisk()).toContain('欧阳');
  await spool?.idle();
  expect(bytesOnDisk()).not.toContain('欧阳');
});

test('a job that was printing when the terminal died is unknown, keeps its ticket and is not sent again', async () => {
  await open().close();
  leaveJob('printing');
  open();
  await spool?.idle();
  expect(spool?.job('j')).toMatchObject({ state: 'unknown', ticketId: 't' });
  expect(spool?.unknownCount()).toBe(1);
  expect(simulator.slips).toHaveLength(0);
  expect(bytesOnDisk()).not.toContain('欧阳');
});

test('a reprint of the ticket settles what was unknown', async () => {
  await open().close();
  leaveJob('printing');
  open().enqueue({ key: 'again', ticketId: 't', slip: { ...slip, reprint: true } });
  await spool?.idle();
  expect(spool?.unknownCount()).toBe(0);
});

test('a job that was queued when the terminal died is printed at the next start', async () => {
  await open().close();
  leaveJob('queued');
  open();
  await spool?.idle();
  expect(spool?.job('j')?.state).toBe('printed');
  expect(simulator.slips).toHaveLength(1);
});

test('a job left over from this morning is not printed for a patient who has gone', async () => {
  await open().close();
  leaveJob('queued', now - 3 * 3600 * 1000);
  open();
  await spool?.idle();
  expect(spool?.job('j')?.state).toBe('refused');
  expect(simulator.slips).toHaveLength(0);
  expect(bytesOnDisk()).not.toContain('欧阳');
});

test('a full disk is a reason, and the spool goes on when there is room', async () => {
  open();
  const limit = new DatabaseSync(file);
  const pages = Number(limit.prepare('PRAGMA page_count').get()?.['page_count']);
  limit.close();
  const huge: Slip = { ...slip, lines: Array.from({ length: 60 }, () => ({ label: '长', value: '长'.repeat(400) })) };
  await spool?.close();
  spool = openSpool({ file, printer, clock, maxPages: pages });
  expect(spool.enqueue({ key: 'k1', ticketId: 't1', slip: huge })).toEqual({ ok: false, reason: 'disk-full' });
  expect(spool.enqueue({ key: 'k2', ticketId: 't2', slip })).toMatchObject({ ok: true });
  await spool.idle();
  expect(simulator.slips).toHaveLength(1);
});

test('a spool that cannot be opened answers every job with the reason', () => {
  spool = openSpool({ file: join(folder, 'missing', 'spool.sqlite'), printer, clock });
  expect(spool.enqueue({ key: 'k1', ticketId: 't1', slip })).toEqual({ ok: false, reason: 'storage-failed' });
  expect(spool.unknownCount()).toBe(0);
});

test('a file that may only be read is a reason of its own', async () => {
  await open().close();
  const database = new DatabaseSync(file, { readOnly: true });
  expect(() => database.exec('DELETE FROM jobs')).toThrow(
    expect.toSatisfy((error: unknown) => storageReason(error) === 'read-only'),
  );
  database.close();
});

test('jobs that ended long ago are forgotten', async () => {
  open().enqueue({ key: 'k1', ticketId: 't1', slip });
  await spool?.idle();
  await spool?.close();
  spool = openSpool({ file, printer, clock: { now: () => now + 8 * 24 * 3600 * 1000 } });
  expect(spool.enqueue({ key: 'k1', ticketId: 't1', slip })).toMatchObject({ job: { state: 'queued' } });
  await spool.idle();
});
