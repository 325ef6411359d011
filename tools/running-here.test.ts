import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noteRunning, othersRunning, whoRuns } from './running-here.js';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lobby-running-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A process of somebody else. */
function neighbour(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  onTestFinished(() => void child.kill());
  return child.pid ?? 0;
}

const note = (pid: number, startedAt: number, hub = 'http://127.0.0.1:1') => ({ pid, hub, data: '/d', startedAt });
const leave = (notes: string, what: ReturnType<typeof note>): void =>
  writeFileSync(join(notes, `${what.pid}.json`), JSON.stringify(what));

test('whoever has just started a hub here is found, and said with process, address and data', async () => {
  const notes = folder();
  const started = note(neighbour(), Date.now());
  leave(notes, started);
  expect(await othersRunning(notes)).toEqual([started]);
  expect(whoRuns(started)).toBe(`process ${started.pid} runs the hub at http://127.0.0.1:1 with the data in /d`);
});

test('a note of a process that is gone, or of a hub that does not answer, stands in nobody’s way', async () => {
  const notes = folder();
  const hub = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void hub.close());
  const address = hub.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const [silent, answers] = [note(neighbour(), 0), note(neighbour(), 0, `http://127.0.0.1:${port}`)];
  for (const one of [silent, answers, note(2 ** 22 + 1, Date.now())]) leave(notes, one);
  expect(await othersRunning(notes)).toEqual([answers]);
  expect(readdirSync(notes)).toEqual([`${answers.pid}.json`]);
});

test('nobody stands in their own way, and the note goes with its hub', async () => {
  const notes = folder();
  const takeAway = noteRunning({ hub: 'http://127.0.0.1:1', data: '/d' }, notes);
  expect(await othersRunning(notes)).toEqual([]);
  expect(readdirSync(notes)).toHaveLength(1);
  takeAway();
  expect(readdirSync(notes)).toEqual([]);
});
