import type { Connector, Point } from '../venue.ts';
import { type Decision, type Journey, lengthOf, pointsOf } from './decisions.ts';
import { pointOf } from './ends.ts';
import { bearing } from './headings.ts';
import type { Landmark } from './landmarks.ts';
import { seenLandmarks } from './seen-landmarks.ts';

/** Without a decision for longer than this, a walker is told that the way is still right. Metres. */
const longWalk = 40;

/** A decision, where along the path it is taken, and the landmark that it can be known by. */
export type Marked = (Decision | { readonly kind: 'confirm'; readonly at: number }) & {
  /** Metres from the start. */
  readonly along: number;
  readonly mark: Landmark | null;
};

/** The decisions of a route with what they are known by, and what is passed on long walks between them. */
export function marked(journey: Journey, decisions: readonly Decision[]): readonly Marked[] {
  const reach = alongPath(journey);
  const all: Marked[] = [];
  let left: Connector | null = null;
  for (const decision of decisions) {
    if (decision.kind === 'ride') left = decision.ride.connector;
    const last = all.at(-1)?.mark ?? null;
    const mark = decision.kind === 'turn' ? markOf({ journey, turn: decision, last, left }) : null;
    all.push({ ...decision, along: reach[decision.at] ?? 0, mark });
  }
  return all.flatMap((decision, index) => [decision, ...confirmsAfter(journey, reach, decision, all[index + 1])]);
}

/** Metres on the flat from the start to each node of the route. */
function alongPath({ graph, route }: Journey): readonly number[] {
  const reach = [0];
  route.nodes.slice(1).forEach((node, index) => {
    const before = route.nodes[index] ?? node;
    const metres = graph.level[before] === graph.level[node] ? lengthOf(pointsOf(graph, route, index, index + 1)) : 0;
    reach.push((reach[index] ?? 0) + metres);
  });
  return reach;
}

function levelAt({ graph, route }: Journey, at: number): string {
  return graph.venue.levels[graph.level[route.nodes[at] ?? 0] ?? 0]?.id ?? '';
}

/** The places that a step does not name as a landmark: they are where one comes from or goes to. */
function endsOf({ from, to }: Journey): ReadonlySet<string> {
  return new Set([from.id, from.unit?.id ?? from.id, to.id, to.unit?.id ?? to.id]);
}

interface TurnToMark {
  readonly journey: Journey;
  readonly turn: Decision & { readonly kind: 'turn' };
  /** What the turn before is known by. */
  readonly last: Landmark | null;
  /** What one rode last. */
  readonly left: Connector | null;
}

/** What a turn can be known by. Nothing is named twice running, nor the lift that was just left or its neighbours. */
function markOf({ journey, turn, last, left }: TurnToMark): Landmark | null {
  const { graph, route } = journey;
  const here = pointOf(graph, route.nodes[turn.at] ?? 0);
  const avoid = new Set([...endsOf(journey), ...bankOf(journey, left), ...(last === null ? [] : [last.id])]);
  const seen = seenLandmarks(graph.venue);
  const levelId = levelAt(journey, turn.at);
  if (turn.off === null) return seen.best({ levelId, point: here, heading: turn.arriving, avoid });
  const ahead = turn.leaving === null ? here : onwards(here, turn.leaving, 5);
  return seen.best({ levelId, point: ahead, heading: turn.leaving, avoid });
}

function bankOf({ graph }: Journey, left: Connector | null): readonly string[] {
  if (left === null) return [];
  const bank = graph.venue.connectors.filter((one) => one === left || (one.bank !== null && one.bank === left.bank));
  return bank.flatMap(({ stops }) => stops.map(({ featureId }) => featureId));
}

function onwards([x, y]: Point, heading: number, metres: number): Point {
  const angle = (heading * Math.PI) / 180;
  return [x + metres * Math.sin(angle), y + metres * Math.cos(angle)];
}

/** Reassurance on a long walk between two decisions, at landmarks that are passed. */
function confirmsAfter(
  journey: Journey,
  reach: readonly number[],
  decision: Marked,
  next: Marked | undefined,
): readonly Marked[] {
  if (next === undefined || decision.kind === 'ride') return [];
  const gap = next.along - decision.along;
  const count = Math.max(0, Math.ceil(gap / longWalk) - 1);
  const avoid = new Set([...endsOf(journey), ...[decision.mark?.id, next.mark?.id].filter((id) => id !== undefined)]);
  return Array.from({ length: count }, (_, index): Marked => {
    const confirm = confirmAt({ journey, reach, avoid, along: decision.along + (gap * (index + 1)) / (count + 1) });
    if (confirm.mark !== null) avoid.add(confirm.mark.id);
    return confirm;
  });
}

interface Passing {
  readonly journey: Journey;
  readonly reach: readonly number[];
  readonly avoid: ReadonlySet<string>;
  readonly along: number;
}

function confirmAt({ journey, reach, avoid, along }: Passing): Marked {
  const seen = seenLandmarks(journey.graph.venue);
  for (const shift of [0, 4, -4, 8, -8, 12, -12]) {
    const { at, point, heading } = spotAt(journey, reach, along + shift);
    const mark = seen.best({ levelId: levelAt(journey, at), point, heading, avoid });
    if (mark !== null) return { kind: 'confirm', at, along: along + shift, mark };
  }
  return { kind: 'confirm', at: spotAt(journey, reach, along).at, along, mark: null };
}

function spotAt({ graph, route }: Journey, reach: readonly number[], along: number) {
  const at = Math.max(
    0,
    reach.findLastIndex((metres) => metres <= along),
  );
  const [from = [0, 0] as Point, to = from] = pointsOf(graph, route, at, at + 1);
  const heading = bearing(from, to);
  return { at, heading, point: onwards(from, heading, along - (reach[at] ?? 0)) };
}
