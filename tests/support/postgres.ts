import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server on which a test may make databases. */
    readonly postgresUrl: string;
  }
}

/** One PostgreSQL server for a whole run: that of DATABASE_URL, else one of our own that ends with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given);
    return async () => undefined;
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}

/** Starts PostgreSQL beside this process; it also stops when this process is killed. */
export async function startPostgres(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('postgres-keeper.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(keeper.stdout), 'line')) as [string];
  const said = JSON.parse(line) as { readonly url?: string; readonly error?: string };
  if (said.url === undefined) throw new Error(said.error ?? 'PostgreSQL did not start');
  const stop = async (): Promise<void> => {
    const gone = once(keeper, 'exit');
    keeper.stdin.end();
    await gone;
  };
  return { url: said.url, stop };
}
