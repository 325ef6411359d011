import { spawn } from 'node:child_process';
import { pinnedNode } from './pinned-node.js';
import { root } from './where.js';

/**
 * Runs a program on the pinned Node to its end, its output collected.
 * @param {string} entry
 * @param {string[]} args
 * @param {{ echo?: boolean, env?: Record<string, string>, cwd?: string }} [options] echo: also show the output as it comes
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runPinned(entry, args, options = {}) {
  const child = spawn(pinnedNode(), [entry, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
    if (options.echo === true) process.stdout.write(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
