import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readArchive } from '../archive/read-archive.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Profile } from '../graph/walk-graph.ts';
import { routeBetween } from '../route/find-route.ts';
import { readTables } from './read-tables.ts';

const folder = fileURLToPath(new URL('../venues/tables-example', import.meta.url));
const archive = await readArchive(folder);
const reply = archive.ok ? readTables(archive.archive) : archive;
if (!reply.ok) throw new Error(reply.message);
const { venue, findings } = reply;
const graph = buildGraph(venue);

function secondsBetween(from: string, to: string, profile: Profile = 'default', closed: readonly string[] = []) {
  const found = routeBetween(graph, { from, to, profile, closed: new Set(closed) });
  return found.ok ? Math.round(found.route.seconds) : found.reason;
}

test('the example of two tables has nothing wrong with it but an escalator that runs one way', () => {
  expect(findings.map(({ kind }) => kind)).toEqual(['one-way-connector']);
});

test('a patient of the example rides up to the laboratory from the terminal and comes down another way', () => {
  // 3 m to the corridor, 18 m along it, 6.4 m to the escalator, 15 s up, 4 m, 5 m: at 1.2 m/s.
  expect(secondsBetween('K1', 'R201')).toBe(45);
  expect(secondsBetween('R201', 'K1')).toBeGreaterThan(45);
});

test('a wheelchair of the example takes the lift, waits for it once over two floors, and knows when it is closed', () => {
  // 83 m in the basement and 55 m upstairs at 1 m/s, 40 s for the lift, 4 s a floor.
  expect(secondsBetween('B2', 'R201', 'step-free')).toBe(83 + 55 + 40 + 2 * 4);
  expect(secondsBetween('K1', 'R201', 'step-free', ['lift-1'])).toBe('closed');
});

test('a bed of the example has a lift of its own', () => {
  expect(secondsBetween('A5', 'C4', 'bed', ['lift-1'])).toBe(Math.round(10 / 0.8 + 40 + 4));
});

test('nobody is led into the drug store of the example', () => {
  expect(secondsBetween('K1', 'S1')).toBe('to-restricted');
});
