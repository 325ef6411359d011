import type { CheckInRefusal, CheckInReply, PrintTicketReply, Step, TicketView } from '@lobby/hub/contract';
import { assign, fromPromise, setup } from 'xstate';
import { delaysByMode } from '../delays.ts';
import { profileOf } from '../way/facts.ts';
import type {
  CheckInContext,
  CheckInEvent,
  CheckInInput,
  CheckInIntent,
  CheckInOutput,
  CheckInScreen,
  PaperTrouble,
  PrintIntent,
  PrintNews,
  SettledRefusal,
} from './facts.ts';

const settledRefusals: readonly SettledRefusal[] = [
  'too-early',
  'too-late',
  'no-such-appointment',
  'number-void',
  'not-here',
  'not-by-proxy',
  'refused-by-hospital',
];

const machineSetup = setup({
  types: {
    context: {} as CheckInContext,
    events: {} as CheckInEvent,
    input: {} as CheckInInput,
    output: {} as CheckInOutput,
    /** slow: it takes longer than usual, and the screen says so. */
    tags: {} as 'waiting' | 'slow',
    meta: {} as { readonly screen: CheckInScreen },
  },
  actors: {
    checkIn: fromPromise<CheckInReply, CheckInIntent>(() => Promise.reject(new Error('the page provides checkIn'))),
    print: fromPromise<PrintTicketReply, PrintIntent>(() => Promise.reject(new Error('the page provides print'))),
  },
  delays: delaysByMode,
  guards: {
    hasTicket: ({ context }) => context.ticket !== null,
    paperCame: ({ context, event }) => isNewsOfThisPaper(context, event) && event.state === 'printed',
    paperStuck: ({ context, event }) =>
      isNewsOfThisPaper(context, event) && (paperTroubleOf(event) !== null || event.state === 'refused'),
  },
  actions: {
    newPrintIntent: assign({ printKey: ({ context }) => context.newKey() }),
    speakLanguage: assign({
      language: ({ context, event }) => (event.type === 'patient.choseLanguage' ? event.language : context.language),
    }),
    takeMode: assign({
      mode: ({ context, event }) => (event.type === 'patient.choseMode' ? event.mode : context.mode),
    }),
    noteHelp: assign({
      helpComing: ({ context, event }) => (event.type === 'help.noted' ? event.coming : context.helpComing),
    }),
    settleJob: assign({
      settledJob: ({ context, event }) => (event.type === 'print.changed' ? event.jobId : context.settledJob),
    }),
    noteTrouble: assign({
      paperTrouble: ({ context, event }) =>
        event.type === 'print.changed' ? (paperTroubleOf(event) ?? 'unsure') : context.paperTrouble,
    }),
  },
});

/** What stands in the way of paper that was refused at once; left out: the slip could not be fetched. */
const troubleOfRefusal: Partial<Record<Extract<PrintTicketReply, { ok: false }>['reason'], PaperTrouble>> = {
  'no-printer': 'offline',
  'not-taken': 'fault',
};

function isNewsOfThisPaper(context: CheckInContext, event: CheckInEvent): event is PrintNews {
  return (
    event.type === 'print.changed' && event.ticketId === context.ticket?.ticketId && event.jobId !== context.settledJob
  );
}

function paperTroubleOf(news: PrintNews): PaperTrouble | null {
  if (news.state === 'unknown') return 'unsure';
  if (news.state === 'printed') return null;
  return news.problem ?? (news.state === 'refused' ? 'fault' : null);
}

function isSettled(reason: CheckInRefusal): reason is SettledRefusal {
  return settledRefusals.some((settled) => settled === reason);
}

/** Whoever missed the call or was at tests has a number and checks in with it all the same. */
function ticketThatWaits({ state, ticket }: Step): TicketView | null {
  return state === 'checked-in' ? ticket : null;
}

const checkingIn = machineSetup.createStateConfig({
  tags: 'waiting',
  meta: { screen: 'checking-in' },
  invoke: {
    src: 'checkIn',
    input: ({ context }) => ({ visitId: context.visitId, stepId: context.step.stepId, key: context.checkInKey }),
    onDone: [
      {
        guard: ({ event }) => event.output.ok,
        target: 'printing',
        actions: assign(({ event }) =>
          event.output.ok ? { ticket: event.output.ticket, already: event.output.already } : {},
        ),
      },
      { guard: ({ event }) => !event.output.ok && event.output.reason === 'visit-ended', target: 'visitEnded' },
      {
        guard: ({ event }) => !event.output.ok && isSettled(event.output.reason),
        target: 'refused',
        actions: assign(({ event }) =>
          !event.output.ok && isSettled(event.output.reason)
            ? { refusal: event.output.reason, opensAt: event.output.opensAt }
            : {},
        ),
      },
      {
        target: 'uncertain',
        // What was unknown once stays so until an answer settles it: an absent hub does not tell what it did before.
        actions: assign(({ context, event }) => ({
          repeatable:
            !event.output.ok && event.output.reason === 'hospital-unavailable' ? context.repeatable : 'outcome-unknown',
        })),
      },
    ],
    // The answer was lost on the way: the check-in may or may not have happened.
    onError: { target: 'uncertain', actions: assign({ repeatable: 'outcome-unknown' }) },
  },
  after: { checkInTimeout: { target: 'uncertain', actions: assign({ repeatable: 'outcome-unknown' }) } },
  initial: 'asked',
  states: { asked: { after: { slow: 'slow' } }, slow: { tags: 'slow' } },
});

const printing = machineSetup.createStateConfig({
  tags: 'waiting',
  meta: { screen: 'printing' },
  invoke: {
    src: 'print',
    input: ({ context }) => ({
      visitId: context.visitId,
      ticketId: context.ticket?.ticketId ?? '',
      language: context.language,
      profile: profileOf(context),
      key: context.printKey,
    }),
    onDone: {
      guard: ({ event }) => !event.output.ok,
      target: 'ticketOnScreen',
      actions: assign(({ event }) => ({
        paperTrouble: event.output.ok ? 'unsure' : (troubleOfRefusal[event.output.reason] ?? 'unsure'),
      })),
    },
    onError: { target: 'ticketOnScreen', actions: assign({ paperTrouble: 'unsure' }) },
  },
  on: {
    'print.changed': [
      { guard: 'paperCame', target: 'ticketPrinted', actions: 'settleJob' },
      { guard: 'paperStuck', target: 'ticketOnScreen', actions: 'noteTrouble' },
    ],
  },
  after: { printTimeout: { target: 'ticketOnScreen', actions: assign({ paperTrouble: 'unsure' }) } },
});

/** The number is what counts: it is on the screen, whatever the printer does. */
const ticketOnScreen = machineSetup.createStateConfig({
  meta: { screen: 'ticket-on-screen' },
  on: {
    'patient.finished': 'finished',
    'patient.choseMode': { target: 'ticketOnScreen', reenter: true, actions: 'takeMode' },
    'help.noted': { target: 'ticketOnScreen', reenter: true, actions: 'noteHelp' },
    'patient.askedForPaper': { target: 'printing', actions: 'newPrintIntent' },
    'print.changed': { guard: 'paperCame', target: 'ticketPrinted', actions: 'settleJob' },
  },
  after: { rememberCountdown: 'finished' },
});

/**
 * From "check in" to a number in the hand. A step that has a ticket already goes to paper at once: a reprint.
 * Asked again after an unclear answer, it is the same check-in with the same key.
 */
export const checkInMachine = machineSetup.createMachine({
  id: 'checkIn',
  context: ({ input }) => ({
    ...input,
    checkInKey: input.newKey(),
    printKey: input.newKey(),
    ticket: ticketThatWaits(input.step),
    already: ticketThatWaits(input.step) !== null,
    refusal: 'refused-by-hospital',
    repeatable: 'hospital-unavailable',
    opensAt: null,
    paperTrouble: 'unsure',
    settledJob: null,
    outcome: 'finished',
  }),
  on: {
    'patient.choseLanguage': { actions: 'speakLanguage' },
    'patient.choseMode': { actions: 'takeMode' },
    'help.noted': { actions: 'noteHelp' },
  },
  initial: 'beginning',
  states: {
    beginning: { always: [{ guard: 'hasTicket', target: 'printing' }, { target: 'checkingIn' }] },
    checkingIn,
    printing,
    ticketPrinted: {
      meta: { screen: 'ticket-printed' },
      on: {
        'patient.finished': 'finished',
        // The countdown begins anew, as long as this mode gives.
        'patient.choseMode': { target: 'ticketPrinted', reenter: true, actions: 'takeMode' },
        'help.noted': { target: 'ticketPrinted', reenter: true, actions: 'noteHelp' },
      },
      after: { finishCountdown: 'finished' },
    },
    ticketOnScreen,
    refused: {
      meta: { screen: 'refused' },
      on: { 'patient.wentBack': 'back', 'patient.finished': 'finished' },
      after: { troubleStays: 'finished' },
    },
    uncertain: {
      meta: { screen: 'uncertain' },
      on: { 'patient.retried': 'checkingIn', 'patient.finished': 'finished' },
      after: { rememberCountdown: 'finished' },
    },
    finished: { type: 'final', entry: assign({ outcome: 'finished' }) },
    back: { type: 'final', entry: assign({ outcome: 'back' }) },
    visitEnded: { type: 'final', entry: assign({ outcome: 'visit-ended' }) },
  },
  output: ({ context }) => ({ outcome: context.outcome }),
});
