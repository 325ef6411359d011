import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import type { WalkGraph } from '../graph/walk-graph.ts';
import { weigh } from '../graph/weigh.ts';
import { openVenue } from '../open-venue.ts';
import { type Place, placesOf } from '../places.ts';
import { type RouteTree, secondsTo, treeFrom } from '../route/route-tree.ts';
import type { Venue } from '../venue.ts';
import { makeSearchIndex, type SearchIndex, searchPlaces } from './search-places.ts';

interface Query {
  readonly typed: string;
  readonly right: readonly string[];
}

let venue: Venue;
let graph: WalkGraph;
/** From the terminal, as the hub reckons what is near. */
let tree: RouteTree;
let index: SearchIndex;
let queries: readonly Query[] = [];

beforeAll(async () => {
  const opened = await openVenue(new URL('../venues/demo', import.meta.url).pathname);
  if (!opened.ok) throw new Error(opened.message);
  ({ venue } = opened);
  graph = buildGraph(venue);
  const terminal = venue.kiosks.find(({ device }) => device?.kind === 'terminal')?.id ?? '';
  tree = treeFrom(graph, weigh(graph, 'default', new Set()), graph.nodesOfFeature.get(terminal) ?? []);
  index = makeSearchIndex(placesOf(venue), [], venue.levels);
  const text = await readFile(new URL('demo-queries.txt', import.meta.url), 'utf8');
  queries = text
    .split('\n')
    .filter((line) => line.includes('=>'))
    .map((line) => {
      const [typed = '', right = ''] = line.split('=>').map((part) => part.trim());
      return { typed, right: right.split('|').map((one) => one.trim()) };
    });
}, 60_000);

/** `药房@1` and `药房`: a right answer may name the floor. */
function namesOf({ name, levelId }: Place): readonly string[] {
  const sign = venue.levels.find(({ id }) => id === levelId)?.shortName['zh'] ?? '';
  return [String(name['zh']), `${String(name['zh'])}@${sign}`];
}

function isFirst({ typed, right }: Query): boolean {
  const language = /\p{Script=Han}/u.test(typed) ? 'zh' : 'en';
  const near = ({ id }: Place): number => secondsTo(graph, tree, id);
  const [first] = searchPlaces(index, typed, { language, limit: 1, near });
  return first !== undefined && namesOf(first.place).some((name) => right.includes(name));
}

it('the list is long, and every right answer is a place of the demo hospital', () => {
  expect(queries.length).toBeGreaterThanOrEqual(200);
  const all = new Set(placesOf(venue).flatMap(namesOf));
  expect(queries.filter(({ right }) => !right.some((name) => all.has(name)))).toEqual([]);
});

it('of what people type, at least 95 in 100 find what they mean first', () => {
  const wrong = queries.filter((query) => !isFirst(query)).map(({ typed }) => typed);
  expect(wrong.length / queries.length, wrong.join(', ')).toBeLessThanOrEqual(0.05);
});
