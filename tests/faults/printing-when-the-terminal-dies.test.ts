import { EscposSimulator } from '@lobby/agent/printers/escpos/simulator/index.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const terminal = fileURLToPath(new URL('print-terminal.ts', import.meta.url));
const tickets = ['A001', 'A002', 'A003'];
let folder: string;
let simulator: EscposSimulator;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-print-'));
  simulator = new EscposSimulator();
  await simulator.listen();
});

afterEach(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

function startTerminal(port: number): ChildProcess {
  const args = [terminal, join(folder, 'spool.sqlite'), `tcp://127.0.0.1:${port}`, ...tickets];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A wire that lets so many bytes through to the printer, or back from it, and then strikes. */
async function wire(limit: { readonly to: number; readonly from: number }, strike: () => void): Promise<Server> {
  const left = { ...limit };
  const server = createServer((near) => {
    const far = connect({ port: simulator.port, host: '127.0.0.1', noDelay: true });
    near.setNoDelay(true);
    const pass = (way: 'to' | 'from', bytes: Buffer, write: (bytes: Buffer) => void) => {
      const through = bytes.subarray(0, Math.max(0, left[way]));
      left[way] -= bytes.length;
      if (through.length > 0) write(through);
      if (left[way] <= 0) strike();
    };
    near.on('data', (bytes: Buffer) => pass('to', bytes, (part) => far.write(part)));
    far.on('data', (bytes: Buffer) => pass('from', bytes, (part) => near.write(part)));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function runAndKill(limit: { readonly to: number; readonly from: number }): Promise<void> {
  let child: ChildProcess | null = null;
  const server = await wire(limit, () => child?.kill('SIGKILL'));
  child = startTerminal(portOf(server));
  await once(child, 'exit');
  await new Promise((resolve) => server.close(resolve));
}

async function runToTheEnd(): Promise<{ ticketId: string; state: string }[]> {
  const child = startTerminal(simulator.port);
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  await once(child, 'close');
  return JSON.parse(said) as { ticketId: string; state: string }[];
}

const never = Number.POSITIVE_INFINITY;
const strikes = [1, 12, 13, 60, 150, 240, 262, 300, 480, 700].map((to) => ({ to, from: never }));
const answers = [4, 5, 6, 9, 14].map((from) => ({ to: never, from }));

test('a terminal killed in the middle of a ticket does not know its end, and prints the others', async () => {
  await runAndKill({ to: 60, from: never });
  const jobs = await runToTheEnd();
  expect(jobs.map(({ state }) => state)).toEqual(['unknown', 'printed', 'printed']);
});

test.each([...strikes, ...answers])(
  'killed after $to bytes to the printer, or $from from it, a terminal never prints a ticket twice',
  async (limit) => {
    await runAndKill(limit);
    const jobs = await runToTheEnd();
    const numbers = simulator.slips.flatMap(({ lines }) => lines);
    expect(jobs.map(({ ticketId }) => ticketId)).toEqual(tickets);
    for (const { ticketId, state } of jobs) {
      const times = numbers.filter((line) => line.includes(ticketId)).length;
      expect(['printed', 'unknown']).toContain(state);
      expect(times).toBeLessThanOrEqual(1);
      if (state === 'printed') expect(times).toBe(1);
    }
    expect(jobs.filter(({ state }) => state === 'unknown').length).toBeLessThanOrEqual(1);
  },
);
