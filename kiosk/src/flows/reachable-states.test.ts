import type { SnapshotFrom } from 'xstate';
import type { AgentEvent, HelpStatus } from '@lobby/hub/contract';
import { describe, expect, it } from 'vitest';
import { checkInMachine } from './check-in/machine.ts';
import { checkInView } from './check-in/view.ts';
import { sampleAgenda, sampleEyeStep, sampleNow, sampleRules, sampleStep, sampleTicket } from './sample-visit.ts';
import { galleryScreens } from './gallery.ts';
import { helpMachine } from './help/machine.ts';
import { helpView } from './help/view.ts';
import { canReach, hasTimeout, reachableStates, type Happening } from './state-graph.ts';
import { visitMachine } from './visit/machine.ts';
import { ways } from './visit/ways/facts.ts';
import { visitView } from './visit/view.ts';
import { noGlance } from './way/sample-way.ts';

const shown = new Set(galleryScreens.map(({ view }) => view.screen));

const ready = { state: 'ready', fault: null, since: '2026-11-23T00:00:00.000Z' } as const;
const away = { ...ready, state: 'away' } as const;
const choices = [1958, 2019].map((birthYear) => ({
  choice: String(birthYear),
  maskedName: '张*',
  birthYear,
  owner: 'unknown' as const,
}));

const refusals = ['wristband-unknown', 'second-factor-needed', 'not-matched', 'staff-not-recognised'] as const;
const agentEvents: readonly AgentEvent[] = [
  { type: 'hello', terminalId: 'K01', hub: 'here', reader: ready, printer: ready, paper: 'ok' },
  { type: 'card.presented' },
  { type: 'code.presented' },
  { type: 'card.removed' },
  { type: 'card.trouble', trouble: 'unreadable' },
  { type: 'visit.opened', visitId: 'v-1', maskedName: '张*明', choices: [] },
  { type: 'visit.opened', visitId: 'v-1', maskedName: '张*明', choices },
  { type: 'visit.refused', reason: 'patient-unknown' },
  { type: 'visit.refused', reason: 'patient-unknown', mayAct: true },
  ...refusals.map((reason) => ({ type: 'visit.refused' as const, reason })),
  { type: 'badge.taken' },
  { type: 'wristband.scanned', number: 'ZY26030217' },
  { type: 'visit.ended', visitId: 'v-1', why: 'idle' },
  { type: 'device.changed', reader: away, printer: ready, paper: 'ok' },
  { type: 'device.changed', reader: ready, printer: ready, paper: 'ok' },
  { type: 'hospital.changed', state: 'away', since: '2026-11-23T00:47:00.000Z' },
  { type: 'help.changed', help: null },
  { type: 'hub.away' },
  { type: 'hub.here' },
];
const helpIs = (state: HelpStatus['state'], escalated = false): AgentEvent => ({
  type: 'help.changed',
  help: { requestId: 'h-1', state, since: '2026-11-23T00:47:00.000Z', escalated },
});
const news = (state: 'printed' | 'unknown' | 'refused'): AgentEvent => ({
  type: 'print.changed',
  jobId: 'j',
  ticketId: 't-1',
  state,
  problem: state === 'refused' ? 'paper-out' : null,
});
const intents = ['finished', 'wentHome', 'wentBack', 'retried', 'askedForPaper', 'touched', 'stayed', 'startedStep'];
const wishes = ['askedForSomebodyElse', 'actedForBearer', 'actedForInpatient', 'askedForOtherSteps', 'askedTheWay'];
const taps: readonly Happening[] = [
  ...intents.map((intent) => ({ type: `patient.${intent}` })),
  { type: 'patient.choseLanguage', language: 'en' },
  { type: 'patient.choseMode', mode: 'elder' },
];
const done = (actor: string, output: unknown): Happening => ({ type: `xstate.done.actor.${actor}`, output });
const emptyDay = { maskedName: '张*明', acting: null, next: null, rest: [] };
const lateDay = { maskedName: '张*明', acting: null, next: sampleEyeStep, rest: [] };

describe('every state of the visit', () => {
  const states = reachableStates({
    machine: visitMachine,
    input: { rules: sampleRules, now: () => sampleNow, newKey: () => 'key' },
    events: [
      ...agentEvents,
      ...taps,
      helpIs('taken'),
      { type: 'patient.askedForHelp', errand: 'check-in' },
      { type: 'agent.lost' },
      { type: 'agent.broke' },
      { type: 'idle.ranOut' },
      ...wishes.map((wish) => ({ type: `patient.${wish}` })),
      ...ways.map((way) => ({ type: 'patient.choseWay', way })),
      ...['330602195403182174', '19540318', '3174', ''].map((text) => ({ type: 'patient.typed', text })),
      ...['staff', 'password', 'birth-date', 'phone-end', 'lines', 'number'].map((what) => ({
        type: 'patient.askedFor',
        what,
      })),
      done('0.visit.known.ways.sendingLines', { ok: false, reason: 'check-digit', field: 'number' }),
      done('0.visit.known.ways.sendingLines', { ok: true }),
      done('0.visit.known.ways.asking', { ok: true }),
      done('0.visit.visiting.steps.actingForBearer', { ok: true }),
      done('0.visit.visiting.steps.actingForBearer', { ok: false, reason: 'visit-ended' }),
      done('0.visit.visiting.steps.actingForInpatient', { ok: true, maskedName: '罗*' }),
      done('0.visit.visiting.steps.actingForInpatient', { ok: false, reason: 'wristband-unknown' }),
      done('0.visit.visiting.steps.actingForInpatient', { ok: false, reason: 'visit-ended' }),
      { type: 'patient.choseFile', choice: '2019' },
      { type: 'patient.choseStep', stepId: 's-3' },
      done('0.visit.visiting.steps.openingFile', { ok: true, maskedName: '张*' }),
      done('0.visit.visiting.steps.openingFile', { ok: false, reason: 'visit-ended' }),
      done('0.visit.visiting.steps.lookingUp', { ok: true, agenda: sampleAgenda }),
      done('0.visit.visiting.steps.lookingUp', { ok: true, agenda: emptyDay }),
      done('0.visit.visiting.steps.lookingUp', { ok: true, agenda: lateDay }),
      done('0.visit.visiting.steps.lookingUp', { ok: false, reason: 'hospital-unavailable' }),
      done('checkIn', { outcome: 'back' }),
      done('checkIn', { outcome: 'finished' }),
      { type: 'guide.changed', version: 'v2' },
      done('way', { outcome: 'back' }),
    ],
    keyOf: ({ value, context }) => {
      const typed = typedOf(value, context);
      if (typed !== null) return JSON.stringify([value, context.cardPresent, typed]);
      const { agent, hub, reader, cardPresent, mayAct } = context;
      const fit = value === 'refused' || Object(value).refused !== undefined ? mayAct : null;
      return JSON.stringify([value, agent, hub, reader, cardPresent, visitIdOf(context), fit]);
    },
  });

  it('is reached', () => {
    const names = new Set(states.map(({ snapshot }) => JSON.stringify(snapshot.value)));
    const wanted = [
      'choosing',
      'openingFile',
      'lookingUp',
      'agendaUnavailable',
      'step',
      'otherSteps',
      'somebodyElse',
      'actingForBearer',
      'wristband',
      'actingForInpatient',
      'code',
      'card',
      'passport',
      'lines',
      'sendingLines',
      'passportNumber',
      'number',
      'birthDate',
      'phoneEnd',
      'approval',
      'lookingAtBadge',
      'workNumber',
      'password',
      'asking',
      'errand',
      'finding',
      'warned',
      'busy',
    ];
    const places = [
      ...wanted,
      'starting',
      'welcome',
      'outOfService',
      'identifying',
      'cardTrouble',
      'refused',
      'cardLeft',
      'farewell',
    ];
    expect(places.filter((place) => ![...names].some((name) => name.includes(`"${place}"`)))).toEqual([]);
  });

  it('has one screen, and the gallery shows it', () => {
    const without = states.filter(({ snapshot }) => {
      const screens = Object.values(snapshot.getMeta()).filter((meta) => meta !== undefined);
      return screens.length !== 1 || !shown.has(visitView(snapshot).screen);
    });
    expect(without.map(({ key }) => key)).toEqual([]);
  });

  it('has a way home', () => {
    const home = canReach(states, ({ snapshot }) => snapshot.hasTag('atRest'));
    expect(states.filter(({ key }) => !home.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it('goes home by itself: time alone is enough wherever somebody is served', () => {
    const byTime = states.map((state) => ({
      ...state,
      leadsTo: state.leadsTo.filter(
        ({ event }) => event.type.startsWith('xstate.after') || event.type === 'idle.ranOut',
      ),
    }));
    const served = byTime.filter(({ snapshot }) => !snapshot.hasTag('atRest'));
    const home = canReach(byTime, ({ snapshot }) => snapshot.hasTag('atRest'));
    expect(served.filter((state) => !hasTimeout(state) || !home.has(state.key)).map(({ key }) => key)).toEqual([]);
  });

  it('holds data of a patient only while a patient is visiting', () => {
    const wrong = states.filter(
      ({ snapshot }) => (visitIdOf(snapshot.context) !== null) !== snapshot.hasTag('patient'),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});

describe('every state of help', () => {
  const states = reachableStates({
    machine: helpMachine,
    input: { newKey: () => 'key' },
    events: [
      ...['askedForHelp', 'withdrewHelp', 'lookedAtHelp', 'leftHelp'].map((intent) => ({ type: `patient.${intent}` })),
      ...(['waiting', 'taken', 'arrived', 'done', 'withdrawn', 'lapsed'] as const).map((state) => helpIs(state)),
      helpIs('waiting', true),
      { type: 'help.changed', help: null },
      { type: 'visit.over' },
      { type: 'place.free' },
      done('0.help.asking', { ok: true, help: { requestId: 'h-1', state: 'waiting', since: '', escalated: false } }),
      done('0.help.asking', { ok: false, reason: 'hub-away' }),
      done('0.help.withdrawing', { ok: true, help: null }),
      done('0.help.withdrawing', { ok: false, reason: 'hub-away' }),
    ],
    keyOf: ({ value, context }) =>
      JSON.stringify([value, context.status?.state, context.status?.escalated, context.asker]),
  });
  const viewed = new Set(galleryScreens.map(({ help }) => JSON.stringify(help ?? { help: 'none' })));

  it('is reached, and the gallery shows it', () => {
    const shownStates = new Set(
      states.map(({ snapshot }) => JSON.stringify(helpView(snapshot as SnapshotFrom<typeof helpMachine>))),
    );
    expect([...shownStates].toSorted()).toEqual([...viewed].toSorted());
  });

  it('ends by time alone, whatever the hub says no more', () => {
    const byTime = states.map((state) => ({
      ...state,
      leadsTo: state.leadsTo.filter(({ event }) => event.type.startsWith('xstate.after')),
    }));
    const ends = canReach(byTime, ({ snapshot }) => snapshot.value === 'none');
    expect(states.filter(({ key }) => !ends.has(key)).map(({ key }) => key)).toEqual([]);
  });
});

describe('every state of a check-in', () => {
  const checkInReply = (reason: string): Happening =>
    done('0.checkIn.checkingIn', { ok: false, reason, opensAt: null });
  const states = reachableStates({
    machine: checkInMachine,
    input: {
      visitId: 'v-1',
      step: sampleStep,
      language: 'zh',
      mode: 'standard',
      helpComing: false,
      newKey: () => 'key',
    },
    events: [
      ...taps,
      news('printed'),
      news('unknown'),
      news('refused'),
      done('0.checkIn.checkingIn', { ok: true, already: false, ticket: sampleTicket }),
      ...[
        'too-early',
        'too-late',
        'number-void',
        'not-here',
        'hospital-unavailable',
        'outcome-unknown',
        'visit-ended',
      ].map(checkInReply),
      done('0.checkIn.printing', { ok: true, jobId: 'j' }),
      done('0.checkIn.printing', { ok: false, reason: 'no-printer' }),
    ],
    keyOf: ({ value, context }) =>
      JSON.stringify([value, context.ticket?.ticketId, context.refusal, context.settledJob]),
  });
  const running = states.filter(({ snapshot }) => snapshot.status === 'active');

  it('is reached', () => {
    const names = new Set(states.map(({ snapshot }) => JSON.stringify(snapshot.value)));
    const wanted = [
      'asked',
      'slow',
      'printing',
      'ticketPrinted',
      'ticketOnScreen',
      'refused',
      'uncertain',
      'finished',
      'back',
      'visitEnded',
    ];
    expect(wanted.filter((place) => ![...names].some((name) => name.includes(`"${place}"`)))).toEqual([]);
  });

  it('has a screen, and the gallery shows it', () => {
    const without = running.filter(({ snapshot }) => {
      const view = checkInView(snapshot, { cardPresent: false, glance: noGlance });
      return view === undefined || !shown.has(view.screen);
    });
    expect(without.map(({ key }) => key)).toEqual([]);
  });

  it('has a timeout, and time alone ends it', () => {
    const byTime = states.map((state) => ({
      ...state,
      leadsTo: state.leadsTo.filter(({ event }) => event.type.startsWith('xstate.after')),
    }));
    const ends = canReach(byTime, ({ snapshot }) => snapshot.status === 'done');
    expect(running.filter((state) => !hasTimeout(state) || !ends.has(state.key)).map(({ key }) => key)).toEqual([]);
  });
});

/** What of the things that were typed decides where they lead. */
function typedOf(value: unknown, context: object): unknown {
  if (typeof value !== 'object' || value === null || !('known' in value) || !('typed' in context)) return null;
  const { way, number, proof } = Object(context.typed);
  const kind = typeof number === 'string' ? number.length : null;
  const waits = JSON.stringify(value).includes('asked');
  return [['passport', 'factor', 'wristband'].includes(way) ? way : null, kind, waits ? (proof?.by ?? null) : null];
}

function visitIdOf(context: object): string | null {
  return 'visitId' in context && typeof context.visitId === 'string' ? context.visitId : null;
}
