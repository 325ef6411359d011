import type { FleetScreen, FleetTerminal, TerminalState } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { needsSomebody, screenTroubles, terminalTroubles, weightOf } from './troubles.ts';

const at = '2026-11-23T01:15:00.000Z';
const now = Date.parse(at) + 10_000;
const ready = { state: 'ready', fault: null, since: at } as const;
const state: TerminalState = {
  version: '0.1.0',
  startedAt: at,
  reader: ready,
  printer: ready,
  paper: 'ok',
  unknownJobs: 0,
  saidAt: at,
  picture: { shown: 'welcome', frames: 3, paintedAt: at },
};
const terminal: FleetTerminal = {
  terminalId: 'K01',
  name: { zh: '1 号机', en: 'Terminal 1' },
  level: 1,
  enrolledAt: at,
  state,
  heardAt: at,
  clockAheadMs: 0,
  selfTest: null,
};
const screen: FleetScreen = {
  screenId: 'S1',
  kind: 'area',
  area: terminal.name,
  level: 3,
  enrolledAt: at,
  connected: true,
  sound: 'on',
  picture: { shown: '4', frames: 3, paintedAt: at, version: 'v1' },
  heardAt: at,
  clockAheadMs: 0,
};
const kindsOf = (change: Partial<FleetTerminal>, later = 0) =>
  terminalTroubles({ ...terminal, ...change }, now + later).map(({ kind }) => kind);
const saying = (change: Partial<TerminalState>) => kindsOf({ state: { ...state, ...change } });

describe('a terminal', () => {
  test('that is well needs nobody', () => {
    expect(kindsOf({})).toEqual([]);
    expect(needsSomebody([])).toBe(false);
  });

  test('that said nothing for more than 45 seconds is silent, whatever it said before', () => {
    expect(kindsOf({}, 35_000)).toEqual([]);
    expect(kindsOf({ state: { ...state, paper: 'near-end' } }, 35_001)).toEqual(['silent']);
  });

  test('whose page is gone or paints no more needs somebody though its agent is well', () => {
    expect(saying({ picture: null })).toEqual(['page-gone']);
    expect(saying({ picture: { shown: 'welcome', frames: 3, paintedAt: '2026-11-23T01:13:00.000Z' } })).toEqual([
      'picture-old',
    ]);
    expect(saying({ picture: { shown: 'out-of-service', frames: 3, paintedAt: at } })).toEqual(['out-of-service']);
  });

  test('tells the worst first: reader, then jobs, then paper', () => {
    const away = { state: 'away', fault: 'silent', since: at } as const;
    expect(saying({ reader: away, paper: 'near-end', unknownJobs: 2 })).toEqual([
      'part',
      'unknown-jobs',
      'paper-near-end',
    ]);
    expect(saying({ scanner: away })).toEqual(['part']);
    expect(saying({ reader: { state: 'not-configured', fault: null, since: at } })).toEqual([]);
  });

  test('whose clock is ten minutes off says so, also when it looks as if it had painted long ago', () => {
    const off = { ...state, saidAt: '2026-11-23T01:05:00.000Z' };
    const picture = { shown: 'welcome', frames: 3, paintedAt: '2026-11-23T01:04:50.000Z' };
    expect(kindsOf({ state: { ...off, picture }, clockAheadMs: -600_000 })).toEqual(['clock']);
  });

  test('that nobody has installed yet stands at the end', () => {
    const troubles = terminalTroubles({ ...terminal, enrolledAt: null, state: null, heardAt: null }, now);
    expect([weightOf(troubles), needsSomebody(troubles)]).toEqual([10, false]);
    expect(kindsOf({ state: null, heardAt: null })).toEqual(['never-heard']);
  });

  test('is red until the next self-test', () => {
    const passed = { state: 'passed', at } as const;
    const failed = { state: 'failed', at, fault: 'no-card', of: [] as string[] } as const;
    const parts = { card: { ...failed, of: [] }, print: passed, speak: passed, call: passed };
    expect(kindsOf({ selfTest: { runId: 'r', startedAt: at, until: at, parts } })).toEqual(['self-test']);
  });
});

describe('a screen', () => {
  const kinds = (change: Partial<FleetScreen>, later = 0) =>
    screenTroubles({ ...screen, ...change }, now + later, 'v1').map(({ kind }) => kind);

  test('that is well needs nobody', () => {
    expect(kinds({})).toEqual([]);
  });

  test('is away, frozen, mute or old', () => {
    expect(kinds({ connected: false, sound: 'muted' })).toEqual(['screen-away']);
    expect(kinds({}, 55_000)).toEqual(['picture-old']);
    expect(kinds({ sound: 'muted' })).toEqual(['muted']);
    expect(kinds({ picture: { shown: '4', frames: 3, paintedAt: at, version: 'v0' } })).toEqual(['old-page']);
    expect(kinds({ enrolledAt: null, connected: false })).toEqual(['not-enrolled']);
  });
});
