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
import { milliseconds, spread, type Figure } from './figures.ts';
import { manyPatients } from './many-patients.ts';

const terminals = 60;
const desks = 32;
/**
 * How many check-ins and calls together are asked for in a second; half of each. The first shows how many there can be:
 * where it is more than that, everybody waits for everybody else. The second shows how long they take when it is less.
 */
const most = 650;
const steady = 250;
const seconds = Number(process.env['LOBBY_BENCH_SECONDS'] ?? '60');

/** Milliseconds from asking to the answer, and from when it was due. */
interface Took {
  readonly asked: number;
  readonly due: number;
}

interface Played {
  readonly checkIns: Took[];
  readonly calls: Took[];
  readonly seconds: number;
  /** Of the whole process, the sandbox hospital and whoever asks among it; milliseconds. */
  readonly processor: number;
}

/**
 * 60 terminals and 32 desks against one hub for a minute, once with more check-ins and calls asked for than the goal and
 * once at half of the goal; what became of it is counted in the tables and not from replies.
 */
export async function measureDesksAndTerminals(
  siteFolder: string,
  openTables: () => Promise<{ readonly url: string | undefined; readonly close: () => Promise<void> }>,
): Promise<Figure[]> {
  const site = withDesks(loadSite(siteFolder));
  const figures: Figure[] = [];
  for (const wanted of [most, steady]) {
    const { url, close } = await openTables();
    try {
      figures.push(await measureAt(wanted, site, url));
    } finally {
      await close();
    }
  }
  return figures;
}

async function measureAt(wanted: number, site: Site, databaseUrl: string | undefined): Promise<Figure> {
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
    const played = await play(hub, credentials, wanted);
    return figureOf(played, {
      wanted,
      name: databaseUrl === undefined ? 'SQLite' : 'PostgreSQL',
      faults: await faultsIn(hub.database, played),
    });
  } finally {
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function figureOf(
  played: Played,
  of: { readonly wanted: number; readonly name: string; readonly faults: string },
): Figure {
  const { checkIns, calls } = played;
  const done = checkIns.length + calls.length;
  const each = `processor ${milliseconds(played.processor / done)} each, hospital included`;
  const what = `${terminals} terminals and ${desks} desks on ${of.name}, ${Math.round(played.seconds)} s`;
  const reached = `${Math.round(done / played.seconds)} check-ins and calls a second`;
  const spreads = (from: keyof Took): string => {
    const [ofCheckIns, ofCalls] = [checkIns, calls].map((took) => spread(took.map((one) => one[from])));
    return `check-ins ${ofCheckIns ?? ''}; calls ${ofCalls ?? ''}`;
  };
  if (of.wanted === most)
    return { what, reached: `${reached}; ${spreads('asked')}`, beside: `goal 500 together; ${each}; ${of.faults}` };
  return {
    what: `${what}, ${of.wanted} asked for a second at a steady pace`,
    reached: `${reached}; from when they were due: ${spreads('due')}`,
    beside: `goal p95 50 ms; ${each}; ${of.faults}`,
  };
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

async function play(hub: OpenHub, credentials: readonly PresentedCredential[], wanted: number): Promise<Played> {
  const staff = hub.site.demo?.staff[0];
  if (staff === undefined) throw new Error('the demo site has no staff');
  const seats: { readonly deskId: string; readonly token: string | undefined }[] = [];
  for (const { id } of hub.site.desks) {
    const { token } = await hub.desks.login(id, staff.workNo, staff.password);
    seats.push({ deskId: id, token });
  }
  const people = credentials.values();
  const checkIns: Took[] = [];
  const calls: Took[] = [];
  const processor = process.cpuUsage();
  const started = performance.now();
  const until = started + seconds * 1_000;
  const atTerminals = Array.from({ length: terminals }, (_, index) =>
    paced({ until, every: terminals / (wanted / 2), first: index / terminals }, async (due) => {
      const next = people.next();
      if (next.done === true) return;
      const late = performance.now() - due;
      const took = await checkIn(hub, `T-${index}`, next.value);
      // The visit before it is no part of a check-in, but whoever comes to a terminal waits for who is still there.
      if (took !== undefined) checkIns.push({ asked: took, due: late + took });
    }),
  );
  const atDesks = seats.map(async ({ deskId, token }, index) => {
    let idleUntil = 0;
    await paced({ until, every: desks / (wanted / 2), first: index / desks }, async (due) => {
      const pressed = performance.now();
      if (pressed < idleUntil) return;
      const reply = await hub.desks.act(deskId, token, { key: randomUUID(), action: 'next' });
      // A desk sees whether anybody waits, and does not press before.
      idleUntil = (reply.view?.waiting.length ?? 0) > 0 ? 0 : performance.now() + 500;
      const now = performance.now();
      if (reply.ok) calls.push({ asked: now - pressed, due: now - due });
      else if (reply.reason !== 'nobody-waits') throw new Error(`a call was refused: ${reply.reason}`);
    });
  });
  await Promise.all([...atTerminals, ...atDesks]);
  const used = process.cpuUsage(processor);
  const ended = { seconds: (performance.now() - started) / 1_000, processor: (used.user + used.system) / 1_000 };
  return { checkIns, calls, ...ended };
}

/** Does something every so many seconds; whoever is late goes on at once, and nobody does two things at a time. */
async function paced(
  pace: { readonly until: number; readonly every: number; readonly first: number },
  work: (due: number) => Promise<void>,
): Promise<void> {
  for (let due = performance.now() + pace.first * pace.every * 1_000; due < pace.until; due += pace.every * 1_000) {
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (performance.now() >= pace.until) return;
    await work(due);
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
