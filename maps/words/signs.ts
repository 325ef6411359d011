import { distanceToSegment, distance } from '../geometry/segment.ts';
import type { WalkGraph } from '../graph/walk-graph.ts';
import type { Point, Unit, Venue } from '../venue.ts';
import { endAt, pointOf } from './ends.ts';
import type { Heard } from './heard.ts';
import { type Landmark, landmarksOf } from './landmarks.ts';
import { inBoth, spaced } from './names.ts';

/** A node at which a step may be meant, and the room that is entered there. */
export interface Signed {
  readonly node: number;
  readonly unit: Unit | null;
}

/** Metres; a little more than what the words reach, as the stranger does not measure. */
const besideIt = 8.5;

/** Nodes of a floor at which the next step may be meant, by what the signs on it say. */
export function placesSigned(graph: WalkGraph, here: number, next: Heard): readonly Signed[] {
  const onFloor = nodesOfLevel(graph, graph.level[here] ?? 0);
  const bare = (nodes: readonly number[]): readonly Signed[] => nodes.map((node) => ({ node, unit: null }));
  if (next.kind === 'ride') return bare(onFloor.filter((node) => isStopOf(graph, node, next.by)));
  if (next.kind === 'arrive') {
    const goals = goalsOf(graph).get(next.name) ?? [];
    return goals.filter(({ node }) => graph.level[node] === graph.level[here]);
  }
  if (next.kind !== 'turn') return [];
  const { where } = next;
  if (where.by === 'landmark') {
    const spots = landmarksOn(graph.venue, levelId(graph, here)).filter(({ name }) => name.zh === where.name);
    const points = spots.flatMap(({ points }) => points);
    return bare(onFloor.filter((node) => points.some((point) => distance(point, pointOf(graph, node)) <= besideIt)));
  }
  if (where.by === 'line') return bare(onFloor.filter((node) => isOnLine(graph, node, where.colour)));
  return bare(onFloor);
}

const levelId = (graph: WalkGraph, node: number): string => graph.venue.levels[graph.level[node] ?? 0]?.id ?? '';

function nodesOfLevel(graph: WalkGraph, level: number): readonly number[] {
  return graph.nodeIds.flatMap((_, node) => (graph.level[node] === level ? [node] : []));
}

const known = new WeakMap<Venue, ReadonlyMap<string, readonly Landmark[]>>();

function landmarksOn(venue: Venue, level: string): readonly Landmark[] {
  const all = known.get(venue) ?? landmarksOf(venue);
  known.set(venue, all);
  return all.get(level) ?? [];
}

function isStopOf({ nodeFeatures, venue }: WalkGraph, node: number, name: string): boolean {
  const stop = venue.connectors.find(({ stops }) => stops.some(({ featureId }) => featureId === nodeFeatures[node]));
  return stop !== undefined && (stop.name['zh'] === undefined || spaced(stop.name['zh']) === name);
}

const goals = new WeakMap<WalkGraph, ReadonlyMap<string, readonly Signed[]>>();

/** Where everything with a name is, by its Chinese name; under one name there may be several. */
function goalsOf(graph: WalkGraph): ReadonlyMap<string, readonly Signed[]> {
  const before = goals.get(graph);
  if (before !== undefined) return before;
  const all = new Map<string, Signed[]>();
  for (const [id, nodes] of graph.nodesOfFeature) {
    const { name, unit } = endAt(graph, id);
    const zh = inBoth(name)?.zh;
    if (zh !== undefined) all.set(zh, [...(all.get(zh) ?? []), ...nodes.map((node) => ({ node, unit }))]);
  }
  goals.set(graph, all);
  return all;
}

function isOnLine(graph: WalkGraph, node: number, colour: string): boolean {
  const point = pointOf(graph, node);
  const lines = graph.venue.details.filter(
    ({ levelId: level, guide }) => level === levelId(graph, node) && guide?.colour['zh'] === colour,
  );
  return lines.some(({ line }) => isNearLine(point, line));
}

function isNearLine(point: Point, line: readonly Point[]): boolean {
  return line.slice(1).some((to, index) => distanceToSegment(point, line[index] ?? to, to) <= 3);
}
