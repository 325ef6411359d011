import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSite, type Site } from '@lobby/config';
import { FixedClock } from '@lobby/hub/clock.ts';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import { openSandbox, type Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { hubFile, openHub, type HubSettings, type OpenHub } from '@lobby/hub/open.ts';
import { openDatabase } from '@lobby/hub/store/open-database.ts';
import type { Database } from '@lobby/hub/store/tables.ts';
import { openSpeech } from '@lobby/hub/speech/speech.ts';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { demoCard } from './demo-card.ts';

export type TestDatabase = 'sqlite' | 'postgres';
export const testDatabases: readonly TestDatabase[] = ['sqlite', 'postgres'];

/** Monday, a quarter past nine in the morning in Shaocheng. */
export const mondayMorning = '2026-11-23T01:15:00.000Z';

/** Where a hub of a test keeps its data. */
export interface TestPlace {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
}

/** A folder, and a database of its own where the test runs on PostgreSQL; both are gone after the test. */
export async function testPlace(kind: TestDatabase): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-hub-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, databaseUrl: kind === 'postgres' ? await ownDatabase() : undefined };
}

async function ownDatabase(): Promise<string> {
  const server = inject('postgresUrl');
  const name = `lobby_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  onTestFinished(() => onServer(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export function demoSite(): Site {
  return loadSite(fileURLToPath(new URL('../../config/sites/demo', import.meta.url)));
}

export interface TestHub {
  readonly hub: OpenHub;
  readonly sandbox: Sandbox;
  readonly clock: FixedClock;
  readonly troubles: readonly unknown[];
  /** The hub's tables, read over a connection of the test's own. */
  readonly tables: Database;
}

/** A whole hub with the sandbox hospital behind it, at a time that stands still. Closed after the test. */
export async function openTestHub(
  place: TestPlace,
  settings: Partial<Pick<HubSettings, 'site' | 'onCheckInStep'>> & { readonly at?: string } = {},
): Promise<TestHub> {
  const clock = new FixedClock(settings.at ?? mondayMorning);
  const site = settings.site ?? demoSite();
  const sandbox = await openSandbox({ file: join(place.folder, 'sandbox.sqlite'), site, clock });
  const troubles: unknown[] = [];
  const hub = await openHub({
    ...settings,
    site,
    clock,
    dataFolder: place.folder,
    databaseUrl: place.databaseUrl,
    hospital: sandbox,
    speech: openSpeech({
      site,
      engine: async () => ({ say: async () => Buffer.alloc(0), close: async () => undefined }),
    }),
    onTrouble: (error) => troubles.push(error),
  });
  onTestFinished(() => hub.close());
  return { hub, sandbox, clock, troubles, tables: tablesOf(place) };
}

/** The tables of a hub, over a connection of the test's own. */
export function tablesOf(place: TestPlace): Database {
  const opened = openDatabase({ url: place.databaseUrl, file: hubFile(place.folder), onTrouble: () => undefined });
  onTestFinished(() => opened.database.destroy());
  return opened.database;
}

export function newKey(): string {
  return randomUUID();
}

/** Lays the card of a demo person down at a terminal; the first file is chosen where there are several. */
export async function presentCard(hub: OpenHub, cardId: string, terminalId = 'K01'): Promise<VisitAccess> {
  const opened = await hub.visits.open(terminalId, { key: newKey(), credential: demoCard(cardId) });
  if (!opened.ok) throw new Error(`the card of ${cardId} opened no visit: ${opened.reason}`);
  return { terminalId, visitId: opened.visitId, secret: opened.secret };
}

/** Checks a demo person in for the next step of the day. */
export async function checkInWithCard(
  hub: OpenHub,
  cardId: string,
): Promise<Awaited<ReturnType<OpenHub['visits']['checkIn']>>> {
  const access = await presentCard(hub, cardId);
  const agenda = await hub.visits.agenda(access);
  const stepId = agenda.ok ? agenda.agenda.next?.stepId : undefined;
  if (stepId === undefined) throw new Error(`${cardId} has nothing to do today`);
  return hub.visits.checkIn(access, { key: newKey(), stepId });
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
