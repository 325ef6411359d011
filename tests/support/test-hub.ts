import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenHub } from '@lobby/hub/open.ts';
import { hubFile } from '@lobby/hub/open.ts';
import { openDatabase } from '@lobby/hub/store/open-database.ts';
import type { Database } from '@lobby/hub/store/tables.ts';
import { inject, onTestFinished } from 'vitest';
import { layFirstStart } from './first-start.ts';
import { openDemoHub, type DemoHub, type DemoHubSettings, type TestPlace } from './demo-hub.ts';
import { databaseAt, onServer } from './postgres.ts';

export { checkInWithCard, demoSite, mondayMorning, newKey, presentCard, type TestPlace } from './demo-hub.ts';

export type TestDatabase = 'sqlite' | 'postgres';
export const testDatabases: readonly TestDatabase[] = ['sqlite', 'postgres'];

/**
 * A folder, and a database of its own where the test runs on PostgreSQL; both are gone after the test. The database has
 * the tables of this hub already, unless the test is about how they come.
 */
export async function testPlace(kind: TestDatabase, tables: 'there' | 'none' = 'there'): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-hub-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, databaseUrl: kind === 'postgres' ? await ownDatabase(tables) : undefined };
}

async function ownDatabase(tables: 'there' | 'none'): Promise<string> {
  const server = inject('postgresUrl');
  const template = tables === 'there' ? inject('postgresTemplate') : 'template1';
  const name = `lobby_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  onTestFinished(() => onServer(server, `drop database ${name} with (force)`));
  return databaseAt(server, name);
}

export interface TestHub extends DemoHub {
  /** The hub's tables, read over a connection of the test's own. */
  readonly tables: Database;
}

/** The demo hub, closed after the test. */
export async function openTestHub(place: TestPlace, settings: DemoHubSettings = {}): Promise<TestHub> {
  await layFirstStart(place.folder, settings, inject('firstStarts'));
  const opened = await openDemoHub(place, settings);
  onTestFinished(() => opened.hub.close());
  return { ...opened, tables: tablesOf(place) };
}

/** The tables of a hub, over a connection of the test's own. */
export function tablesOf(place: TestPlace): Database {
  const opened = openDatabase({ url: place.databaseUrl, file: hubFile(place.folder), onTrouble: () => undefined });
  onTestFinished(() => opened.database.destroy());
  return opened.database;
}

/** Logs a demo doctor in at a desk. */
export async function sitDown(hub: OpenHub, deskId: string, workNo: string): Promise<string> {
  const login = await hub.desks.login(deskId, workNo, `demo-${workNo}`);
  if (login.token === undefined) throw new Error(`${workNo} could not log in at ${deskId}`);
  return login.token;
}

/** Waits until something is so; fails after a patience that only a broken thing needs. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
