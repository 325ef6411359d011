import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetData } from './reset.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-reset-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
}

const stored = ['hub.sqlite', 'hub.sqlite-wal', 'sandbox.sqlite', 'hub/admin-token', 'agent-K01/spool.sqlite-shm'];

it('a reset forgets all that the demo has stored', () => {
  put(...stored, 'agent-K01/credential', 'logs/hub.log', 'logs/agent-K01.log');
  forgetData(folder);
  const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(left).toEqual([]);
});

it('a reset of a folder that holds other things leaves them alone', () => {
  const others = ['letters.txt', 'hub/hub.ts', 'logs/house.log', 'agent-K01/notes/credential', 'pictures/hub.sqlite'];
  put(...stored, ...others);
  forgetData(folder);
  expect(others.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  expect(stored.filter((path) => existsSync(join(folder, path)))).toEqual([]);
});

it('a reset of a folder that is not there does nothing', () => {
  forgetData(join(folder, 'missing'));
  expect(existsSync(join(folder, 'missing'))).toBe(false);
});
