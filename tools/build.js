import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode } from './pinned-node.js';
import { othersRunning, whoRuns } from './running-here.js';
import { step, Trouble } from './say.js';
import { root } from './where.js';

const stamp = join(root, 'kiosk', 'build', '.built-from');
/** Everything that ends up in the built pages. */
const sources = [
  'kiosk/src',
  'kiosk/static',
  'kiosk/vite.config.ts',
  'display',
  'config',
  'hub/contract',
  'svelte.config.js',
  'package-lock.json',
];

/** Builds the pages unless the ones there were built from these very sources. */
export async function buildIfStale() {
  const fingerprint = fingerprintOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const [other] = await othersRunning();
  if (other !== undefined)
    throw new Trouble(
      `The pages have changed, and building them would take them from a hub that runs: ${whoRuns(other)}. Stop it with Ctrl-C where it was started, then start again.`,
    );
  step('building the pages');
  const { code, output } = await viteBuild();
  if (code !== 0) throw new Trouble(`${output}\nBuilding the pages failed; the lines above say where.`);
  writeFileSync(stamp, fingerprint);
}

/** @returns {Promise<{ code: number, output: string }>} */
function viteBuild() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(pinnedNode(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'kiosk'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @param {string[]} paths */
function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((start) => filesBelow(start)))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/**
 * @param {string} start
 * @returns {string[]}
 */
function filesBelow(start) {
  const full = join(root, start);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [start];
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && !name.endsWith('.test.ts'))
    .sort()
    .flatMap((name) => filesBelow(`${start}/${name}`));
}
