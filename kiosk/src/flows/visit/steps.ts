import { and, assign, raise } from 'xstate';
import { chosenStep } from './chosen-step.ts';
import type { VisitContext } from './facts.ts';
import { visitSetup } from './setup.ts';
import { heardByWay, wayThere } from './way-there.ts';

/** The hospital is asked, and after a while the screen says that it takes longer. */
const waiting = visitSetup.createStateConfig({
  entry: 'beginWork',
  exit: 'endWork',
  initial: 'asked',
  states: { asked: { after: { slow: 'slow' } }, slow: { tags: 'slow' } },
});

const wristbandProblems = {
  'visit-ended': 'no-answer',
  'wristband-unknown': 'wristband-unknown',
  'too-many-tries': 'too-many-tries',
  'not-offered': 'wristband-not-offered',
  'hospital-unavailable': 'no-answer',
} as const;

const wristband =
  (asked: boolean) =>
  ({ context }: { readonly context: VisitContext }) => ({ visitId: context.visitId ?? '', asked });

/** What a patient goes through once identified: whose visit, what is next, the errand. */
export const steps = visitSetup.createStateConfig({
  initial: 'arriving',
  states: {
    arriving: { always: [{ guard: 'hasChoice', target: 'choosing' }, { target: 'lookingUp' }] },
    choosing: {
      meta: { screen: 'choose-patient' },
      on: {
        'patient.choseFile': { target: 'openingFile', actions: 'chooseFile' },
        'patient.actedForInpatient': { target: 'wristband', actions: 'dropTyped' },
      },
    },
    openingFile: {
      tags: 'waiting',
      meta: { screen: 'looking-up' },
      ...waiting,
      invoke: {
        src: 'choosePatient',
        input: ({ context }) => ({ visitId: context.visitId ?? '', choice: context.choice, key: context.choiceKey }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'lookingUp',
            actions: assign(({ event }) =>
              event.output.ok ? { maskedName: event.output.maskedName, choices: [] } : {},
            ),
          },
          { target: '#visit.leaving' },
        ],
        onError: 'agendaUnavailable',
      },
      after: { lookUpTimeout: 'agendaUnavailable' },
    },
    lookingUp: {
      tags: 'waiting',
      meta: { screen: 'looking-up' },
      ...waiting,
      invoke: {
        src: 'loadAgenda',
        input: ({ context }) => ({ visitId: context.visitId ?? '' }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'step',
            actions: assign(({ event }) =>
              event.output.ok ? { agenda: event.output.agenda, maskedName: event.output.agenda.maskedName } : {},
            ),
          },
          {
            guard: ({ event }) => !event.output.ok && event.output.reason === 'visit-ended',
            target: '#visit.leaving',
          },
          { target: 'agendaUnavailable' },
        ],
        onError: 'agendaUnavailable',
      },
      after: { lookUpTimeout: 'agendaUnavailable' },
    },
    agendaUnavailable: {
      meta: { screen: 'agenda-unavailable' },
      on: { 'patient.retried': [{ guard: 'hasChoice', target: 'openingFile' }, { target: 'lookingUp' }] },
    },
    step: {
      meta: { screen: 'step' },
      entry: 'wantGlance',
      on: {
        'patient.choseMode': { actions: ['takeMode', 'wantGlance'] },
        'patient.askedTheWay': {
          guard: 'hasWayToStep',
          target: 'finding',
          actions: ['setGoal', assign({ dayIsOld: false })],
        },
        'patient.startedStep': { guard: and(['canStart', 'mayCheckIn']), target: 'errand' },
        'patient.askedForSomebodyElse': { guard: 'actsForNobody', target: 'somebodyElse' },
        'patient.askedForOtherSteps': { guard: 'hasOtherSteps', target: 'otherSteps' },
        'patient.finished': '#visit.leaving',
      },
    },
    somebodyElse: {
      meta: { screen: 'somebody-else' },
      on: {
        'patient.wentBack': 'step',
        'patient.actedForBearer': 'actingForBearer',
        'patient.actedForInpatient': { target: 'wristband', actions: 'dropTyped' },
      },
    },
    actingForBearer: {
      tags: 'waiting',
      meta: { screen: 'looking-up' },
      ...waiting,
      invoke: {
        src: 'actForBearer',
        input: ({ context }) => ({ visitId: context.visitId ?? '', key: context.newKey() }),
        onDone: [{ guard: ({ event }) => event.output.ok, target: 'lookingUp' }, { target: '#visit.leaving' }],
        onError: '#visit.leaving',
      },
      after: { lookUpTimeout: '#visit.leaving' },
    },
    wristband: {
      meta: { screen: 'typing', typing: 'wristband' },
      entry: { type: 'tellAgentOfWristband', params: wristband(true) },
      exit: { type: 'tellAgentOfWristband', params: wristband(false) },
      on: {
        'wristband.scanned': { target: 'actingForInpatient', actions: 'keepWristband' },
        'patient.typed': { target: 'actingForInpatient', actions: 'keepWristband' },
        'patient.wentBack': [{ guard: 'hasChoice', target: 'choosing' }, { target: 'step' }],
      },
    },
    actingForInpatient: {
      tags: 'waiting',
      meta: { screen: 'looking-up' },
      ...waiting,
      invoke: {
        src: 'actForInpatient',
        input: ({ context }) => ({
          visitId: context.visitId ?? '',
          wristband: context.typed.kept,
          key: context.newKey(),
        }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'lookingUp',
            actions: [
              'dropTyped',
              assign(({ event }) =>
                event.output.ok ? { maskedName: event.output.maskedName, choices: [], agenda: null, stepId: null } : {},
              ),
            ],
          },
          {
            guard: ({ event }) => !event.output.ok && event.output.reason === 'visit-ended',
            target: '#visit.leaving',
          },
          {
            target: 'wristband',
            actions: assign(({ context, event }) => ({
              typed: { ...context.typed, problem: event.output.ok ? null : wristbandProblems[event.output.reason] },
            })),
          },
        ],
        onError: { target: 'wristband', actions: 'sayNoAnswer' },
      },
      after: { lookUpTimeout: { target: 'wristband', actions: 'sayNoAnswer' } },
    },
    otherSteps: {
      meta: { screen: 'other-steps' },
      on: { 'patient.choseStep': { target: 'step', actions: 'chooseStep' }, 'patient.wentBack': 'step' },
    },
    finding: {
      meta: { screen: 'finding' },
      invoke: {
        ...wayThere,
        onSnapshot: {},
        onDone: [{ guard: 'dayIsOld', target: 'lookingUp' }, { target: 'step' }],
        onError: 'lookingUp',
      },
      on: {
        ...heardByWay,
        // Whoever takes the card has the way still to read.
        'card.removed': { actions: 'noteNoCard' },
        'guide.changed': { actions: ['passOnToWay', 'tellGlance'] },
      },
    },
    errand: {
      meta: { screen: 'errand' },
      exit: 'endWork',
      invoke: {
        id: 'checkIn',
        src: 'checkIn',
        input: ({ context }) => {
          const step = chosenStep(context.agenda, context.stepId);
          if (step === undefined) throw new Error('an errand needs a step');
          return {
            visitId: context.visitId ?? '',
            step,
            language: context.language,
            mode: context.mode,
            stepFree: context.stepFree,
            helpComing: context.helpComing,
            newKey: context.newKey,
          };
        },
        // Every step of the errand is news of the visit too: whoever shows the visit shows the errand's screen.
        onSnapshot: {
          actions: raise(({ event }) => ({ type: event.snapshot.hasTag('waiting') ? 'work.began' : 'work.ended' })),
        },
        onDone: [
          { guard: ({ event }) => event.output.outcome === 'back', target: 'lookingUp' },
          { target: '#visit.leaving' },
        ],
        onError: '#visit.leaving',
      },
      on: {
        // Whoever takes the card while the ticket prints has the number still to read; the errand ends by itself.
        'card.removed': { actions: 'noteNoCard' },
        'patient.finished': { actions: 'passOn' },
        'patient.wentBack': { actions: 'passOn' },
        'patient.retried': { actions: 'passOn' },
        'patient.askedForPaper': { actions: 'passOn' },
        'patient.choseLanguage': { actions: ['speakLanguage', 'passOn'] },
        'patient.choseMode': { actions: ['takeMode', 'passOn', 'wantGlance'] },
        'patient.askedTheWay': { target: 'finding', actions: ['setGoal', assign({ dayIsOld: true })] },
        'print.changed': { actions: 'passOn' },
        'help.noted': { actions: 'passOn' },
      },
    },
  },
});
