// Opens a map beside the hub: a thread of its own, so that nobody waits at a terminal for it.
import { parentPort, workerData } from 'node:worker_threads';
import { compile, type CompileWish } from './compile.ts';

parentPort?.postMessage(compile(workerData as CompileWish));
