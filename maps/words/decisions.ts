import { distance } from '../geometry/segment.ts';
import type { WalkGraph } from '../graph/walk-graph.ts';
import type { Route } from '../route/route.ts';
import type { Point } from '../venue.ts';
import { type Bend, bendsOf } from './bends.ts';
import { doorIn, doorOut, type End, headingThrough, openingAt, pointOf } from './ends.ts';
import { bearing, smallBend, turnAngle } from './headings.ts';
import { legsOf, type Ride, type Walk } from './legs.ts';

/** What a walker has to decide or do at a place of the path; words come later. Angles in degrees, positive to the right. */
export type Decision = {
  /** Position in the path. */
  readonly at: number;
  /** Heading with which one comes there, and with which one goes on; null: unknown or none. */
  readonly arriving: number | null;
  readonly leaving: number | null;
} & (
  | { readonly kind: 'start'; readonly from: 'screen' | 'room' | 'place'; readonly angle: number }
  | { readonly kind: 'turn'; readonly angle: number; readonly off: Ride | null }
  | { readonly kind: 'ride'; readonly ride: Ride; readonly again: boolean }
  | { readonly kind: 'arrive'; readonly angle: number }
);

/** A bend this near to a start, a lift or a door is part of what is done there. Metres. */
const atOnce = 5;
/** Out of a lift, whoever has this far to go wants to be told that it is straight on. Metres. */
const farAhead = 12;

export interface Journey {
  readonly graph: WalkGraph;
  readonly route: Route;
  /** Where the walker looks at the start, degrees clockwise from north; null: nowhere known. */
  readonly heading: number | null;
  readonly from: End;
  readonly to: End;
}

/** The decisions of a route in order: a start, turns and rides, an arrival. */
export function decisionsOf(journey: Journey): readonly Decision[] {
  const { graph, route } = journey;
  const legs = legsOf(graph, route);
  const last = legs.length - 1;
  return legs.flatMap((leg, index): readonly Decision[] => {
    if (leg.of === 'ride') {
      const before = legs[index - 1];
      const again = before?.of === 'walk' && isTransfer(journey, before, index > 1);
      return [{ kind: 'ride', at: leg.from, arriving: null, leaving: null, ride: leg, again }];
    }
    const off = legs[index - 1];
    const ride = off?.of === 'ride' ? off : null;
    return index === last ? lastWalk(journey, leg, ride) : walkToRide(journey, leg, ride);
  });
}

/** Between two rides that lie side by side nobody needs to be told how to walk. */
function isTransfer({ graph, route }: Journey, walk: Walk, afterRide: boolean): boolean {
  return afterRide && lengthOf(pointsOf(graph, route, walk.from, walk.to)) <= farAhead;
}

function walkToRide(journey: Journey, walk: Walk, off: Ride | null): readonly Decision[] {
  if (isTransfer(journey, walk, off !== null)) return [];
  const { graph, route } = journey;
  const door = openingAt(graph, route.nodes[walk.to - 1]) !== null && walk.to - 1 > walk.from ? walk.to - 1 : walk.to;
  const begun = begin(journey, { ...walk, to: door }, off);
  const rest = lengthsAfter(journey, begun.bends, door);
  const turns = begun.bends.filter((_, index) => (rest[index] ?? 0) > atOnce).map(turnAt);
  return [...begun.first, ...turns];
}

function lastWalk(journey: Journey, walk: Walk, off: Ride | null): readonly Decision[] {
  const { graph, route, to } = journey;
  const door = doorIn(graph, route, to.unit);
  const end = door !== null && door >= walk.from ? door : walk.to;
  const begun = begin(journey, { ...walk, to: end }, off);
  const rest = lengthsAfter(journey, begun.bends, end);
  const kept = begun.bends.filter((_, index) => (rest[index] ?? 0) > atOnce);
  const dropped = begun.bends[kept.length];
  const arriving = dropped?.from ?? begun.leaves ?? begun.before;
  const into = intoRoom(journey, end) ?? begun.leaves;
  const angle = arriving === null || into === null ? 0 : turnAngle(arriving, into);
  return [...begun.first, ...kept.map(turnAt), { kind: 'arrive', at: end, arriving, leaving: into, angle }];
}

/** Heading into the room at the end; null where the route ends in the open. */
function intoRoom({ graph, route }: Journey, door: number): number | null {
  const next = route.nodes[door + 1];
  const here = route.nodes[door];
  if (next === undefined || here === undefined) return null;
  return headingThrough(openingAt(graph, here), pointOf(graph, here), pointOf(graph, next));
}

function turnAt({ at, from, to }: Bend): Decision {
  return { kind: 'turn', at, arriving: from, leaving: to, angle: turnAngle(from, to), off: null };
}

interface Begun {
  readonly first: readonly Decision[];
  readonly bends: readonly Bend[];
  readonly before: number | null;
  readonly leaves: number | null;
}

/** What is done where a walk begins, and the bends that come later. */
function begin(journey: Journey, walk: Walk, off: Ride | null): Begun {
  const { graph, route } = journey;
  const start = off === null ? startOf(journey, walk) : exitOf(journey, walk);
  const points = pointsOf(graph, route, start.at, walk.to);
  const { bends, leaves } = bendsOf({ points, first: start.at, before: start.heading });
  const [next] = bends;
  const near = next !== undefined && lengthOf(pointsOf(graph, route, start.at, next.at)) <= atOnce ? next : undefined;
  const leaving = near?.to ?? start.heading ?? next?.from ?? leaves;
  const angle = start.heading === null || leaving === null ? 0 : turnAngle(start.heading, leaving);
  const rest = near === undefined ? bends : bends.slice(1);
  const shared = { at: start.at, arriving: start.heading, leaving, angle };
  const silent = off !== null && Math.abs(angle) < smallBend && lengthOf(points) <= farAhead;
  const first: Decision =
    off === null ? { kind: 'start', from: start.from, ...shared } : { kind: 'turn', off, ...shared };
  return { first: silent ? [] : [first], bends: rest, before: start.heading, leaves };
}

interface Beginning {
  readonly at: number;
  readonly heading: number | null;
  readonly from: 'screen' | 'room' | 'place';
}

function startOf({ graph, route, heading, from }: Journey, walk: Walk): Beginning {
  if (heading !== null) return { at: walk.from, heading, from: 'screen' };
  const door = doorOut(graph, route, from.unit);
  if (door === null || door > walk.to) return { at: walk.from, heading: null, from: 'place' };
  const [inside = 0, here = 0] = [route.nodes[door - 1], route.nodes[door]];
  const inwards = headingThrough(openingAt(graph, here), pointOf(graph, here), pointOf(graph, inside));
  return { at: door, heading: inwards + 180, from: 'room' };
}

/** Out of a lift by its door, or off a stair in the direction of the first steps. */
function exitOf({ graph, route }: Journey, walk: Walk): Beginning {
  const from = 'place';
  const [stop, next] = [route.nodes[walk.from], route.nodes[walk.from + 1]];
  if (stop === undefined || next === undefined || walk.to === walk.from) return { at: walk.from, heading: null, from };
  const opening = openingAt(graph, next);
  if (opening === null) return { at: walk.from, heading: bearing(pointOf(graph, stop), pointOf(graph, next)), from };
  const inwards = headingThrough(opening, pointOf(graph, next), pointOf(graph, stop));
  return { at: walk.from + 1, heading: inwards + 180, from };
}

export function pointsOf(graph: WalkGraph, route: Route, from: number, to: number): readonly Point[] {
  return route.nodes.slice(from, to + 1).map((node) => pointOf(graph, node));
}

export function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, point, index) => sum + distance(points[index] ?? point, point), 0);
}

/** Metres from each bend to the end of the walk. */
function lengthsAfter({ graph, route }: Journey, bends: readonly Bend[], end: number): readonly number[] {
  return bends.map(({ at }) => lengthOf(pointsOf(graph, route, at, end)));
}
