import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what the first starts of hubs have made, for the whole run. */
    readonly firstStarts: string;
  }
}

/** Gives a run its folder of first starts, and takes it away at the end. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-first-starts-'));
  project.provide('firstStarts', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
