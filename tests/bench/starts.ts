import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figures.ts';

/** `npm start` of a fresh clone until it prints its addresses, and once more. Installs packages: needs the network. */
export async function measureStarts(repository: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-start-'));
  const clone = join(folder, 'lobby');
  try {
    spawnSync('git', ['clone', '--quiet', repository, clone]);
    const cold = await secondsToStart(clone);
    const warm = await secondsToStart(clone);
    return [
      {
        what: 'npm start on a fresh clone, packages installed',
        reached: `${cold.toFixed(0)} s`,
        beside: 'goal 2 minutes',
      },
      {
        what: 'npm start the second time',
        reached: `${warm.toFixed(1)} s`,
        beside: `ratio to the first ${(cold / warm).toFixed(0)}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function secondsToStart(clone: string): Promise<number> {
  const started = performance.now();
  const npm = spawn('npm', ['start', '--', '--port', '18300'], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => npm.on('exit', () => resolve()));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    npm.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ctrl-C')) resolve();
    });
    void ended.then(() => reject(new Error(`npm start ended:\n${output}`)));
  });
  const seconds = (performance.now() - started) / 1000;
  process.kill(-(npm.pid ?? 0), 'SIGINT');
  await ended;
  return seconds;
}
