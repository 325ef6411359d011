import { beforeAll, expect, it } from 'vitest';
import { distanceToSegment } from '../geometry/segment.ts';
import type { WalkGraph } from '../graph/walk-graph.ts';
import { type DemoWay, openDemo, sampleOfWays } from './demo-ways.ts';
import { pointOf } from './ends.ts';
import { walkByWords, type Walked } from './walk-by-words.ts';

/* Somebody who has the words alone comes to the same door by the same lifts and corridors. */

/** Most of it goes into following the words every way that they can be understood. */
const oneMinute = 60_000;

let graph: WalkGraph;
let ways: readonly { readonly way: DemoWay; readonly walks: readonly Walked[]; readonly meant: readonly number[] }[] =
  [];

beforeAll(async () => {
  graph = await openDemo();
  ways = sampleOfWays(graph, 113).map((way) => {
    const { route, directions, from } = way;
    const start = { graph, start: route.nodes[0] ?? -1, heading: from?.heading ?? null };
    const walks = walkByWords(
      start,
      directions.steps.map(({ zh }) => zh),
    );
    return { way, walks, meant: route.nodes.slice(0, (directions.steps.at(-1)?.at ?? 0) + 1) };
  });
}, oneMinute);

const said = ({ directions }: DemoWay) => directions.steps.map(({ zh }) => zh);

it('the words of every way lead somewhere', () => {
  expect(ways.length).toBeGreaterThan(90);
  expect(ways.filter(({ walks }) => walks.length === 0).map(({ way }) => said(way))).toEqual([]);
});

it('whoever follows them comes to the place that was meant, whichever way they understand them', () => {
  const astray = ways.filter(({ walks, meant }) => walks.some(({ nodes }) => !isSamePlace(nodes.at(-1), meant.at(-1))));
  expect(astray.map(({ way }) => said(way))).toEqual([]);
});

it('they never leave the way by more than the width of a hall', () => {
  const far = ways.filter(({ walks, meant }) => walks.some(({ nodes }) => farthest(nodes, meant) > 13));
  expect(far.map(({ way }) => said(way))).toEqual([]);
});

it('and nine of ten walk it to the step', () => {
  const exact = ways.filter(({ walks, meant }) => String(walks[0]?.nodes) === String(meant));
  expect(exact.length / ways.length).toBeGreaterThan(0.9);
});

/** A hall may have two mouths side by side. */
function isSamePlace(one = -1, other = -1): boolean {
  const [[ax, ay], [bx, by]] = [pointOf(graph, one), pointOf(graph, other)];
  return graph.level[one] === graph.level[other] && Math.hypot(ax - bx, ay - by) < 9;
}

/** How far a walk is from the way at most. Metres. */
function farthest(nodes: readonly number[], meant: readonly number[]): number {
  return Math.max(
    ...nodes.map((node) => Math.min(...meant.map((from, index) => toStretch(node, from, meant[index + 1] ?? from)))),
  );
}

function toStretch(node: number, from: number, to: number): number {
  if (graph.level[node] !== graph.level[from]) return Infinity;
  const end = graph.level[to] === graph.level[from] ? to : from;
  return distanceToSegment(pointOf(graph, node), pointOf(graph, from), pointOf(graph, end));
}
