import { seededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import { graphAsJson } from '@lobby/maps/graph/graph-as-json.ts';
import { weigh } from '@lobby/maps/graph/weigh.ts';
import { edgeKinds, isOpenToAll, type Point, type Profile, type Route, type Venue, type WalkGraph } from '@lobby/maps';
import { distanceToBorder, isInside } from '@lobby/maps/geometry/polygon.ts';
import { routeBetween } from '@lobby/maps/route/find-route.ts';
import { plainDijkstra, type PrintedGraph } from './plain-dijkstra.ts';

export interface Proof {
  readonly pairs: number;
  readonly routes: number;
  /** How many pairs had no route, by reason. */
  readonly without: Readonly<Record<string, number>>;
  /** The largest difference of a route's seconds from the plain search. */
  readonly difference: number;
  /** What did not hold, one sentence each. */
  readonly wrong: readonly string[];
}

interface Wish {
  readonly graph: WalkGraph;
  readonly profile: Profile;
  /** How many random pairs. */
  readonly pairs: number;
  readonly seed: number;
  readonly closed?: ReadonlySet<string>;
}

/** Goals a start: each start costs one plain search, however many goals it is asked for. */
const goalsOfAStart = 40;
// Sums of the same seconds in another order.
const rounding = 1e-6;

/** Routes between random places against a plain search on the printed graph, and what none of them may pass. */
export function proveRoutes({ graph, profile, pairs, seed, closed = new Set() }: Wish): Proof {
  const random = seededRandom(seed);
  const printed = printGraph(graph, profile, closed);
  const search = plainDijkstra(printed);
  const features = [...graph.nodesOfFeature.keys()];
  const idsOf = (feature: string): readonly string[] =>
    (graph.nodesOfFeature.get(feature) ?? []).map((node) => graph.nodeIds[node] ?? '');
  const tally = new Tally(graph);
  for (let asked = 0; asked < pairs;) {
    const from = random.pick(features);
    const seconds = search(idsOf(from));
    for (let goal = 0; goal < goalsOfAStart && asked < pairs; goal += 1, asked += 1) {
      const to = random.pick(features);
      const least = Math.min(Infinity, ...idsOf(to).map((node) => seconds.get(node) ?? Infinity));
      tally.count({ from, to, profile, least, reply: routeBetween(graph, { from, to, profile, closed }) });
    }
  }
  return tally.proof;
}

/** As `maps graph --json` prints it, and read again. */
export function printGraph(graph: WalkGraph, profile: Profile, closed: ReadonlySet<string>): PrintedGraph {
  return JSON.parse(JSON.stringify(graphAsJson(graph, weigh(graph, profile, closed)))) as PrintedGraph;
}

interface Answer {
  readonly from: string;
  readonly to: string;
  readonly profile: Profile;
  readonly least: number;
  readonly reply: ReturnType<typeof routeBetween>;
}

class Tally {
  readonly #graph: WalkGraph;
  readonly #forbidden: ReadonlySet<string>;
  readonly #without: Record<string, number> = {};
  readonly #wrong: string[] = [];
  #pairs = 0;
  #routes = 0;
  #difference = 0;

  constructor(graph: WalkGraph) {
    this.#graph = graph;
    this.#forbidden = neverPassed(graph.venue);
  }

  count({ from, to, profile, least, reply }: Answer): void {
    this.#pairs += 1;
    const way = `${from} → ${to} (${profile})`;
    if (!reply.ok) {
      this.#without[reply.reason] = (this.#without[reply.reason] ?? 0) + 1;
      const asked = ['island', 'closed', 'profile'].includes(reply.reason);
      if (asked && least < Infinity) this.#wrong.push(`${way}: there is a way of ${least} s, and none was found`);
      return;
    }
    this.#routes += 1;
    const difference = Math.abs(reply.route.seconds - least);
    this.#difference = Math.max(this.#difference, difference);
    if (!(difference <= rounding)) this.#wrong.push(`${way}: ${reply.route.seconds} s, and ${least} s is possible`);
    const trouble = troubleOf(this.#graph, reply.route, this.#forbidden);
    if (trouble !== undefined) this.#wrong.push(`${way}: ${trouble}`);
  }

  get proof(): Proof {
    return {
      pairs: this.#pairs,
      routes: this.#routes,
      without: this.#without,
      difference: this.#difference,
      wrong: this.#wrong,
    };
  }
}

/** What is the staff's, and emergency exits: by ids, from the venue itself. */
export function neverPassed({ units, openings, connectors, network }: Venue): ReadonlySet<string> {
  return new Set(
    [
      ...units.filter((unit) => !isOpenToAll(unit)),
      ...openings.filter(({ category }) => category === 'emergencyexit'),
      ...connectors.filter(({ use }) => use === 'staff'),
      ...[...network.nodes, ...network.ways].filter(({ restriction }) => restriction !== null),
    ].map(({ id }) => id),
  );
}

/** Undefined: the route may be walked by whom it is for. */
export function troubleOf(
  graph: WalkGraph,
  { profile, nodes, edges }: Route,
  forbidden: ReadonlySet<string>,
): string | undefined {
  const kinds = new Set(edges.map((edge) => edgeKinds[graph.kind[edge] ?? 0]));
  const rolls = profile === 'step-free' || profile === 'bed';
  const climb = (['steps', 'stairs', 'escalator'] as const).find((kind) => kinds.has(kind));
  if (rolls && climb !== undefined) return `${climb} on a way for wheels`;
  const passed = edges.flatMap((edge) => graph.edgeFeatures[edge] ?? []).find((feature) => forbidden.has(feature));
  if (passed !== undefined) return `it passes ${passed}, which is closed to it`;
  const within = unitWalkedIn(graph, nodes, forbidden);
  if (within !== undefined) return `it runs within ${within}, which is closed to it`;
  const torn = edges.some((edge, n) => graph.to[edge] !== nodes[n + 1] || !leaves(graph, nodes[n] ?? -1, edge));
  return torn ? 'its edges do not follow one another' : undefined;
}

// A line along a wall may lie in it, as maps are drawn. Metres.
const wallDepth = 0.35;

/** By the areas themselves and not by what the graph says of its edges. */
function unitWalkedIn(
  { venue, level, x, y }: WalkGraph,
  nodes: readonly number[],
  forbidden: ReadonlySet<string>,
): string | undefined {
  const closed = Map.groupBy(
    venue.units.filter(({ id }) => forbidden.has(id)),
    ({ levelId }) => levelId,
  );
  for (const [n, node] of nodes.entries()) {
    const next = nodes[n + 1] ?? node;
    if (level[node] !== level[next]) continue;
    const units = closed.get(venue.levels[level[node] ?? 0]?.id ?? '') ?? [];
    const [from, to]: [Point, Point] = [
      [x[node] ?? 0, y[node] ?? 0],
      [x[next] ?? 0, y[next] ?? 0],
    ];
    const along = [0.25, 0.5, 0.75].map((share): Point => [
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
    ]);
    const met = units.find(({ polygons }) =>
      polygons.some((polygon) =>
        along.some((point) => isInside(point, polygon) && distanceToBorder(point, polygon) > wallDepth),
      ),
    );
    if (met !== undefined) return met.id;
  }
  return undefined;
}

function leaves({ firstEdge }: WalkGraph, node: number, edge: number): boolean {
  return (firstEdge[node] ?? Infinity) <= edge && edge < (firstEdge[node + 1] ?? -1);
}
