import type { HelpHereReply, HelpStatus } from '@lobby/hub/contract';
import { assign, fromPromise, setup } from 'xstate';
import { delays } from '../delays.ts';
import type { HelpContext, HelpEvent, HelpInput, HelpWish, HelpWithdrawal } from './facts.ts';

const helpSetup = setup({
  types: {
    context: {} as HelpContext,
    events: {} as HelpEvent,
    input: {} as HelpInput,
    tags: {} as 'open',
  },
  actors: {
    ask: fromPromise<HelpHereReply, HelpWish>(() => Promise.reject(new Error('the page provides ask'))),
    withdraw: fromPromise<HelpHereReply, HelpWithdrawal>(() => Promise.reject(new Error('the page provides withdraw'))),
  },
  delays,
  guards: {
    comes: ({ event }) => event.type === 'help.changed' && isComing(event.help),
    isGone: ({ context }) => context.asker === 'gone',
    lapsed: ({ event }) => event.type === 'help.changed' && event.help?.state === 'lapsed',
  },
  actions: {
    takeWish: assign(({ context, event }) =>
      event.type === 'patient.askedForHelp'
        ? { wish: { key: context.newKey(), errand: event.errand }, asker: 'here' }
        : {},
    ),
    noteStatus: assign(({ event }) => (event.type === 'help.changed' ? { status: event.help, wish: null } : {})),
    forget: assign({ status: null, wish: null, withdrawalKey: '', asker: 'here' }),
    noteVisitOver: assign({ asker: ({ context }) => (context.asker === 'gone' ? 'gone' : 'leaving') }),
    notePlaceFree: assign({ asker: ({ context }) => (context.asker === 'leaving' ? 'gone' : context.asker) }),
  },
});

/** Whether somebody has been told who has not finished yet. */
export function isComing(status: HelpStatus | null): status is HelpStatus {
  return status !== null && ['waiting', 'taken', 'arrived'].includes(status.state);
}

/** Nobody will come: what the patient can do instead stays for a while, and the button may be pressed again. */
const alone = helpSetup.createStateConfig({
  entry: 'forget',
  on: {
    'patient.leftHelp': 'none',
    'patient.askedForHelp': { target: 'asking', actions: 'takeWish' },
  },
  after: { helpNoticeStays: 'none' },
});

/**
 * Help beside everything else on a terminal: it outlives screens and visits, since the person still stands there. What the
 * hub says decides; what the page has asked for is only on its way there.
 */
export const helpMachine = helpSetup.createMachine({
  id: 'help',
  context: ({ input }) => ({ ...input, wish: null, status: null, withdrawalKey: '', asker: 'here' }),
  on: {
    'visit.over': { actions: 'noteVisitOver' },
    'place.free': { actions: 'notePlaceFree' },
    'help.changed': [
      { guard: 'comes', target: '.coming', actions: 'noteStatus' },
      { guard: 'lapsed', target: '.nobodyCame' },
      { target: '.none' },
    ],
  },
  initial: 'none',
  states: {
    none: {
      entry: 'forget',
      on: { 'patient.askedForHelp': { target: 'asking', actions: 'takeWish' } },
    },
    asking: {
      invoke: {
        src: 'ask',
        input: ({ context }) => context.wish ?? { key: '', errand: 'starting-out' },
        onDone: [
          {
            guard: ({ event }) => event.output.ok && isComing(event.output.help),
            target: 'coming',
            actions: assign(({ event }) => ({ wish: null, status: event.output.ok ? event.output.help : null })),
          },
          { target: 'nobody' },
        ],
        onError: 'nobody',
      },
      after: { helpTimeout: 'nobody' },
    },
    coming: {
      initial: 'quiet',
      on: {
        // News of the same request leaves the sheet as it is.
        'help.changed': [
          { guard: 'comes', actions: 'noteStatus' },
          { guard: 'lapsed', target: 'nobodyCame' },
          { target: 'none' },
        ],
        'patient.withdrewHelp': 'withdrawing',
      },
      // The hub ends what nobody ends; this only for a page that hears nothing any more.
      after: { helpStays: 'none' },
      states: {
        quiet: {
          on: {
            'patient.lookedAtHelp': 'looking',
            'patient.askedForHelp': [
              // Somebody else asks: the hub answers with the request that is open here.
              { guard: 'isGone', target: '#help.asking', actions: 'takeWish' },
              { target: 'looking' },
            ],
          },
        },
        looking: {
          tags: 'open',
          on: { 'patient.leftHelp': 'quiet' },
          after: { helpSheetStays: 'quiet' },
        },
      },
    },
    withdrawing: {
      entry: assign({ withdrawalKey: ({ context }) => context.newKey() }),
      invoke: {
        src: 'withdraw',
        input: ({ context }) => ({ key: context.withdrawalKey, requestId: context.status?.requestId ?? '' }),
        onDone: [{ guard: ({ event }) => event.output.ok, target: 'none' }, { target: 'coming' }],
        onError: 'coming',
      },
      after: { helpTimeout: 'coming' },
    },
    nobody: alone,
    nobodyCame: alone,
  },
});
