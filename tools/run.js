// Runs one of our TypeScript entry points on the Node that the project pins, whatever Node npm was started with.
import { spawn } from 'node:child_process';
import { pinnedNode } from './pinned-node.js';

const [entry, ...rest] = process.argv.slice(2);
const child = spawn(pinnedNode(), [String(entry), ...rest], { stdio: 'inherit' });
process.on('SIGINT', () => child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
