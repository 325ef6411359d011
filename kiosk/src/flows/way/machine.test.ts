import type {
  AskWay,
  GuideHome,
  GuidePlan,
  PrintWay,
  PrintWayReply,
  SearchPlaces,
  WayReply,
} from '@lobby/hub/contract';
import { describe, expect, it } from 'vitest';
import { createActor, fromPromise, SimulatedClock } from 'xstate';
import { delays } from '../delays.ts';
import type { Goal } from './facts.ts';
import { wayMachine } from './machine.ts';
import { sampleGoal, sampleLongWay, samplePlaces, sampleWay } from './sample-way.ts';
import { wayView } from './view.ts';

const found: WayReply = { ok: true, way: sampleWay };
const otherWay: WayReply = { ok: true, way: { ...sampleLongWay, version: 'v2' } };
const sameWayOfLater: WayReply = { ok: true, way: { ...sampleWay, version: 'v2' } };
const home: GuideHome = {
  version: 'v1',
  categories: [{ id: 'tests', name: { zh: '检查检验', en: 'Tests' }, places: [...samplePlaces] }],
};
const area: Goal = { end: { of: 'queue', id: 'cardiology' }, name: sampleGoal.name };

/** Whoever looks for a place, and a hub that answers in turn. */
function startErrand(
  told: { to?: Goal; ways?: readonly (WayReply | 'never')[]; home?: GuideHome; print?: PrintWayReply } = {},
) {
  const clock = new SimulatedClock();
  const asked: AskWay[] = [];
  const searched: SearchPlaces[] = [];
  const printed: PrintWay[] = [];
  const ways = [...(told.ways ?? [found])];
  const machine = wayMachine.provide({
    actors: {
      loadHome: fromPromise<GuideHome, undefined>(() => Promise.resolve(told.home ?? home)),
      search: fromPromise(({ input }: { input: SearchPlaces }) => {
        searched.push(input);
        return Promise.resolve({ places: [sampleGoal] });
      }),
      askWay: fromPromise<WayReply, AskWay>(({ input }) => {
        asked.push(input);
        const reply = ways.length > 1 ? ways.shift() : ways[0];
        return reply === undefined || reply === 'never' ? new Promise(() => undefined) : Promise.resolve(reply);
      }),
      loadPlan: fromPromise<GuidePlan, { readonly version: string }>(({ input }) =>
        Promise.resolve({ version: input.version, levels: [], attribution: null }),
      ),
      printWay: fromPromise<PrintWayReply, PrintWay>(({ input }) => {
        printed.push(input);
        return Promise.resolve(told.print ?? { ok: true, jobId: 'j' });
      }),
    },
  });
  const actor = createActor(machine, {
    clock,
    input: {
      to: told.to ?? null,
      stepFree: false,
      language: 'zh',
      mode: 'standard',
      helpComing: false,
      newKey: () => 'key-1',
    },
  });
  actor.start();
  const view = () => wayView(actor.getSnapshot(), true);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { actor, clock, asked, searched, printed, view, settle };
}

describe('whoever looks for a place', () => {
  it('types initials, taps what was found, and sees the way', async () => {
    const { actor, searched, asked, view, settle } = startErrand();
    await settle();
    actor.send({ type: 'patient.askedForSearch' });
    actor.send({ type: 'patient.searched', text: 'XN' });
    actor.send({ type: 'patient.searched', text: 'XNK' });
    await settle();
    expect(searched.at(-1)).toEqual({ query: 'XNK', language: 'zh', limit: 4 });
    expect(view()).toMatchObject({ screen: 'way-search', query: 'XNK', places: [sampleGoal], state: 'quiet' });
    actor.send({ type: 'patient.chosePlace', place: sampleGoal });
    await settle();
    expect(asked).toEqual([{ to: { of: 'place', id: sampleGoal.id }, profile: 'default' }]);
    expect(view()).toMatchObject({ screen: 'way', changed: false, way: { to: sampleGoal } });
    actor.send({ type: 'patient.wentBack' });
    expect(view()).toMatchObject({ screen: 'way-search', query: 'XNK' });
  });

  it('walks without stairs once the switch is on, on the first screen or on that of the way', async () => {
    const { actor, asked, view, settle } = startErrand();
    await settle();
    actor.send({ type: 'patient.switchedStepFree' });
    expect(view()).toMatchObject({ screen: 'find-way', stepFree: true });
    actor.send({ type: 'patient.openedCategory', category: 'tests' });
    actor.send({ type: 'patient.chosePlace', place: sampleGoal });
    await settle();
    actor.send({ type: 'patient.switchedStepFree' });
    await settle();
    expect(asked.map(({ profile }) => profile)).toEqual(['step-free', 'default']);
  });

  it('is told where a way without stairs there is none, and takes the stairs only when asked for them', async () => {
    const none: WayReply = { ok: false, reason: 'profile', profilesWithAWay: ['default'] };
    const { actor, asked, view, settle } = startErrand({ to: area, ways: [found, none, found] });
    await settle();
    actor.send({ type: 'patient.switchedStepFree' });
    await settle();
    expect(view()).toEqual({
      screen: 'no-way',
      reason: 'profile',
      to: area.name,
      stepFree: true,
      others: ['default'],
    });
    expect(asked).toHaveLength(2);
    actor.send({ type: 'patient.switchedStepFree' });
    await settle();
    expect(view()).toMatchObject({ screen: 'way', stepFree: false });
  });

  it('walks as old legs do in elder mode', async () => {
    const { actor, asked, settle } = startErrand({ to: area });
    await settle();
    actor.send({ type: 'patient.choseMode', mode: 'elder' });
    await settle();
    expect(asked.map(({ profile }) => profile)).toEqual(['default', 'elder']);
  });

  it('hears that no map is published, and that nobody answers, by different words', async () => {
    const without = startErrand({ home: { version: null, categories: [] } });
    await without.settle();
    expect(without.view()).toMatchObject({ screen: 'no-way', reason: 'no-venue' });
    const unanswered = startErrand({ to: area, ways: ['never'] });
    unanswered.clock.increment(delays.guideTimeout);
    expect(unanswered.view()).toMatchObject({ screen: 'no-way', reason: 'unavailable' });
  });
});

describe('a way on the screen while the building changes', () => {
  it('stays as it is where this walk is the same', async () => {
    const { actor, view, settle } = startErrand({ to: area, ways: [found, sameWayOfLater] });
    await settle();
    actor.send({ type: 'guide.changed', version: 'v2' });
    await settle();
    expect(view()).toMatchObject({ screen: 'way', changed: false });
  });

  it('says that it has changed, and is replaced when that is wanted, not before', async () => {
    const { actor, view, settle } = startErrand({ to: area, ways: [found, otherWay] });
    await settle();
    actor.send({ type: 'guide.changed', version: 'v2' });
    await settle();
    expect(view()).toMatchObject({ screen: 'way', changed: true, way: { steps: sampleWay.steps } });
    actor.send({ type: 'patient.tookNewWay' });
    await settle();
    expect(view()).toMatchObject({ screen: 'way', changed: false, way: { steps: sampleLongWay.steps } });
  });

  it('is not trusted when nobody says whether it still holds', async () => {
    const { actor, clock, view, settle } = startErrand({ to: area, ways: [found, 'never'] });
    await settle();
    actor.send({ type: 'guide.changed', version: 'v2' });
    clock.increment(delays.guideTimeout);
    expect(view()).toMatchObject({ screen: 'way', changed: true });
  });
});

describe('a place that one is led to', () => {
  const walls: WayReply = { ok: false, reason: 'closed', profilesWithAWay: [] };

  it.each(['closed', 'to-unknown'] as const)('is %s all at once, and the screen says so in words', async (reason) => {
    const { actor, view, settle } = startErrand({ to: area, ways: [found, { ...walls, reason }] });
    await settle();
    expect(view()).toMatchObject({ screen: 'way' });
    actor.send({ type: 'guide.changed', version: 'v2' });
    await settle();
    expect(view()).toMatchObject({ screen: 'no-way', reason, to: sampleGoal.name });
  });

  it('is asked for once more where the building changes before the answer is here', async () => {
    const { actor, asked, view, settle } = startErrand({ to: area, ways: ['never', otherWay] });
    actor.send({ type: 'guide.changed', version: 'v2' });
    await settle();
    expect(asked).toHaveLength(2);
    expect(view()).toMatchObject({ screen: 'way', way: { version: 'v2' } });
  });
});

describe('a way on paper', () => {
  const news = (state: 'printed' | 'refused', ticketId = 'way-key-1') =>
    ({ type: 'print.changed', jobId: 'j', ticketId, state, problem: null }) as const;

  it('is printed in the language of the screen, and told when it lies there', async () => {
    const { actor, printed, view, settle } = startErrand({ to: area });
    await settle();
    actor.send({ type: 'patient.askedForPaper' });
    expect(view()).toMatchObject({ paper: 'printing' });
    actor.send(news('printed', 't-1'));
    expect(view()).toMatchObject({ paper: 'printing' });
    actor.send(news('printed'));
    expect(view()).toMatchObject({ paper: 'printed' });
    expect(printed).toEqual([{ key: 'key-1', to: area.end, profile: 'default', language: 'zh' }]);
  });

  it('is left to the phone where the printer will not', async () => {
    const { actor, view, settle } = startErrand({ to: area, print: { ok: false, reason: 'no-printer' } });
    await settle();
    actor.send({ type: 'patient.askedForPaper' });
    await settle();
    expect(view()).toMatchObject({ paper: 'stuck' });
  });
});
