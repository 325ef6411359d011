import type { Connector, Point } from '../venue.ts';
import { type Decision, type Journey, lengthOf, pointsOf } from './decisions.ts';
import { pointOf } from './ends.ts';
import { floorWords, signOf } from './floor-words.ts';
import { guideLineAt } from './guide-lines.ts';
import { bearing, sideOf, turnOf } from './headings.ts';
import type { Landmark } from './landmarks.ts';
import { inBoth } from './names.ts';
import { enPhrases } from './phrases-en.ts';
import { type Goal, type Mark, type Said, shortEnough } from './phrases.ts';
import { zhPhrases } from './phrases-zh.ts';
import { seenLandmarks } from './seen-landmarks.ts';
import type { Bilingual, Step } from './step.ts';
import { roundMetres } from './summary.ts';

/** Without a decision for longer than this, a walker is told that the way is still right. Metres. */
const longWalk = 40;
/** A turn this soon after another is told as `then`, where nothing marks it. Metres. */
const soonAfter = 15;

/** A decision, where along the path it is taken, and the landmark that it can be known by. */
type Marked = (Decision | { readonly kind: 'confirm'; readonly at: number }) & {
  /** Metres from the start. */
  readonly along: number;
  readonly mark: Landmark | null;
};

/** The steps of a route, in both languages. */
export function stepsOf(journey: Journey, decisions: readonly Decision[]): readonly Step[] {
  const reach = alongPath(journey);
  const marked: Marked[] = [];
  let left: Connector | null = null;
  for (const decision of decisions) {
    const before = marked.at(-1);
    if (decision.kind === 'ride') left = decision.ride.connector;
    const mark =
      decision.kind === 'turn' ? markOf({ journey, turn: decision, last: before?.mark ?? null, left }) : null;
    marked.push({ ...decision, along: reach[decision.at] ?? 0, mark });
  }
  const all = marked.flatMap((decision, index) => [
    decision,
    ...confirmsAfter(journey, reach, decision, marked[index + 1]),
  ]);
  return all.map((decision, index) => stepOf({ journey, decision, before: all[index - 1], next: all[index + 1] }));
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

interface Scene {
  readonly journey: Journey;
  readonly decision: Marked;
  readonly before: Marked | undefined;
  readonly next: Marked | undefined;
}

function stepOf(scene: Scene): Step {
  const { decision, next } = scene;
  const shared = { at: decision.at, metres: next === undefined ? 0 : next.along - decision.along };
  switch (decision.kind) {
    case 'start':
      return { kind: 'start', turn: turnOf(decision.angle), ...shared, ...startWords(scene, turnOf(decision.angle)) };
    case 'turn':
      return { kind: 'turn', turn: turnOf(decision.angle), ...shared, ...turnWords(scene, turnOf(decision.angle)) };
    case 'confirm':
      return { kind: 'confirm', landmark: decision.mark?.id ?? null, ...shared, ...confirmWords(scene) };
    case 'ride':
      return rideStep(scene, decision, shared);
    case 'arrive':
      return {
        kind: 'arrive',
        side: sideOf(decision.angle),
        landmark: null,
        ...shared,
        ...arriveWords(scene.journey, sideOf(decision.angle)),
      };
  }
}

/** Says one thing in both languages; the names in `said` are taken in each. */
function say<K extends keyof Said>(kind: K, said: (language: 'zh' | 'en') => Said[K]): Bilingual {
  return shortEnough(zhPhrases[kind](said('zh')), enPhrases[kind](said('en')));
}

type Worded = Bilingual & { readonly landmark: string | null };

/** What the walk after a decision leads to, where it has a name that can be seen. */
function goalOf({ journey, next }: Scene): NamedGoal | null {
  if (next === undefined || next.kind === 'arrive') return null;
  if (next.kind !== 'ride') return next.mark === null ? null : { ...next.mark, passed: next.kind === 'confirm' };
  const name = inBoth(next.ride.connector?.name ?? {});
  const id = journey.graph.nodeFeatures[journey.route.nodes[next.at] ?? 0];
  return name === null || id === undefined ? null : { id, name, seen: false, passed: false };
}

interface NamedGoal {
  readonly id: string;
  readonly name: Bilingual;
  readonly seen: boolean;
  readonly passed: boolean;
}

function markIn(mark: Landmark | null, language: 'zh' | 'en'): Mark | null {
  return mark === null ? null : { name: mark.name[language], seen: mark.seen };
}

function goalIn(goal: NamedGoal | null, language: 'zh' | 'en'): Goal | null {
  return goal === null ? null : { name: goal.name[language], seen: goal.seen, passed: goal.passed };
}

function startWords(scene: Scene, turn: Said['start']['turn']): Worded {
  const { decision, journey, next } = scene;
  const goal = goalOf(scene);
  const origin = inBoth(journey.from.name);
  const metres = roundMetres((next?.along ?? decision.along) - decision.along);
  const from = decision.kind === 'start' ? decision.from : 'place';
  const words = say('start', (language) => ({
    turn,
    from,
    origin: origin?.[language] ?? null,
    to: goalIn(goal, language),
    metres,
  }));
  return { ...words, landmark: goal?.id ?? null };
}

function turnWords(scene: Scene, turn: Said['turn']['turn']): Worded {
  const { decision, journey, before } = scene;
  const goal = goalOf(scene);
  const off = decision.kind === 'turn' ? decision.off : null;
  const guide = decision.mark === null && off === null ? guideLineAt(journey, decision.at) : null;
  const words = say('turn', (language) => ({
    turn,
    at: markIn(decision.mark, language),
    then: decision.mark === null && before?.kind === 'turn' && decision.along - before.along <= soonAfter,
    leaving: off?.by ?? null,
    guide: guide?.[language] ?? null,
    to: goalIn(goal, language),
    after: roundMetres(decision.along - (before?.along ?? 0)),
  }));
  const stop = off === null ? null : (journey.graph.nodeFeatures[journey.route.nodes[off.to] ?? 0] ?? null);
  return { ...words, landmark: stop ?? decision.mark?.id ?? null };
}

function confirmWords({ decision, next }: Scene): Bilingual {
  const metres = roundMetres((next?.along ?? decision.along) - decision.along);
  return say('confirm', (language) => ({ passing: markIn(decision.mark, language), metres }));
}

function rideStep(
  { journey }: Scene,
  decision: Marked & { readonly kind: 'ride' },
  shared: { readonly at: number; readonly metres: number },
): Step {
  const { graph, route } = journey;
  const { ride, again } = decision;
  const level = graph.venue.levels[graph.level[route.nodes[ride.to] ?? 0] ?? 0];
  const from = graph.venue.levels[graph.level[route.nodes[ride.from] ?? 0] ?? 0];
  if (level === undefined || from === undefined) throw new Error('a route leads to a level that its venue has not');
  const direction = level.ordinal >= from.ordinal ? 'up' : 'down';
  const name = inBoth(ride.connector?.name ?? {});
  const floor = floorWords(level);
  const words = say('connector', (language) => ({
    by: ride.by,
    name: name?.[language] ?? null,
    direction,
    floor: floor[language],
    again,
  }));
  const landmark = graph.nodeFeatures[route.nodes[ride.from] ?? 0] ?? null;
  return {
    kind: 'connector',
    connector: ride.by,
    direction,
    level: level.id,
    sign: signOf(level),
    landmark,
    ...shared,
    ...words,
  };
}

function arriveWords({ to }: Journey, side: Said['arrive']['side']): Bilingual {
  const name = inBoth(to.name);
  const door = to.site.doorNumber ?? to.unit?.site.doorNumber ?? null;
  const wait = to.category === 'waitingroom' || to.site.area !== null;
  const said = name?.zh.replaceAll(' ', '').includes(door ?? '?') === true ? null : door;
  return say('arrive', (language) => ({ name: name?.[language] ?? null, side, door: said, wait }));
}
