import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

async function run(...words: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('command-line.ts', import.meta.url)), ...words]);
  let [said, complained] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (complained += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said, complained };
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-operator-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'hub'));
  writeFileSync(join(folder, 'hub', 'admin-token'), 'a-token-of-the-operator-0123456789\n');
  return folder;
}

const refusal = {
  ok: false,
  reason: 'device-unknown',
  message: { zh: '配置里没有这台设备。', en: 'The site has no such device.' },
};

/** Answers as the hub's operator endpoint does: a code for K01, a refusal for everything else. */
async function listeningHub(): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes: Buffer) => (body += bytes.toString()));
    request.on('end', () => {
      const known = request.headers.authorization === 'Bearer a-token-of-the-operator-0123456789';
      const right =
        known &&
        request.url === '/api/operator/codes' &&
        /^{"key":"[\w-]{36}","kind":"terminal","id":"K01"}$/.test(body);
      response.end(JSON.stringify(right ? { ok: true, code: '7KQM-2XWA-9DRT' } : refusal));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('an operator gets a code for a terminal', async () => {
  const words = ['issue-code', '--hub', await listeningHub(), '--data', dataFolder()];
  expect(await run(...words, '--kind', 'terminal', '--id', 'K01')).toEqual({
    code: 0,
    said: '7KQM-2XWA-9DRT\n',
    complained: '',
  });
  expect(await run(...words, '--kind', 'desk', '--id', 'K01')).toEqual({
    code: 1,
    said: '',
    complained: 'No code for desk K01: The site has no such device.\n',
  });
});

test('an operator who asks for help gets it, and nothing is called wrong', async () => {
  for (const words of [['--help'], ['help'], ['staff', '--help']]) {
    const { code, said, complained } = await run(...words);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said).toContain('npm run -s hub -- issue-code');
  }
}, 30_000);

test('an operator is told what is missing', async () => {
  expect((await run()).complained).toMatch(/^Say what to do\.\n[^]*npm run -s hub -- issue-code/);
  expect((await run('issue-code', '--kind', 'lamp', '--id', 'K01')).complained).toMatch(
    /^--kind must be one of terminal, screen, desk\./,
  );
  expect((await run('issue-code', '--kind', 'desk')).complained).toMatch(/^--id must name the device\./);
  expect((await run('issue-code', '--colour', 'red')).code).toBe(2);
  const away = await run(
    'issue-code',
    '--kind',
    'desk',
    '--id',
    'D1',
    '--data',
    dataFolder(),
    '--hub',
    'http://127.0.0.1:9',
  );
  expect(away).toEqual({ code: 1, said: '', complained: 'No hub answers at http://127.0.0.1:9.\n' });
  const nothing = await run('issue-code', '--kind', 'desk', '--id', 'D1', '--data', '/nonexistent');
  expect(nothing.complained).toMatch(/admin-token cannot be read: start the hub first/);
}, 30_000);

test('a seed that is no number is answered in a sentence, with a sign as well', async () => {
  const simulated = ['simulate', '--policy', 'two-one-one', '--day', 'day.yaml', '--seed'];
  for (const seed of ['-1', 'x']) {
    const ran = await run(...simulated, seed);
    expect(ran).toMatchObject({ code: 1, said: '' });
    expect(ran.complained).toContain(`"${seed}" is no whole number such as 1`);
  }
});
