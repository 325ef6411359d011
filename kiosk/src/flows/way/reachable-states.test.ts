import type { SnapshotFrom } from 'xstate';
import { describe, expect, it } from 'vitest';
import { galleryScreens } from '../gallery.ts';
import { canReach, hasTimeout, reachableStates, type Happening } from '../state-graph.ts';
import { wayMachine } from './machine.ts';
import { samplePlaces, sampleWay } from './sample-way.ts';
import { wayView } from './view.ts';

const shown = new Set(galleryScreens.map(({ view }) => view.screen));
const taps: readonly Happening[] = [
  ...['finished', 'wentBack', 'retried', 'askedForPaper'].map((intent) => ({ type: `patient.${intent}` })),
  { type: 'patient.choseLanguage', language: 'en' },
  { type: 'patient.choseMode', mode: 'elder' },
];
const paper = (state: 'printed' | 'refused'): Happening => ({
  type: 'print.changed',
  jobId: 'j',
  ticketId: 'way-key',
  state,
  problem: null,
});

describe('every state of finding a way', () => {
  const replied = (state: string, output: unknown): Happening => ({
    type: `xstate.done.actor.0.way.${state}`,
    output,
  });
  const found = { ok: true, way: sampleWay };
  const walls = { ok: false, reason: 'profile', profilesWithAWay: ['default'] };
  const categories = [{ id: 'tests', name: sampleWay.to.name, places: samplePlaces }];
  const states = reachableStates({
    machine: wayMachine,
    input: { to: null, stepFree: false, language: 'zh', mode: 'standard', helpComing: false, newKey: () => 'key' },
    events: [
      ...taps,
      { type: 'patient.switchedStepFree' },
      { type: 'patient.openedCategory', category: 'tests' },
      { type: 'patient.askedForSearch' },
      { type: 'patient.searched', text: 'XNK' },
      { type: 'patient.searched', text: '' },
      { type: 'patient.chosePlace', place: samplePlaces[0] },
      { type: 'patient.tookNewWay' },
      { type: 'guide.changed', version: 'v2' },
      paper('printed'),
      paper('refused'),
      replied('opening', { version: 'v1', categories }),
      replied('opening', { version: null, categories: [] }),
      replied('searching.looking', { places: samplePlaces }),
      replied('asking', found),
      replied('asking', walls),
      replied('shown.freshness.checking', found),
      replied('shown.freshness.checking', walls),
      replied('shown.paper.printing', { ok: true, jobId: 'j' }),
      replied('shown.paper.printing', { ok: false, reason: 'no-printer' }),
      replied('shown.map.loading', { version: 'v1', levels: [], attribution: null }),
    ],
    keyOf: ({ value, context }) =>
      JSON.stringify([
        value,
        context.stepFree,
        context.chosenIn,
        context.home !== null,
        context.noWay,
        context.to !== null,
      ]),
  });
  const running = states.filter(({ snapshot }) => snapshot.status === 'active');
  const viewOf = (snapshot: unknown) => wayView(snapshot as SnapshotFrom<typeof wayMachine>, true);

  it('is reached', () => {
    const names = new Set(states.map(({ snapshot }) => JSON.stringify(snapshot.value)));
    const wanted = [
      'opening',
      'choosing',
      'category',
      'looking',
      'failed',
      'asking',
      'checking',
      'changed',
      'printing',
      'printed',
      'stuck',
      'noWay',
      'back',
      'finished',
    ];
    expect(wanted.filter((place) => ![...names].some((name) => name.includes(`"${place}"`)))).toEqual([]);
  });

  it('has a screen, and the gallery shows it', () => {
    const without = running.filter(({ snapshot }) => !shown.has(viewOf(snapshot)?.screen ?? 'starting'));
    expect(without.map(({ key }) => key)).toEqual([]);
  });

  it('has a way back', () => {
    const ends = canReach(states, ({ snapshot }) => snapshot.status === 'done');
    expect(running.filter(({ key }) => !ends.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it('waits for no answer for ever', () => {
    const waiting = running.filter(({ snapshot }) => snapshot.hasTag('waiting') || snapshot.hasTag('printing'));
    expect(waiting.filter((state) => !hasTimeout(state)).map(({ key }) => key)).toEqual([]);
  });
});
