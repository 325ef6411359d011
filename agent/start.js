// Starts the agent with little memory: a terminal may have 2 GB, and a browser wants most of them. Plain JavaScript, since
// Node loads its TypeScript stripper (30 MB, kept for good) for the first .ts file that is not in the compile cache.
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { fillCache, isFilled } from './compile-cache.js';

const cache = resolve(process.env['LOBBY_DATA'] ?? 'data', 'compile-cache', 'agent');
const filling = process.argv[2] === '--fill-cache';

// New objects get one small space that does not grow: the agent makes few of them, and never in a hurry. The optimising
// compilers take 15 MB before they are of use, and would speed up what waits for a card reader anyway.
for (const flag of ['--semi-space-growth-factor=1', '--optimize-for-size', '--no-opt', '--no-maglev'])
  setFlagsFromString(flag);

// A process of its own fills the cache after each update, and the stripper ends with it.
if (!filling && !isFilled(cache)) {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const args = [import.meta.filename, '--fill-cache'];
  spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 10_000 });
}
enableCompileCache(cache);

if (filling) await fillCache(cache);
else {
  const { runFromCommandLine } = await import('./main.ts');
  await runFromCommandLine();
}
