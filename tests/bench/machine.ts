import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { percentile } from './figures.ts';

/** What the figures were measured on, fsync of the data folder's disk included. */
export function describeMachine(folder: string): string {
  const [cpu] = cpus();
  const fsync = fsyncMilliseconds(folder);
  return [
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${process.platform} ${release()}, Node ${process.versions.node}`,
    `fsync of 4 kB: p50 ${percentile(fsync, 0.5).toFixed(2)} ms, p95 ${percentile(fsync, 0.95).toFixed(2)} ms`,
  ].join('; ');
}

function fsyncMilliseconds(folder: string): number[] {
  const file = join(folder, 'fsync-probe');
  const handle = openSync(file, 'w');
  const page = Buffer.alloc(4096);
  const samples = Array.from({ length: 200 }, () => {
    const started = performance.now();
    writeSync(handle, page);
    fsyncSync(handle);
    return performance.now() - started;
  });
  closeSync(handle);
  rmSync(file);
  return samples;
}
