import type { Decision, Journey } from './decisions.ts';
import { floorWords, signOf } from './floor-words.ts';
import { guideLineAt } from './guide-lines.ts';
import { sideOf, turnOf } from './headings.ts';
import type { Landmark } from './landmarks.ts';
import { marked, type Marked } from './marks.ts';
import { inBoth } from './names.ts';
import { enPhrases } from './phrases-en.ts';
import { type Goal, type Mark, type Said, shortEnough } from './phrases.ts';
import { zhPhrases } from './phrases-zh.ts';
import type { Bilingual, Step } from './step.ts';
import { roundMetres } from './summary.ts';

/** A turn this soon after another is told as `then`, where nothing marks it. Metres. */
const soonAfter = 15;

/** The steps of a route, in both languages. */
export function stepsOf(journey: Journey, decisions: readonly Decision[]): readonly Step[] {
  const all = marked(journey, decisions);
  return all.map((decision, index) => stepOf({ journey, decision, before: all[index - 1], next: all[index + 1] }));
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

/** Nobody is sent from a lift to that lift. */
function startGoal(scene: Scene): NamedGoal | null {
  const goal = goalOf(scene);
  return goal?.name.zh === inBoth(scene.journey.from.name)?.zh ? null : goal;
}

function startWords(scene: Scene, turn: Said['start']['turn']): Worded {
  const { decision, journey, next } = scene;
  const origin = inBoth(journey.from.name);
  const goal = startGoal(scene);
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
    after: metresAreSaid(scene) ? 0 : roundMetres(decision.along - (before?.along ?? 0)),
  }));
  const stop = off === null ? null : (journey.graph.nodeFeatures[journey.route.nodes[off.to] ?? 0] ?? null);
  return { ...words, landmark: stop ?? decision.mark?.id ?? null };
}

/** Whether the step before has told how far it is to here. */
function metresAreSaid({ decision, before }: Scene): boolean {
  if (decision.mark !== null || before === undefined) return false;
  return before.kind === 'start' || (before.kind === 'confirm' && before.mark === null);
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
