import type { WalkGraph } from '../graph/walk-graph.ts';
import { weightsFor } from '../route/find-route.ts';
import { routeInTree, type RouteTree, treeFrom } from '../route/route-tree.ts';
import { doorIn, headingThrough, openingAt, pointOf } from './ends.ts';
import { floorWords } from './floor-words.ts';
import { sideOf, turnAngle } from './headings.ts';
import { hear, type Heard } from './heard.ts';
import { allowedBy, type Stretch } from './one-stretch.ts';
import { placesSigned, type Signed } from './signs.ts';
import { spaced } from './names.ts';

/* A stranger who has the words and the signs on the walls, and no map: follows them and says where they may have led. */

/** Where the stranger may stand by now, and how they came there. */
export interface Walked {
  readonly nodes: readonly number[];
  /** Degrees; null: any. */
  readonly heading: number | null;
  readonly metres: number;
}

export interface Stranger {
  readonly graph: WalkGraph;
  /** Node at which the words begin, and where the stranger looks to. */
  readonly start: number;
  readonly heading: number | null;
}

/** All walks that the words allow from the first step to the last, the shortest first. */
export function walkByWords({ graph, start, heading }: Stranger, words: readonly string[]): readonly Walked[] {
  const heard = words.map(hear);
  let walks: readonly Walked[] = [{ nodes: [start], heading, metres: 0 }];
  heard.forEach((now, index) => {
    if (now.kind === 'confirm' || now.kind === 'arrive') return;
    if (now.kind === 'ride') walks = walks.flatMap((walk) => ride(graph, walk, now));
    const next = heard.slice(index + 1).find(({ kind }) => kind !== 'confirm');
    if (next === undefined || (next.kind === 'turn' && next.leaving)) return;
    walks = shortestToEach(walks.flatMap((walk) => walkOn({ graph, walk, now, next })));
  });
  return walks.toSorted((a, b) => a.metres - b.metres);
}

/** By the lift that was named, to the floor that was named. */
function ride(graph: WalkGraph, walk: Walked, { by, floor }: Heard & { readonly kind: 'ride' }): readonly Walked[] {
  const here = walk.nodes.at(-1) ?? 0;
  const { firstEdge, to, connector, level, venue } = graph;
  const rides: Walked[] = [];
  for (let edge = firstEdge[here] ?? 0; edge < (firstEdge[here + 1] ?? 0); edge++) {
    const next = to[edge] ?? 0;
    const reached = venue.levels[level[next] ?? 0];
    if (level[next] === level[here] || reached === undefined || floorWords(reached).zh !== floor) continue;
    const name = venue.connectors[connector[edge] ?? -1]?.name['zh'];
    if (name !== undefined && spaced(name) !== by) continue;
    rides.push({ nodes: [...walk.nodes, next], heading: null, metres: walk.metres });
  }
  return rides;
}

interface Walking {
  readonly graph: WalkGraph;
  readonly walk: Walked;
  readonly now: Heard;
  readonly next: Heard;
}

/** On foot from one step's place to where the next one may be meant. */
function walkOn({ graph, walk, now, next }: Walking): readonly Walked[] {
  const here = walk.nodes.at(-1) ?? 0;
  const tree = treeOn(graph, here);
  return placesSigned(graph, here, next).flatMap((signed): readonly Walked[] => {
    const route = routeInTree(graph, tree, [signed.node]);
    if (route === undefined || route.nodes.some((node) => graph.level[node] !== graph.level[here])) return [];
    const end = signed.unit === null ? null : doorIn(graph, route, signed.unit);
    const nodes = end === null ? route.nodes : route.nodes.slice(0, end + 1);
    const stretch = stretchOf({ graph, walk, now }, nodes);
    const met = allowedBy(stretch, next);
    if (
      met === null ||
      !isOnSide({ graph, signed, next, nodes: route.nodes, end: nodes.length - 1, heading: met.heading })
    )
      return [];
    return [{ nodes: [...walk.nodes, ...nodes.slice(1)], heading: met.heading, metres: walk.metres + met.metres }];
  });
}

/** Out of a lift or a room one looks straight through its door; the walk begins behind it. */
function stretchOf({ graph, walk, now }: Omit<Walking, 'next'>, nodes: readonly number[]): Stretch {
  const turn = now.kind === 'start' || now.kind === 'turn' ? now.turn : null;
  const points = nodes.map((node) => pointOf(graph, node));
  const door = nodes.findIndex((node) => openingAt(graph, node) !== null);
  const comesOut =
    (now.kind === 'turn' && now.leaving) || (now.kind === 'start' && now.turn !== null && walk.heading === null);
  const [inside, out] = [points[door - 1], points[door]];
  if (!comesOut) return { points, heading: walk.heading, turn };
  if (inside === undefined || out === undefined || door > 2) return { points, heading: null, turn };
  const opening = openingAt(graph, nodes[door]);
  return { points: points.slice(door), heading: headingThrough(opening, out, inside) + 180, turn };
}

interface Arrival {
  readonly graph: WalkGraph;
  readonly signed: Signed;
  readonly next: Heard;
  readonly nodes: readonly number[];
  readonly end: number;
  readonly heading: number | null;
}

/** Whether the door is on the side that was said; up to half a turn's doubt is forgiven. */
function isOnSide({ graph, next, nodes, end, heading }: Arrival): boolean {
  const [door, inside] = [nodes[end], nodes[end + 1]];
  if (next.kind !== 'arrive' || heading === null || door === undefined || inside === undefined) return true;
  const into = headingThrough(openingAt(graph, door), pointOf(graph, door), pointOf(graph, inside));
  const angle = turnAngle(heading, into);
  return [angle - 25, angle, angle + 25].some((one) => sideOf(one) === next.side);
}

const trees = new WeakMap<WalkGraph, Map<number, RouteTree>>();

function treeOn(graph: WalkGraph, node: number): RouteTree {
  const known = trees.get(graph) ?? new Map<number, RouteTree>();
  trees.set(graph, known);
  const tree = known.get(node) ?? treeFrom(graph, weightsFor(graph, 'default', new Set()), [node]);
  known.set(node, tree);
  return tree;
}

function shortestToEach(walks: readonly Walked[]): readonly Walked[] {
  const best = new Map<string, Walked>();
  for (const walk of walks) {
    const key = `${String(walk.nodes.at(-1))} ${walk.heading === null ? '' : Math.round(walk.heading / 20)}`;
    const before = best.get(key);
    if (before === undefined || walk.metres < before.metres) best.set(key, walk);
  }
  return [...best.values()];
}
