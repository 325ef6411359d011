import { afterEach, expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { box, door, littleVenue, unit } from '../graph/little-venue.ts';
import { profiles } from '../graph/walk-graph.ts';
import { weigh } from '../graph/weigh.ts';
import { routeBetween } from './find-route.ts';
import { routeInTree } from './route-tree.ts';
import { makeRouteTrees, type RouteTrees } from './route-trees.ts';

// A clinic with two doors onto a corridor where two terminals stand.
const terminal = (id: string, x: number) => ({
  id,
  levelId: 'level 0',
  name: {},
  polygons: [box(x, 0.1, 0.5, 0.4)],
  point: [x, 1] as const,
  heading: 180,
  device: { kind: 'terminal' as const, id },
});
const graph = buildGraph(
  littleVenue({
    units: [unit('corridor', 'walkway', box(0, 0, 40, 3)), unit('clinic', 'room', box(0, 3, 40, 8))],
    openings: [door('west', [4, 3], [5, 3]), door('east', [35, 3], [36, 3])],
    kiosks: [terminal('K1', 3), terminal('K2', 36)],
  }),
);
const clinic = graph.nodesOfFeature.get('clinic') ?? [];

let trees: RouteTrees | undefined;
afterEach(() => trees?.close());

function open(): RouteTrees {
  trees = makeRouteTrees({ graph, terminals: ['K1', 'K2'], closed: new Set() });
  return trees;
}

function secondsFrom(made: RouteTrees, id: string): number | undefined {
  const tree = made.tree(id, 'default');
  return tree && routeInTree(graph, tree, clinic)?.seconds;
}

function searched(from: string, closed: ReadonlySet<string>): number | undefined {
  const reply = routeBetween(graph, { from, to: 'clinic', profile: 'default', closed });
  return reply.ok ? reply.route.seconds : undefined;
}

test('a terminal has its ways ready from the start, under every profile', () => {
  const made = open();
  expect(secondsFrom(made, 'K1')).toBe(searched('K1', new Set()));
  expect(profiles.every((profile) => made.tree('K2', profile)?.weights.profile === profile)).toBe(true);
  expect(made.tree('K3', 'default')).toBeUndefined();
});

test('a door that closes is walked around from every terminal once the trees are made anew', async () => {
  const made = open();
  const closed = new Set(['west']);
  expect(await made.rebuild(closed)).toBe('ready');
  expect(made.closed()).toEqual(closed);
  expect(secondsFrom(made, 'K1')).toBe(searched('K1', closed));
  expect(made.tree('K1', 'default')?.weights.seconds).toEqual(weigh(graph, 'default', closed).seconds);
});

test('of closures that come quickly the last one stands, and everybody is answered', async () => {
  const made = open();
  const wishes = [['west'], ['west', 'east'], ['east'], []].map((ids) => made.rebuild(new Set(ids)));
  expect(await Promise.all(wishes)).toEqual(['ready', 'ready', 'ready', 'ready']);
  expect(made.closed()).toEqual(new Set());
  expect(secondsFrom(made, 'K1')).toBe(searched('K1', new Set()));
});

test('whoever waits when the house closes is told, and the trees stay as they were', async () => {
  const made = open();
  const wish = made.rebuild(new Set(['west', 'east']));
  await made.close();
  expect(await wish).toBe('stopped');
  expect(secondsFrom(made, 'K1')).toBe(searched('K1', new Set()));
});
