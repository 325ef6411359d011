import type {
  ActForBearerReply,
  ActForInpatientReply,
  AgendaReply,
  AgentEvent,
  ChoosePatientReply,
  TypedVisit,
  TypedZoneReply,
  VisitEnd,
  WristbandAsked,
} from '@lobby/hub/contract';
import { assign, fromPromise, raise, sendTo, setup } from 'xstate';
import { checkInMachine } from '../check-in/machine.ts';
import { delaysByMode } from '../delays.ts';
import { helpMachine, isComing } from '../help/machine.ts';
import { profileOf } from '../way/facts.ts';
import { glanceMachine } from '../way/glance.ts';
import { wayMachine } from '../way/machine.ts';
import { chosenStep } from './chosen-step.ts';
import { whyEnded } from './ending.ts';
import {
  nobody,
  type ScreenMeta,
  type TerminalFacts,
  type VisitContext,
  type VisitEvent,
  type VisitInput,
} from './facts.ts';
import { nothingTyped, type TypedFacts } from './ways/facts.ts';
import { hasWayIn } from './ways/here.ts';

/** What the visit's states refer to by name. The page provides the requests and `tellAgentOfEnd`. */
export const visitSetup = setup({
  types: {
    context: {} as VisitContext,
    events: {} as VisitEvent,
    input: {} as VisitInput,
    children: {} as { checkIn: 'checkIn'; help: 'help'; way: 'way'; glance: 'glance' },
    /** waiting: the machine works, the patient waits. atRest: nobody is here. patient: data of a patient is on the screen. */
    tags: {} as 'waiting' | 'atRest' | 'patient' | 'warned' | 'slow',
    meta: {} as ScreenMeta,
  },
  actors: {
    choosePatient: fromPromise<ChoosePatientReply, { visitId: string; choice: string; key: string }>(() =>
      Promise.reject(new Error('the page provides choosePatient')),
    ),
    loadAgenda: fromPromise<AgendaReply, { visitId: string }>(() =>
      Promise.reject(new Error('the page provides loadAgenda')),
    ),
    sendTyped: fromPromise<{ readonly ok: true }, TypedVisit>(() =>
      Promise.reject(new Error('the page provides sendTyped')),
    ),
    sendLines: fromPromise<TypedZoneReply, { lines: readonly string[]; key: string }>(() =>
      Promise.reject(new Error('the page provides sendLines')),
    ),
    actForBearer: fromPromise<ActForBearerReply, { visitId: string; key: string }>(() =>
      Promise.reject(new Error('the page provides actForBearer')),
    ),
    actForInpatient: fromPromise<ActForInpatientReply, { visitId: string; wristband: string; key: string }>(() =>
      Promise.reject(new Error('the page provides actForInpatient')),
    ),
    checkIn: checkInMachine,
    help: helpMachine,
    way: wayMachine,
    glance: glanceMachine,
  },
  delays: delaysByMode,
  guards: {
    agentGone: ({ context }) => context.agent === 'lost',
    hubAway: ({ context }) => context.hub === 'away',
    noWayIn: ({ context }) => !hasWayIn(context),
    inService: ({ context }) => context.agent === 'here' && context.hub === 'here' && hasWayIn(context),
    declined: ({ context }) => context.declined,
    cardPresent: ({ context }) => context.cardPresent,
    finished: ({ context }) => context.leftBy === 'finished',
    takenCardEnds: ({ context }) => context.endsWhenCardIsTaken === true && context.presented === 'card',
    hasChoice: ({ context }) => context.choices.length > 0,
    mayAct: ({ context }) => context.mayAct,
    needsSecondFactor: ({ event }) => event.type === 'visit.refused' && event.reason === 'second-factor-needed',
    mayCheckIn: ({ context }) => context.agenda?.acting?.mayCheckIn ?? true,
    actsForNobody: ({ context }) => context.agenda?.acting === null,
    isThisVisit: ({ context, event }) => event.type === 'visit.ended' && event.visitId === context.visitId,
    canStart: ({ context }) => {
      const state = chosenStep(context.agenda, context.stepId)?.state;
      return state === 'ready' || state === 'checked-in';
    },
    hasWayToStep: ({ context }) => chosenStep(context.agenda, context.stepId) !== undefined,
    dayIsOld: ({ context }) => context.dayIsOld,
    hasOtherSteps: ({ context }) => (context.agenda?.rest.length ?? 0) > 0,
  },
  actions: {
    /** Provided by the page. */
    tellAgentOfEnd: (_, _end: { readonly visitId: string; readonly why: VisitEnd }) => undefined,
    /** Provided by the page: what was typed is not wanted any more. */
    tellAgentToForget: () => undefined,
    /** Provided by the page: whether a wristband is asked for now. */
    tellAgentOfWristband: (_, _asked: WristbandAsked) => undefined,
    dropTyped: assign({ typed: nothingTyped }),
    chooseWay: assign(({ event }) =>
      event.type === 'patient.choseWay'
        ? { typed: { ...nothingTyped, way: event.way }, declined: false, presented: 'code' as const }
        : {},
    ),
    keepTyped: assign(({ context }, more: Partial<TypedFacts>) => ({ typed: { ...context.typed, ...more } })),
    keepWristband: assign(({ event }) =>
      event.type === 'patient.typed' || event.type === 'wristband.scanned'
        ? { typed: { ...nothingTyped, kept: event.type === 'patient.typed' ? event.text : event.number } }
        : {},
    ),
    sayNoAnswer: assign(({ context }) => ({ typed: { ...context.typed, problem: 'no-answer' as const } })),
    askFactor: assign({ typed: { ...nothingTyped, way: 'factor' } }),
    askWristband: assign({ typed: { ...nothingTyped, way: 'wristband' } }),
    /** Provided by the page: everything that the page remembers of whoever was here goes, and the screen is covered first. */
    wipe: () => undefined,
    hearHello: assign(({ event }) =>
      event.type === 'hello'
        ? {
            agent: 'here' as const,
            hub: event.hub,
            reader: event.reader.state,
            printer: event.printer.state,
            paper: event.paper,
            devices: devicesOf(event),
          }
        : {},
    ),
    noteHospital: assign({
      hospitalAwaySince: ({ event }) =>
        event.type === 'hospital.changed' && event.state === 'away' ? event.since : null,
    }),
    beginWork: raise({ type: 'work.began' }),
    endWork: raise({ type: 'work.ended' }),
    noteDevices: assign(({ event }) =>
      event.type === 'device.changed'
        ? {
            reader: event.reader.state,
            printer: event.printer.state,
            paper: event.paper,
            devices: devicesOf(event),
          }
        : {},
    ),
    noteCard: assign({ cardPresent: true, declined: false, presented: 'card' }),
    noteCode: assign({ declined: false, presented: 'code' }),
    noteNoCard: assign({ cardPresent: false }),
    noteCardTrouble: assign({
      cardTrouble: ({ context, event }) => (event.type === 'card.trouble' ? event.trouble : context.cardTrouble),
    }),
    noteRefusal: assign({
      refusal: ({ event }) => (event.type === 'visit.refused' ? event.reason : 'hospital-unavailable'),
      mayAct: ({ event }) => event.type === 'visit.refused' && event.mayAct === true,
    }),
    decline: assign({ declined: true }),
    speakLanguage: assign({
      language: ({ context, event }) => (event.type === 'patient.choseLanguage' ? event.language : context.language),
    }),
    takeMode: assign({
      mode: ({ context, event }) => (event.type === 'patient.choseMode' ? event.mode : context.mode),
    }),
    /** The next person finds the terminal as every other one found it. */
    forgetChoices: assign({ language: 'zh', mode: 'standard' }),
    openVisit: assign(({ event }) =>
      event.type === 'visit.opened'
        ? { visitId: event.visitId, maskedName: event.maskedName, choices: event.choices }
        : {},
    ),
    tellHelp: sendTo('help', ({ event }) => event),
    /** What is on the screen now is about the card. */
    putHelpAway: sendTo('help', { type: 'patient.leftHelp' }),
    /** Help that was asked for goes on; whoever asked may go. */
    tellHelpOfEnd: sendTo('help', { type: 'visit.over' }),
    freePlace: sendTo('help', { type: 'place.free' }),
    noteHelp: assign({
      helpComing: ({ context, event }) => (event.type === 'help.changed' ? isComing(event.help) : context.helpComing),
    }),
    passOn: sendTo('checkIn', ({ event }) => event),
    noteMap: assign({ finds: true }),
    switchStepFree: assign({ stepFree: ({ context }) => !context.stepFree }),
    forgetWalk: assign({ stepFree: false }),
    passOnToWay: sendTo('way', ({ event }) => event),
    tellGlance: sendTo('glance', ({ event }) => event),
    /** The way to the step on the screen is told beside it. */
    wantGlance: sendTo('glance', ({ context }) => {
      const step = chosenStep(context.agenda, context.stepId);
      const to = step === undefined ? null : ({ of: 'queue', id: step.queueId } as const);
      return { type: 'way.wanted', to, profile: profileOf(context) };
    }),
    setGoal: assign(({ context }) => {
      const step = chosenStep(context.agenda, context.stepId);
      const place = step?.ticket?.place ?? step?.place;
      if (step === undefined || place === undefined) return {};
      return { goal: { end: { of: 'queue' as const, id: step.queueId }, name: place } };
    }),
    chooseFile: assign(({ context, event }) =>
      event.type === 'patient.choseFile' ? { choice: event.choice, choiceKey: context.newKey() } : {},
    ),
    chooseStep: assign(({ event }) => (event.type === 'patient.choseStep' ? { stepId: event.stepId } : {})),
    forgetPatient: assign(({ event }) => ({ ...nobody, typed: nothingTyped, leftBy: whyEnded(event) })),
  },
});

function devicesOf({
  scanner,
  stripe,
  documents,
}: Extract<AgentEvent, { type: 'hello' | 'device.changed' }>): TerminalFacts['devices'] {
  return {
    ...(scanner !== undefined && { scanner: scanner.state }),
    ...(stripe !== undefined && { stripe: stripe.state }),
    ...(documents !== undefined && { documents: documents.state }),
  };
}
