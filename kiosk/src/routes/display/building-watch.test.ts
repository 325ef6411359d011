import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Board, WayReply } from '@lobby/hub/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GuideFiles } from '#lib/guide/guide-files.ts';
import { samplePlan } from '../../flows/way/sample-plan.ts';
import { sampleWay } from '../../flows/way/sample-way.ts';
import { BuildingWatch, type BuildingNow } from './building-watch.ts';

type Answer = WayReply | 'trouble' | 'silence';

const way: WayReply = { ok: true, way: sampleWay };
const refused: WayReply = { ok: false, reason: 'to-unknown', profilesWithAWay: [] };

let hub: Server;
let version: string | null;
let answers: Record<string, Answer>;
let plans: 'plan' | 'trouble';
/** Paths, and the rooms whose ways were asked for. */
let heard: string[];
/** Asked, and not answered yet. */
let held: ServerResponse[];
let shown: BuildingNow;
let seconds: number;
/** What waits for its time, and how long it will have waited. Milliseconds. */
let waiting: { readonly milliseconds: number; readonly then: () => void } | undefined;
let watch: BuildingWatch;

beforeEach(async () => {
  [version, answers, plans, heard, held, seconds, waiting] = ['v1', {}, 'plan', [], [], 0, undefined];
  shown = { plan: null, ways: {} };
  hub = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => answer(request.url ?? '', body, response));
  });
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  const { port } = hub.address() as AddressInfo;
  const fetchAnywhere = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetchAnywhere(`http://127.0.0.1:${port}${path}`, init));
  watch = new BuildingWatch({
    files: new GuideFiles(),
    now: () => seconds * 1000,
    after: (milliseconds, then) => {
      const timer = { milliseconds, then };
      waiting = timer;
      return () => {
        if (waiting === timer) waiting = undefined;
      };
    },
    changed: (building) => (shown = building),
  });
});

afterEach(async () => {
  watch.stop();
  vi.unstubAllGlobals();
  hub.closeAllConnections();
  await new Promise((resolve) => hub.close(resolve));
});

function answer(path: string, body: string, response: ServerResponse): void {
  const room = body === '' ? undefined : (JSON.parse(body) as { to: { id: string } }).to.id;
  heard.push(room ?? path);
  const reply = room === undefined ? ofMap(path) : (answers[room] ?? 'trouble');
  if (reply === 'silence') return void held.push(response);
  const status = reply === 'trouble' ? 503 : 200;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
}

function ofMap(path: string): object | 'trouble' {
  if (path === '/api/guide') return { version };
  return plans === 'trouble' ? plans : { ...samplePlan, version: path.split('/').pop() };
}

function board(kind: Board['kind'], ...rooms: string[]): Board {
  return { kind, rooms: rooms.map((id) => ({ room: { id } })), calls: [] } as unknown as Board;
}

const quiet = (): Promise<void> => vi.waitFor(() => expect(waiting).toBeDefined());
const ways = (): Record<string, string> =>
  Object.fromEntries(Object.entries(shown.ways).map(([room, { of }]) => [room, of]));

function letPass(): void {
  const { then } = waiting ?? {};
  waiting = undefined;
  then?.();
}

it('asks for the map with the first board, and for the way to each room once', async () => {
  answers = { r1: way, r2: refused };
  watch.lookAhead(board('area', 'r1', 'r2'));
  await vi.waitFor(() => expect(ways()).toEqual({ r1: 'way', r2: 'none' }));
  expect(shown.plan?.version).toBe('v1');
  seconds += 100;
  watch.lookAhead(board('area', 'r2', 'r1'));
  // A refusal is an answer.
  await watch.refresh();
  expect(heard.toSorted()).toEqual(['/api/guide', '/api/guide', '/api/guide/plan/v1', 'r1', 'r2']);
  expect(waiting).toBeUndefined();
});

it('asks again on a quiet screen for a way that had no answer, later and later', async () => {
  answers = { r1: way };
  watch.lookAhead(board('area', 'r1', 'r2'));
  const waits: (number | undefined)[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await quiet();
    waits.push(waiting?.milliseconds);
    letPass();
  }
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(ways()).toEqual({ r1: 'way' });
  await quiet();
  answers = { r1: way, r2: way };
  letPass();
  await vi.waitFor(() => expect(ways()).toEqual({ r1: 'way', r2: 'way' }));
  expect(heard.filter((room) => room === 'r1')).toHaveLength(1);

  // What is missing next is asked for as soon as at first.
  watch.lookAhead(board('area', 'r1', 'r2', 'r3'));
  await quiet();
  expect(waiting?.milliseconds).toBe(5_000);
});

it('asks again with the next board, but not with each of many', async () => {
  watch.lookAhead(board('area', 'r1'));
  await quiet();
  answers = { r1: way };
  seconds = 4;
  watch.lookAhead(board('area', 'r1'));
  expect(waiting).toBeDefined();
  seconds = 6;
  watch.lookAhead(board('area', 'r1'));
  await vi.waitFor(() => expect(ways()).toEqual({ r1: 'way' }));
  expect(heard.filter((room) => room === 'r1')).toHaveLength(2);
});

it('takes another map whose ways have no answer yet, and has them when the hub answers again', async () => {
  answers = { r1: way, r2: way };
  watch.lookAhead(board('area', 'r1', 'r2'));
  await vi.waitFor(() => expect(ways()).toEqual({ r1: 'way', r2: 'way' }));
  [version, answers] = ['v2', {}];
  await watch.hearOf('v2');
  expect([shown.plan?.version, ways()]).toEqual(['v2', {}]);
  answers = { r1: way, r2: refused };
  letPass();
  // Where a way was before the trouble, its end is worth a word.
  await vi.waitFor(() => expect(ways()).toEqual({ r1: 'way', r2: 'gone' }));
});

it('keeps what is shown while the other map does not come, and asks for it again', async () => {
  answers = { r1: way };
  watch.lookAhead(board('area', 'r1'));
  await vi.waitFor(() => expect(ways()).toEqual({ r1: 'way' }));
  [version, plans] = ['v2', 'trouble'];
  await watch.hearOf('v2');
  expect([shown.plan?.version, ways()]).toEqual(['v1', { r1: 'way' }]);
  plans = 'plan';
  letPass();
  await vi.waitFor(() => expect(shown.plan?.version).toBe('v2'));
});

it('shows the way to a later room while an earlier one has no answer', async () => {
  answers = { r1: 'silence', r2: way };
  watch.lookAhead(board('area'));
  await vi.waitFor(() => expect(shown.plan).not.toBeNull());
  watch.lookAhead(board('area', 'r1'));
  await vi.waitFor(() => expect(heard).toContain('r1'));
  watch.lookAhead(board('area', 'r1', 'r2'));
  await vi.waitFor(() => expect(ways()).toEqual({ r2: 'way' }));
  expect(heard.filter((room) => room === 'r1')).toHaveLength(1);
});

it('forgets an answer that was given on the map before', async () => {
  answers = { r1: 'silence' };
  watch.lookAhead(board('area'));
  await vi.waitFor(() => expect(shown.plan).not.toBeNull());
  watch.lookAhead(board('area', 'r1'));
  await vi.waitFor(() => expect(heard).toContain('r1'));
  [version, answers] = ['v2', { r1: refused }];
  await watch.hearOf('v2');
  watch.lookAhead(board('area', 'r1', 'r2'));
  await vi.waitFor(() => expect(heard).toContain('r2'));
  held[0]?.end(JSON.stringify(way));
  // It rests when all answers are here; of r2 there was none.
  await quiet();
  expect([shown.plan?.version, ways()]).toEqual(['v2', { r1: 'none' }]);
});

it('has the building of a lobby without ways, and asks for a map until one is published', async () => {
  version = null;
  watch.lookAhead(board('lobby', 'r1'));
  await quiet();
  version = 'v1';
  letPass();
  await vi.waitFor(() => expect(shown.plan?.version).toBe('v1'));
  expect(heard).not.toContain('r1');
});

it('asks no more once it is stopped', async () => {
  version = null;
  const asked = watch.refresh();
  watch.stop();
  await asked;
  expect(waiting).toBeUndefined();
});
