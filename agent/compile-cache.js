import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What an agent runs: its start, and each program that it imports only when a device needs it. */
export const programs = [
  './main.ts',
  './readers/sdt/open-sdt-reader.ts',
  './readers/sdt/site-layouts.ts',
  './readers/external/external-reader.ts',
  './readers/external/external-scanner.ts',
  './readers/external/decoders.ts',
  './scanners/serial/open-serial-scanner.ts',
  './printers/escpos/escpos-printer.ts',
];
/** The folders that its sources are in. */
const folders = ['.', '../config', '../hub/contract'];

/**
 * Whether the cache was filled from the sources as they are now, by this version of Node.
 * @param {string} cache
 */
export function isFilled(cache) {
  try {
    return readFileSync(stampOf(cache), 'utf8') === sources();
  } catch {
    return false;
  }
}

/**
 * Compiles what an agent runs, into the cache that is enabled, without running it.
 * @param {string} cache
 */
export async function fillCache(cache) {
  const now = sources();
  for (const program of programs) await import(program);
  flushCompileCache();
  writeFileSync(stampOf(cache), now);
}

/** @param {string} cache */
function stampOf(cache) {
  return join(cache, 'filled-from.txt');
}

/** Names, sizes and times of all sources: a package may bring files that are older than the ones before. */
function sources() {
  const lines = folders.flatMap((folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!\.test)\.ts$/.test(name),
    );
    return names.sort().map((name) => {
      const { size, mtimeMs } = statSync(join(path, name));
      return `${folder}/${name} ${size} ${mtimeMs}`;
    });
  });
  return [process.version, ...lines, ''].join('\n');
}
