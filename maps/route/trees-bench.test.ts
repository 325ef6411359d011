import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { box, door, littleVenue, unit } from '../graph/little-venue.ts';
import { profiles } from '../graph/walk-graph.ts';
import { weigh } from '../graph/weigh.ts';
import { routeBetween } from './find-route.ts';
import type { TreesMade } from './make-trees.ts';
import { routeInTree, secondsTo, treeFrom } from './route-tree.ts';
import { openBench, type TreesBench } from './trees-bench.ts';

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

let bench: TreesBench | undefined;
let made: TreesMade[] = [];
beforeEach(() => {
  made = [];
  bench = openBench({ graph, terminals: ['K1', 'K2'] }, (trees) => made.push(trees));
});
afterEach(() => bench?.close());

const make = async (...closed: string[]): Promise<boolean | undefined> => bench?.make({ closed });

/** Seconds to the clinic from the first terminal in what was made last. */
function secondsMade(): number | undefined {
  const { closed = [], profiles: all = [] } = made.at(-1) ?? {};
  const [ofDefault] = all.filter(({ profile }) => profile === 'default');
  const [tree] = ofDefault?.trees ?? [];
  if (ofDefault === undefined || tree === undefined) return undefined;
  const weights = { profile: ofDefault.profile, closed: new Set(closed), seconds: ofDefault.seconds };
  return routeInTree(graph, { weights, ...tree }, clinic)?.seconds;
}

function searched(from: string, closed: ReadonlySet<string>): number | undefined {
  const reply = routeBetween(graph, { from, to: 'clinic', profile: 'default', closed });
  return reply.ok ? reply.route.seconds : undefined;
}

test('every terminal has its ways under every profile', async () => {
  expect(await make()).toBe(true);
  expect(made.map((trees) => trees.profiles.map((one) => [one.profile, one.trees.length]))).toEqual([
    profiles.map((profile) => [profile, 2]),
  ]);
  expect(secondsMade()).toBe(searched('K1', new Set()));
});

test('a door that closes is walked around once the trees are made anew', async () => {
  await make();
  const closed = new Set(['west']);
  expect(await make(...closed)).toBe(true);
  expect(secondsMade()).toBe(searched('K1', closed));
  expect(made.at(-1)?.profiles[0]?.seconds).toEqual(weigh(graph, profiles[0], closed).seconds);
});

test('of closures that come quickly the last one stands, and everybody is answered', async () => {
  const wishes = [make('west'), make('west', 'east'), make('east'), make()];
  expect(await Promise.all(wishes)).toEqual([true, true, true, true]);
  expect(made.at(-1)?.closed).toEqual([]);
  expect(secondsMade()).toBe(searched('K1', new Set()));
});

test('whoever waits when the house closes is told, and nothing is given out', async () => {
  const wish = make('west', 'east');
  await bench?.close();
  expect(await wish).toBe(false);
  expect(made).toEqual([]);
});

test('the nearest node of a feature is how far it is, and nothing is far away that is not there', () => {
  const tree = treeFrom(graph, weigh(graph, 'default', new Set()), graph.nodesOfFeature.get('K1') ?? []);
  expect(secondsTo(graph, tree, 'clinic')).toBeCloseTo(searched('K1', new Set()) ?? NaN, 9);
  expect(secondsTo(graph, tree, 'nowhere')).toBe(Infinity);
});
