import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { programs } from './compile-cache.js';

const program = fileURLToPath(new URL('start.js', import.meta.url));
let data: string;
let stamp: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'lobby-start-'));
  stamp = join(data, 'compile-cache', 'agent', 'filled-from.txt');
});
afterEach(() => rmSync(data, { recursive: true }));

/** Starts for a terminal that the site has not, so that it ends at once. */
function start() {
  const env = { ...process.env, LOBBY_DATA: data };
  return spawnSync(process.execPath, [program, '--terminal', 'K99'], { env, encoding: 'utf8' });
}

test('the first start compiles all sources ahead, the next one finds them compiled', { timeout: 30_000 }, () => {
  expect(start()).toMatchObject({ status: 2, stderr: expect.stringContaining('has no terminal K99') });
  expect(readdirSync(join(data, 'compile-cache', 'agent')).length).toBeGreaterThan(1);
  const filledAt = statSync(stamp).mtimeMs;
  expect(start().status).toBe(2);
  expect(statSync(stamp).mtimeMs).toBe(filledAt);
});

test('after an update they are compiled anew', { timeout: 30_000 }, () => {
  start();
  writeFileSync(stamp, 'older sources');
  start();
  expect(statSync(stamp).size).toBeGreaterThan(100);
});

test('every driver that is loaded when it is needed is compiled ahead', () => {
  const drivers = readFileSync(fileURLToPath(new URL('open-devices.ts', import.meta.url)), 'utf8');
  const loaded = [...drivers.matchAll(/await import\('(.+?)'\)/g)].map(([, path]) => path);
  expect(loaded).not.toEqual([]);
  expect(programs).toEqual(expect.arrayContaining(loaded));
});
