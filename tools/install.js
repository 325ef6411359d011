import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentGone } from './parent.js';
import { step, Trouble } from './say.js';
import { requireLibatomic } from './system-packages.js';
import { root } from './where.js';

/** Exit code of a program that was killed. */
const STOPPED = 137;

/** Ends with a sentence when the Node that npm runs on is too old even to install the pinned one. */
export function requireNode18() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 18) {
    throw new Trouble(
      `Node ${process.versions.node} is too old: install Node 18 or newer from nodejs.org, then run this again.`,
    );
  }
}

/** Ends with a sentence when the repository's own folder may not be written. */
export function requireWritable(folder = root) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Trouble(
      `The folder ${folder} may not be written: give yourself write permission, or choose another place.`,
    );
  }
}

/** Installs what package-lock.json names, unless exactly that is installed already. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  requireWritable();
  requireLibatomic();
  step('installing packages (about a minute, the first time only)');
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) return;
  if (code === STOPPED) throw new Trouble('Stopped while installing.');
  throw new Trouble(
    'Installing failed; npm says why above. Check the network and the free space, then run this again.',
  );
}

/** Whether node_modules holds every package of the lock file in its version; npm notes there what it installed. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !path.startsWith('node_modules/') || entry.optional === true) return true;
    return present[path]?.version === entry.version;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * Runs npm with these arguments in the repository; resolves to its exit code.
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function npm(args, options = {}) {
  const viaNode = process.env['npm_execpath'];
  const [command, all] = viaNode?.endsWith('.js') ? [process.execPath, [viaNode, ...args]] : ['npm', args];
  // npm itself runs on the Node it came with: the pinned one appears only while it installs.
  const output = options.quiet === true ? 'ignore' : 'inherit';
  const child = spawn(command, all, {
    cwd: root,
    stdio: ['ignore', output, 'inherit'],
    shell: process.platform === 'win32',
  });
  // It would go on after this tool has been ended, and on SIGTERM until its last request has failed. What it leaves half
  // done, the next installation clears away.
  const stopping = Promise.race([new Promise((asked) => process.once('SIGTERM', asked)), parentGone()]);
  void stopping.then(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === 'SIGKILL' ? STOPPED : (code ?? 1)));
  });
}
