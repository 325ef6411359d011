import { fileURLToPath } from 'node:url';
import { seededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import { TreeBench } from '@lobby/hub/guide/tree-bench.ts';
import { placesOf, type Kiosk, type Route, type Venue, type WalkGraph } from '@lobby/maps';
import { buildGraph } from '@lobby/maps/graph/build-graph.ts';
import { weigh } from '@lobby/maps/graph/weigh.ts';
import { openVenue } from '@lobby/maps/open-venue.ts';
import { routeInTree, treeFrom } from '@lobby/maps/route/route-tree.ts';
import { describeRoute } from '@lobby/maps/words/describe-route.ts';
import { syntheticHospital } from '../support/synthetic-hospital.ts';
import { milliseconds, percentile, spread, type Figure } from './figures.ts';

const demoFolder = fileURLToPath(new URL('../../maps/venues/demo', import.meta.url));
const terminals = 20;
const lookUps = 4000;
const descriptions = 1000;
const closures = 5;

/** What a terminal asks for: its own ways by lookup, their words, and all of them anew when something closes. */
export async function measureGuide(): Promise<readonly Figure[]> {
  const opened = await openVenue(demoFolder);
  if (!opened.ok) throw new Error(opened.message);
  const demo = buildGraph(opened.venue);
  return [lookUpFigure(demo), wordsFigure(demo), await closureFigure()];
}

function lookUpFigure(graph: WalkGraph): Figure {
  const tree = treeFrom(graph, weigh(graph, 'default', new Set()), nodesOf(graph, kioskOf(graph).id));
  const random = seededRandom(3);
  const places = placesOf(graph.venue).filter(({ id }) => routeInTree(graph, tree, nodesOf(graph, id)) !== undefined);
  const goals = Array.from({ length: lookUps }, () => nodesOf(graph, random.pick(places).id));
  const samples = goals.map((nodes) => timeOf(() => routeInTree(graph, tree, nodes)));
  return {
    what: `a terminal’s own route in the demo hospital (${graph.nodeIds.length} nodes), by lookup`,
    reached: microseconds(samples.slice(lookUps / 2)),
    beside: 'goal p95 50 µs',
  };
}

function wordsFigure(graph: WalkGraph): Figure {
  const kiosk = kioskOf(graph);
  const tree = treeFrom(graph, weigh(graph, 'default', new Set()), nodesOf(graph, kiosk.id));
  const random = seededRandom(4);
  const places = placesOf(graph.venue);
  const routes: { readonly route: Route; readonly to: string }[] = [];
  while (routes.length < descriptions) {
    const to = random.pick(places).id;
    const route = routeInTree(graph, tree, nodesOf(graph, to));
    if (route !== undefined && route.edges.length > 0) routes.push({ route, to });
  }
  const samples = routes.map(({ route, to }) =>
    timeOf(() => describeRoute({ graph, route, heading: kiosk.heading, from: kiosk.id, to })),
  );
  return {
    what: 'steps of such a route in Chinese and English',
    reached: spread(samples.slice(descriptions / 2)),
    beside: 'goal 1 ms',
  };
}

/** The hub's own thread, which has the graph already, answers with all trees. */
async function closureFigure(): Promise<Figure> {
  const graph = buildGraph(withTerminals(syntheticHospital({ nodes: 20_000, seed: 1 })));
  const thread = new TreeBench(graph);
  // A hub has made its first trees long before anything closes.
  await thread.make(new Set());
  const samples: number[] = [];
  let blocked = 0;
  const before = process.cpuUsage();
  for (let n = 0; n < closures; n += 1) {
    const closed = new Set([`lift-${n % 3}`, `stairs-${3 + (n % 3)}`]);
    const started = performance.now();
    const answer = thread.make(closed);
    blocked = Math.max(blocked, performance.now() - started);
    const reply = await answer;
    if (reply?.trees.size !== terminals * 4) throw new Error('the thread did not make all trees');
    samples.push(performance.now() - started);
  }
  await thread.close();
  const { user, system } = process.cpuUsage(before);
  return {
    what: `${terminals} terminals × 4 profiles anew after a closure, ${graph.nodeIds.length} nodes, in a thread of its own`,
    reached: `${spread(samples)}; processor ${milliseconds((user + system) / 1000 / closures)}`,
    beside: `goal 800 ms off the main thread, which is held up for ${milliseconds(blocked)}`,
  };
}

function withTerminals(venue: Venue): Venue {
  const nodes = venue.network.nodes.filter(({ restriction }) => restriction === null);
  const kiosks = Array.from({ length: terminals }, (_, n): Kiosk => {
    const { id = '', levelId = '', point = [0, 0] as const } = nodes[Math.floor((n * nodes.length) / terminals)] ?? {};
    return { id, levelId, name: {}, polygons: [], point, heading: 0, device: { kind: 'terminal', id: `t${n}` } };
  });
  return { ...venue, kiosks };
}

function kioskOf({ venue }: WalkGraph): Kiosk {
  const kiosk = venue.kiosks.find(({ device }) => device?.kind === 'terminal');
  if (kiosk === undefined) throw new Error('the demo hospital has no terminal');
  return kiosk;
}

const nodesOf = ({ nodesOfFeature }: WalkGraph, feature: string): readonly number[] =>
  nodesOfFeature.get(feature) ?? [];

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function microseconds(samples: readonly number[]): string {
  const [half, most] = [percentile(samples, 0.5), percentile(samples, 0.95)].map((value) => (value * 1000).toFixed(1));
  return `p50 ${half} µs, p95 ${most} µs`;
}
