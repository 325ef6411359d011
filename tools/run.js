// Runs one of our TypeScript entry points on the Node that the project pins, whatever Node npm was started with.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { requireNode18 } from './install.js';
import { pinnedNode } from './pinned-node.js';
import { tell } from './say.js';
import { compileCache } from './where.js';

await tell(async () => {
  requireNode18();
  const [entry, ...rest] = process.argv.slice(2);
  const child = spawn(pinnedNode(), [String(entry), ...rest], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
  });
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code, signal] = await once(child, 'exit');
  process.exitCode = signal === null ? code : 1;
});
