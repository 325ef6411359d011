import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { loadSite } from '@lobby/config';
import { systemClock } from '@lobby/hub/clock.ts';
import { openSandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { openHub, type OpenHub } from '@lobby/hub/open.ts';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import { milliseconds, percentile, spread, timeEach, type Figure } from './figures.ts';
import { manyPatients } from './many-patients.ts';

const patients = 1200;
/** How many terminals and desks ask at the same time. */
const atOnce = 16;

interface Ready {
  readonly access: VisitAccess;
  readonly stepId: string;
}

/**
 * Check-ins and calls a second through the whole hub, the sandbox hospital's own durable writes included. `floor` is
 * what one durable insert for each costs in a bare node:sqlite database on the same disk.
 */
export async function measureCheckInsAndCalls(siteFolder: string, databaseUrl: string | undefined): Promise<Figure[]> {
  const site = loadSite(siteFolder);
  const folder = mkdtempSync(join(tmpdir(), 'lobby-bench-'));
  const { people, credentials } = manyPatients(site, patients);
  const hospital = await openSandbox({ file: join(folder, 'sandbox.sqlite'), site, clock: systemClock, people });
  const silent = {
    wav: async () => new Uint8Array(),
    say: async () => new Uint8Array(),
    prepare: () => undefined,
    close: async () => undefined,
  };
  const hub = await openHub({ site, clock: systemClock, dataFolder: folder, databaseUrl, hospital, speech: silent });
  try {
    const ready: Ready[] = [];
    await timeEach(credentials, atOnce, async (credential) => {
      // A terminal has one visit at a time.
      const terminalId = `T-${credential.number.slice(6)}`;
      const opened = await hub.visits.open(terminalId, { key: randomUUID(), credential });
      if (!opened.ok) throw new Error(`a visit was refused: ${opened.reason}`);
      const access = { terminalId, visitId: opened.visitId, secret: opened.secret };
      const agenda = await hub.visits.agenda(access);
      const stepId = agenda.ok ? agenda.agenda.next?.stepId : undefined;
      if (stepId !== undefined) ready.push({ access, stepId });
    });
    const checkIns = await timeEach(ready, atOnce, async ({ access, stepId }) => {
      const reply = await hub.visits.checkIn(access, { key: randomUUID(), stepId });
      if (!reply.ok) throw new Error(`a check-in was refused: ${reply.reason}`);
    });
    const calls = await callEverybody(hub, site.demo?.staff[0]);
    const rate = (count: number, seconds: number): string => `${Math.round(count / seconds)} a second`;
    const name = databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
    const floor = databaseUrl === undefined ? bareInserts(folder, ready.length) : undefined;
    const beside =
      floor === undefined
        ? 'the goal of 500 check-ins and calls together is for SQLite'
        : `bare durable insert: ${Math.round(floor)} a second, ratio ${(floor / (ready.length / checkIns.seconds)).toFixed(1)}`;
    return [
      {
        what: `check-ins on ${name}, sandbox included, ${atOnce} at once`,
        reached: `${rate(ready.length, checkIns.seconds)}; ${spread(checkIns.samples)}`,
        beside,
      },
      {
        what: `calls on ${name}, all desks at once`,
        reached: `${rate(calls.samples.length, calls.seconds)}; ${spread(calls.samples)}`,
        beside: `slowest ${milliseconds(percentile(calls.samples, 1))}`,
      },
    ];
  } finally {
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function callEverybody(
  hub: OpenHub,
  staff: { readonly workNo: string; readonly password: string } | undefined,
): ReturnType<typeof timeEach> {
  if (staff === undefined) throw new Error('the demo site has no staff');
  const presses: { readonly deskId: string; readonly token: string }[] = [];
  for (const desk of hub.site.desks.filter(({ kind }) => kind === undefined)) {
    const login = await hub.desks.login(desk.id, staff.workNo, staff.password);
    const waiting = (await hub.desks.view(desk.id))?.waiting.length ?? 0;
    const sharing = hub.site.desks.filter((other) => other.queues.join() === desk.queues.join()).length;
    if (!login.ok || login.token === undefined) continue;
    for (let press = 0; press < Math.floor(waiting / sharing); press += 1)
      presses.push({ deskId: desk.id, token: login.token });
  }
  const mixed = presses
    .map((press, index) => ({ press, order: (index * 7919) % presses.length }))
    .sort((a, b) => a.order - b.order);
  return timeEach(mixed, atOnce, async ({ press }) => {
    const reply = await hub.desks.act(press.deskId, press.token, { key: randomUUID(), action: 'next' });
    if (!reply.ok) throw new Error(`a call was refused: ${reply.reason}`);
  });
}

/** One durable insert a transaction, nothing else: what the disk and SQLite allow. A second. */
function bareInserts(folder: string, count: number): number {
  const database = new DatabaseSync(join(folder, 'bare.sqlite'));
  database.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE ticket (id TEXT PRIMARY KEY, number INTEGER)',
  );
  const insert = database.prepare('INSERT INTO ticket VALUES (?, ?)');
  const started = performance.now();
  for (let number = 0; number < count; number += 1) insert.run(randomUUID(), number);
  const seconds = (performance.now() - started) / 1000;
  database.close();
  return count / seconds;
}
