import { seededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import { weigh } from '@lobby/maps/graph/weigh.ts';
import { buildGraph } from '@lobby/maps/graph/build-graph.ts';
import type { WalkGraph } from '@lobby/maps';
import { routeBetween } from '@lobby/maps/route/find-route.ts';
import { syntheticHospital } from '../support/synthetic-hospital.ts';
import { percentile, spread, type Figure } from './figures.ts';
import { routeRivals, type Search } from './route-rivals.ts';
import { measureGuide } from './routes-of-terminals.ts';
import { measureSearch } from './search.ts';

/** Nodes of the synthetic hospital, the goal for its p95, and pairs that are tried; slow libraries are given fewer. */
const sizes = [
  { nodes: 20_000, goal: 2, pairs: 1000 },
  { nodes: 200_000, goal: 40, pairs: 300 },
] as const;
/** No library is waited for any longer. Milliseconds. */
const patience = 20_000;

type Pair = readonly [from: string, to: string];

/** Our routes against those of libraries, on one graph of ten floors and in one run; then what a terminal asks for. */
export async function measureRoutes(): Promise<readonly Figure[]> {
  const figures = sizes.flatMap((size) => measureSize(size));
  return [...figures, ...(await measureGuide()), ...(await measureSearch())];
}

function measureSize({ nodes, goal, pairs }: (typeof sizes)[number]): readonly Figure[] {
  const graph = buildGraph(syntheticHospital({ nodes, seed: 1 }));
  const wanted = pairsOf(graph, pairs);
  const ours = timesOf((from, to) => secondsOfOurs(graph, from, to), wanted);
  const seconds = new Map(ours.found.map(({ pair, seconds }) => [pair, seconds]));
  const rivals = routeRivals(graph, weigh(graph, 'default', new Set())).map(({ name, search }) => ({
    name,
    ...timesOf(search(), wanted.slice(0, pairs)),
  }));
  const fastest = rivals.toSorted((a, b) => percentile(a.samples, 0.5) - percentile(b.samples, 0.5))[0];
  const where = `of ${graph.nodeIds.length} nodes`;
  const ratio = (share: number): string =>
    (percentile(fastest?.samples ?? [], share) / percentile(ours.samples, share)).toFixed(1);
  return [
    {
      what: `a route on ten floors ${where}`,
      reached: spread(ours.samples),
      beside: `goal p95 ${goal} ms and 3 times faster than the fastest library; ${fastest?.name ?? ''} takes ${ratio(0.5)} times as long (p50), ${ratio(0.95)} times (p95)`,
    },
    ...rivals.map(({ name, samples, found }): Figure => {
      const others = othersThan(seconds, found);
      const times = percentile(samples, 0.5) / percentile(ours.samples, 0.5);
      return {
        what: `${name}: a route ${where}`,
        reached: spread(samples),
        beside: `${times.toFixed(0)} times ours (p50), ${samples.length} pairs${others > 0 ? `, ${others} not the quickest way` : ''}`,
      };
    }),
  ];
}

/** Places that a way leads between, so that no library is given an easy answer. */
function pairsOf(graph: WalkGraph, count: number): readonly Pair[] {
  const random = seededRandom(5);
  const ids = [...graph.nodesOfFeature.keys()];
  const pairs: Pair[] = [];
  while (pairs.length < count) {
    const [from, to] = [random.pick(ids), random.pick(ids)];
    if (secondsOfOurs(graph, from, to) < Infinity) pairs.push([from, to]);
  }
  return pairs;
}

const noneClosed: ReadonlySet<string> = new Set();

function secondsOfOurs(graph: WalkGraph, from: string, to: string): number {
  const reply = routeBetween(graph, { from, to, profile: 'default', closed: noneClosed });
  return reply.ok ? reply.route.seconds : Infinity;
}

interface Times {
  readonly samples: readonly number[];
  readonly found: readonly { readonly pair: Pair; readonly seconds: number }[];
}

/** The best of five where that is soon done: what else the machine does is no library's fault. */
function timesOf(search: Search, pairs: readonly Pair[]): Times {
  const samples: number[] = [];
  const found: { pair: Pair; seconds: number }[] = [];
  const begun = performance.now();
  for (const pair of pairs) {
    const tries = [timeOf(search, pair)];
    while (tries.length < 5 && performance.now() - begun < patience / 4) tries.push(timeOf(search, pair));
    samples.push(Math.min(...tries.map(({ took }) => took)));
    found.push({ pair, seconds: tries[0]?.seconds ?? Infinity });
    if (performance.now() - begun > patience) break;
  }
  return { samples, found };
}

function timeOf(search: Search, pair: Pair): { readonly took: number; readonly seconds: number } {
  const started = performance.now();
  const seconds = search(...pair);
  return { took: performance.now() - started, seconds };
}

/** Some libraries do not always find the quickest: that belongs beside how fast they are. */
function othersThan(ours: ReadonlyMap<Pair, number>, found: Times['found']): number {
  return found.filter(({ pair, seconds }) => Math.abs(seconds - (ours.get(pair) ?? NaN)) > 1e-6).length;
}
