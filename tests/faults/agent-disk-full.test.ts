import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test, expect } from 'vitest';
import { ReaderSimulator } from '@lobby/agent/readers/sdt/simulator/simulator.ts';
import { CREDENTIAL, standInHub, VISIT } from '../contracts/gateway-stand-in-hub.ts';
import { openPage, startTerminal, until, ZHANG } from '../contracts/gateway-terminal.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('a terminal enrols although its disk keeps no credential, and writes it down when the disk takes it', async () => {
  const hub = await standInHub();
  onTestFinished(() => hub.stop());
  const dataFolder = join(temporaryFolder(), 'agent-K01');
  // A file where the folder should be: whatever is written there fails.
  writeFileSync(dataFolder, '');
  const terminal = await startTerminal({ hub, dataFolder, timing: { report: 50 } });
  onTestFinished(() => terminal.close());
  await until(() => hub.heardAt('POST /api/terminal/state').length > 1);
  expect(terminal.log.join('\n')).toContain('credential not stored');
  const page = await openPage(terminal.gateway.address);
  terminal.reader.layDown(ZHANG);
  expect((await page.next('visit.opened')).visitId).toBe(VISIT.visitId);
  page.leave();
  rmSync(dataFolder);
  mkdirSync(dataFolder);
  await until(() => terminal.log.some((line) => line.startsWith('credential stored')));
  expect(readFileSync(join(dataFolder, 'credential'), 'utf8').trim()).toBe(CREDENTIAL);
  expect(readdirSync(dataFolder)).toEqual(['credential']);
});

test.runIf(process.platform === 'linux')(
  'an agent whose log finds no room on the disk serves its patients',
  async () => {
    const hub = await standInHub();
    onTestFinished(() => hub.stop());
    const reader = await ReaderSimulator.start();
    onTestFinished(() => reader.close());
    const port = await freePort();
    // Every write to this device is answered "no space left on device".
    const full = openSync('/dev/full', 'w');
    const child = spawn(
      process.execPath,
      ['agent/start.js', '--terminal', 'K01', '--port', String(port), '--reader', reader.address],
      {
        stdio: ['ignore', full, full],
        env: {
          ...process.env,
          LOBBY_HUB: hub.url.href,
          LOBBY_DATA: temporaryFolder(),
          LOBBY_ENROLMENT_CODE: 'CODE-OF-K01',
        },
      },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const address = `http://127.0.0.1:${port}`;
    while (
      !(await fetch(`${address}/agent/health`).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await new Promise((resolve) => setTimeout(resolve, 50));
    const page = await openPage(address);
    reader.layDown(ZHANG);
    expect((await page.next('visit.opened')).visitId).toBe(VISIT.visitId);
    page.leave();
    expect(child.exitCode).toBeNull();
  },
);
