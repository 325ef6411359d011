import { beforeAll, expect, it } from 'vitest';
import type { WalkGraph } from '../graph/walk-graph.ts';
import { type DemoWay, openDemo, sampleOfWays } from './demo-ways.ts';
import { landmarksOf } from './landmarks.ts';
import { countHanzi, countWords } from './phrases.ts';
import type { Step } from './step.ts';

let graph: WalkGraph;
let ways: readonly DemoWay[] = [];
let steps: readonly Step[] = [];

beforeAll(async () => {
  graph = await openDemo();
  ways = sampleOfWays(graph, 7);
  steps = ways.flatMap(({ directions }) => directions.steps);
}, 60_000);

it('there are enough ways in the sample to say something', () => {
  expect(ways.length).toBeGreaterThan(1000);
});

it('every ride names the floor as the lift signs it, in both languages', () => {
  const rides = steps.filter((step) => step.kind === 'connector');
  expect(rides.length).toBeGreaterThan(500);
  expect(rides.filter(({ zh, en, sign }) => !zh.includes(sign.zh) || !en.includes(sign.en))).toEqual([]);
});

it('at least four of five turns are known by a landmark', () => {
  const turns = steps.filter((step) => step.kind === 'turn');
  const named = turns.filter(({ landmark }) => landmark !== null);
  expect(named.length / turns.length).toBeGreaterThanOrEqual(0.8);
});

it('nine of ten ways take seven steps or fewer', () => {
  const short = ways.filter(({ directions }) => directions.steps.length <= 7);
  expect(short.length / ways.length).toBeGreaterThanOrEqual(0.9);
});

it('no step is too long to be read in one look', () => {
  expect(steps.filter(({ zh, en }) => countHanzi(zh) > 18 || countWords(en) > 12)).toEqual([]);
});

it('nobody is sent by what only staff may know', () => {
  const { units } = graph.venue;
  const secret = units.filter(({ restriction, category }) => restriction !== null || category === 'nonpublic');
  const open = new Set([...landmarksOf(graph.venue).values()].flat().map(({ name }) => name.zh));
  const names = secret.flatMap(({ name }) => name['zh'] ?? []).filter((name) => !open.has(name) && name.length > 2);
  expect(names.length).toBeGreaterThan(20);
  expect(steps.filter(({ zh }) => names.some((name) => zh.includes(name)))).toEqual([]);
});

it('a way of more than 40 m without a decision says on the way that it is still right', () => {
  expect(steps.filter(({ metres }) => metres > 53)).toEqual([]);
});

it('the metres of the steps are the metres of the way up to the door', () => {
  for (const { route, directions } of ways) {
    const walked = directions.steps.reduce((sum, { metres }) => sum + metres, 0);
    expect(walked).toBeLessThanOrEqual(route.metres + 0.01);
  }
});

it('steps follow each other along the path', () => {
  for (const { directions } of ways) {
    const places = directions.steps.map(({ at }) => at);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.at(-1)).toBeLessThan(directions.path.length);
  }
});
