import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { migrate } from '@lobby/hub/store/migrate.ts';
import { openDatabase } from '@lobby/hub/store/open-database.ts';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server on which a test may make databases. */
    readonly postgresUrl: string;
    /** A database on it with the tables of this hub and nothing in them, to make others from. */
    readonly postgresTemplate: string;
  }
}

/** One PostgreSQL server for a whole run: that of DATABASE_URL, else one of our own that ends with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const server =
    given !== undefined && given !== ''
      ? { url: given, stop: async () => undefined }
      : await startPostgres('forgetful');
  const template = `lobby_template_${randomBytes(6).toString('hex')}`;
  await onServer(server.url, `create database ${template}`);
  await makeTables(databaseAt(server.url, template));
  project.provide('postgresUrl', server.url);
  project.provide('postgresTemplate', template);
  return async () => {
    await onServer(server.url, `drop database ${template} with (force)`);
    await server.stop();
  };
}

/**
 * Starts PostgreSQL beside this process; it also stops when this process is killed. A forgetful one waits for no disk:
 * it would not survive a power cut, and is quicker.
 */
export async function startPostgres(
  memory: 'durable' | 'forgetful',
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const program = fileURLToPath(new URL('postgres-keeper.ts', import.meta.url));
  const keeper = spawn(process.execPath, [program, memory], { stdio: ['pipe', 'pipe', 'inherit'] });
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

/** The address of a database on a server. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Has a server carry out a statement. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function makeTables(url: string): Promise<void> {
  const { database, kind } = openDatabase({ url, file: '', onTrouble: () => undefined });
  const migrated = await migrate(database, kind);
  await database.destroy();
  if (!migrated.ok) throw new Error(migrated.sentence);
}
