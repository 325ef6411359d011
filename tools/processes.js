import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pinnedNode } from './pinned-node.js';
import { Trouble } from './say.js';
import { root } from './where.js';

/** What a process may take to end after SIGTERM, before it is killed. */
const STOP_MILLISECONDS = 4000;

/**
 * @typedef {object} Running
 * @property {string} name
 * @property {number} pid
 * @property {Promise<number | null>} ended exit code
 * @property {(pattern: RegExp, milliseconds: number) => Promise<RegExpExecArray>} line waits for a line of its output
 * @property {() => Promise<void>} stop SIGTERM, then SIGKILL
 * @property {() => void} kill SIGKILL at once
 */

/**
 * Starts one of our programs on the pinned Node, its output in a log file.
 * @param {{ name: string, entry: string, args?: string[], cwd?: string, env?: Record<string, string>, logs: string }} what
 * @returns {Running}
 */
export function startProcess({ name, entry, args = [], cwd = root, env = {}, logs }) {
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, `${name}.log`), { flags: 'a' });
  const leash = new URL('./leash.js', import.meta.url).href;
  const child = spawn(pinnedNode(), ['--import', leash, entry, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const take = (/** @type {Buffer} */ chunk) => {
    log.write(chunk);
    output = (output + chunk.toString()).slice(-20_000);
    for (const listener of [...listeners]) listener();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.on('exit', (code) => {
      log.end();
      resolve(code);
      for (const listener of [...listeners]) listener();
    });
  });
  const dead = () => child.exitCode !== null || child.signalCode !== null;

  return {
    name,
    pid: child.pid ?? -1,
    ended,
    line: (pattern, milliseconds) =>
      new Promise((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        const look = () => {
          const found = pattern.exec(output);
          if (found === null && !dead()) return;
          finish();
          if (found === null) reject(new Trouble(lastWords(name, output)));
          else resolve(found);
        };
        const timer = setTimeout(() => {
          finish();
          reject(
            new Trouble(
              `The ${name} said nothing for ${milliseconds / 1000} s; its log is ${join(logs, `${name}.log`)}.`,
            ),
          );
        }, milliseconds);
        listeners.add(look);
        look();
      }),
    stop: async () => {
      if (dead()) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS);
      await ended;
      clearTimeout(timer);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

/**
 * @param {string} name
 * @param {string} output
 */
function lastWords(name, output) {
  const lines = output.trim().split('\n').slice(-12).join('\n');
  return `The ${name} did not start:\n${lines}`;
}

/**
 * Waits until an address answers with 200.
 * @param {string} url
 * @param {{ milliseconds: number, name: string, alive: () => boolean }} options
 */
export async function waitHealthy(url, { milliseconds, name, alive }) {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline && alive()) {
    try {
      const reply = await fetch(url, { signal: AbortSignal.timeout(2000) });
      await reply.arrayBuffer();
      if (reply.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Trouble(`The ${name} is not healthy: ${url} does not answer.`);
}

/**
 * Ends with a sentence when a port is taken or may not be used.
 * @param {number} port
 */
export async function requireFreePort(port) {
  const code = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)));
  });
  if (code === 'EADDRINUSE') {
    const other = port < 60_000 ? port + 1000 : 3000;
    throw new Trouble(
      `Port ${port} is taken: stop what uses it, or choose another with "npm start -- --port ${other}".`,
    );
  }
  if (code === 'EACCES')
    throw new Trouble(`Port ${port} may not be used without more rights: choose one above 1023 with --port.`);
}
