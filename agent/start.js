// Starts the agent with little memory: a terminal may have 2 GB, and a browser wants most of them. Plain JavaScript, since
// Node loads its TypeScript stripper (30 MB) for the first .ts file that is not in the compile cache.
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';

// New objects get one small space that does not grow: the agent makes few of them, and never in a hurry.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--optimize-for-size');
enableCompileCache(resolve(process.env['LOBBY_DATA'] ?? 'data', join('compile-cache', 'agent')));

await import('./main.ts');
