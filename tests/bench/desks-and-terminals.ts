import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSite, type Site } from '@lobby/config';
import { systemClock } from '@lobby/hub/clock.ts';
import type { PresentedCredential } from '@lobby/hub/contract';
import { isClinic } from '@lobby/hub/hospital/sandbox/clinic-queues.ts';
import { openSandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { openHub, type OpenHub } from '@lobby/hub/open.ts';
import type { Database } from '@lobby/hub/store/tables.ts';
import { spread, type Figure } from './figures.ts';
import { manyPatients } from './many-patients.ts';

const terminals = 60;
const desks = 32;
/** How many check-ins and calls together are asked for in a second; half of each. */
const wanted = 500;
const seconds = Number(process.env['LOBBY_BENCH_SECONDS'] ?? '60');

interface Played {
  readonly checkIns: number[];
  readonly calls: number[];
  readonly seconds: number;
}

/**
 * 60 terminals and 32 desks against one hub for a minute, at a pace of 500 check-ins and calls a second together; what
 * became of it is counted in the tables and not from replies.
 */
export async function measureDesksAndTerminals(siteFolder: string, databaseUrl: string | undefined): Promise<Figure[]> {
  const site = withDesks(loadSite(siteFolder));
  const folder = mkdtempSync(join(tmpdir(), 'lobby-bench-'));
  const { people, credentials } = manyPatients(site, Math.ceil((wanted / 2) * seconds * 1.1));
  const hospital = await openSandbox({ file: join(folder, 'sandbox.sqlite'), site, clock: systemClock, people });
  const silent = {
    wav: async () => new Uint8Array(),
    say: async () => new Uint8Array(),
    prepare: () => undefined,
    close: async () => undefined,
  };
  const hub = await openHub({ site, clock: systemClock, dataFolder: folder, databaseUrl, hospital, speech: silent });
  try {
    const played = await play(hub, credentials);
    const together = (played.checkIns.length + played.calls.length) / played.seconds;
    const faults = await faultsIn(hub.database, played);
    const name = databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
    return [
      {
        what: `${terminals} terminals and ${desks} desks on ${name}, ${Math.round(played.seconds)} s`,
        reached: `${Math.round(together)} check-ins and calls a second; check-ins ${spread(played.checkIns)}; calls ${spread(played.calls)}`,
        beside: `goal 500 together, p95 50 ms; ${faults}`,
      },
    ];
  } finally {
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All areas owned: in a mirrored one nobody is called from here. */
function withDesks(demo: Site): Site {
  const site = { ...demo, areas: demo.areas.map((area) => ({ ...area, mode: 'owned' as const })) };
  const queues = site.areas.flatMap((area) => area.queues.filter(isClinic));
  const places = Array.from({ length: desks }, (_, index) => queues[index % queues.length]);
  const own = places.flatMap((queue, index) =>
    queue === undefined ? [] : [{ id: `B-${index}`, room: queue.rooms[0] ?? '', queues: [queue.id] }],
  );
  return { ...site, desks: own };
}

async function play(hub: OpenHub, credentials: readonly PresentedCredential[]): Promise<Played> {
  const staff = hub.site.demo?.staff[0];
  if (staff === undefined) throw new Error('the demo site has no staff');
  const seats: { readonly deskId: string; readonly token: string | undefined }[] = [];
  for (const { id } of hub.site.desks) {
    const { token } = await hub.desks.login(id, staff.workNo, staff.password);
    seats.push({ deskId: id, token });
  }
  const people = credentials.values();
  const checkIns: number[] = [];
  const calls: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1_000;
  const atTerminals = Array.from({ length: terminals }, (_, index) =>
    paced({ until, every: terminals / (wanted / 2), first: index / terminals }, async () => {
      const next = people.next();
      if (next.done === true) return;
      const took = await checkIn(hub, `T-${index}`, next.value);
      if (took !== undefined) checkIns.push(took);
    }),
  );
  const atDesks = seats.map(async ({ deskId, token }, index) => {
    let idleUntil = 0;
    await paced({ until, every: desks / (wanted / 2), first: index / desks }, async () => {
      const pressed = performance.now();
      if (pressed < idleUntil) return;
      const reply = await hub.desks.act(deskId, token, { key: randomUUID(), action: 'next' });
      // A desk sees whether anybody waits, and does not press before.
      idleUntil = (reply.view?.waiting.length ?? 0) > 0 ? 0 : performance.now() + 500;
      if (reply.ok) calls.push(performance.now() - pressed);
      else if (reply.reason !== 'nobody-waits') throw new Error(`a call was refused: ${reply.reason}`);
    });
  });
  await Promise.all([...atTerminals, ...atDesks]);
  return { checkIns, calls, seconds: (performance.now() - started) / 1_000 };
}

/** Does something every so many seconds; whoever is late goes on at once, and nobody does two things at a time. */
async function paced(
  pace: { readonly until: number; readonly every: number; readonly first: number },
  work: () => Promise<void>,
): Promise<void> {
  for (let due = performance.now() + pace.first * pace.every * 1_000; due < pace.until; due += pace.every * 1_000) {
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (performance.now() >= pace.until) return;
    await work();
  }
}

/** A visit at a terminal; gives the milliseconds of its check-in. */
async function checkIn(hub: OpenHub, terminalId: string, credential: PresentedCredential): Promise<number | undefined> {
  const opened = await hub.visits.open(terminalId, { key: randomUUID(), credential });
  if (!opened.ok) throw new Error(`a visit was refused: ${opened.reason}`);
  const access = { terminalId, visitId: opened.visitId, secret: opened.secret };
  const agenda = await hub.visits.agenda(access);
  const stepId = agenda.ok ? agenda.agenda.next?.stepId : undefined;
  if (stepId === undefined) return undefined;
  const asked = performance.now();
  const reply = await hub.visits.checkIn(access, { key: randomUUID(), stepId });
  if (!reply.ok) throw new Error(`a check-in was refused: ${reply.reason}`);
  return performance.now() - asked;
}

/** Duplicate numbers, double calls and lost tickets, counted from the tables. */
async function faultsIn(tables: Database, played: Played): Promise<string> {
  const tickets = await tables.selectFrom('ticket').select(['id', 'label', 'queue_id', 'state']).execute();
  const numbers = new Set(tickets.map(({ queue_id, label }) => `${queue_id} ${label}`));
  const calls = await tables.selectFrom('call').select(['ticket_id']).where('undone_at', 'is', null).execute();
  const called = new Set(calls.map(({ ticket_id }) => ticket_id));
  const reached = tickets.filter(({ state }) => state === 'called' || state === 'finished').length;
  const lost = Math.abs(tickets.length - played.checkIns.length) + Math.abs(reached - played.calls.length);
  return `${tickets.length - numbers.size} duplicate numbers, ${calls.length - called.size} double calls, ${lost} lost tickets`;
}
