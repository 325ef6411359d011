import { slipOfWay, type PrintWayReply, type WayReply } from '@lobby/hub/contract';
import { assign, fromPromise, setup } from 'xstate';
import { delaysByMode } from '../delays.ts';
import {
  isSameWay,
  profileOf,
  type WayContext,
  type WayEvent,
  type WayInput,
  type WayOutput,
  type WayRequests,
  type WayScreen,
} from './facts.ts';

const missing = (name: string) => () => Promise.reject(new Error(`the page provides ${name}`));
type Request<Name extends keyof WayRequests> = WayRequests[Name];

const waySetup = setup({
  types: {
    context: {} as WayContext,
    events: {} as WayEvent,
    input: {} as WayInput,
    output: {} as WayOutput,
    tags: {} as 'waiting' | 'looking' | 'failed' | 'changed' | 'printing' | 'printed' | 'stuck',
    meta: {} as { readonly screen: WayScreen },
  },
  actors: {
    loadHome: fromPromise<Request<'loadHome'>['reply'], undefined>(missing('loadHome')),
    search: fromPromise<Request<'search'>['reply'], Request<'search'>['input']>(missing('search')),
    askWay: fromPromise<Request<'askWay'>['reply'], Request<'askWay'>['input']>(missing('askWay')),
    loadPlan: fromPromise<Request<'loadPlan'>['reply'], Request<'loadPlan'>['input']>(missing('loadPlan')),
    printWay: fromPromise<PrintWayReply, Request<'printWay'>['input']>(missing('printWay')),
  },
  delays: delaysByMode,
  guards: {
    hasGoal: ({ context }) => context.to !== null,
    hasText: ({ event }) => event.type === 'patient.searched' && event.text.trim() !== '',
    hasQuery: ({ context }) => context.query.trim() !== '',
    wasSearched: ({ context }) => context.chosenIn === 'search' && context.home !== null,
    wasListed: ({ context }) => context.chosenIn === 'category' && context.home !== null,
    paperCame: ({ context, event }) => isNewsOfOurs(context, event) && event.state === 'printed',
    paperStuck: ({ context, event }) =>
      isNewsOfOurs(context, event) && (event.problem !== null || ['unknown', 'refused'].includes(event.state)),
  },
  actions: {
    speakLanguage: assign({
      language: ({ context, event }) => (event.type === 'patient.choseLanguage' ? event.language : context.language),
    }),
    takeMode: assign({
      mode: ({ context, event }) => (event.type === 'patient.choseMode' ? event.mode : context.mode),
    }),
    noteHelp: assign({
      helpComing: ({ context, event }) => (event.type === 'help.noted' ? event.coming : context.helpComing),
    }),
    switchStepFree: assign({ stepFree: ({ context }) => !context.stepFree }),
    openCategory: assign(({ event }) =>
      event.type === 'patient.openedCategory' ? { category: event.category, chosenIn: 'category' as const } : {},
    ),
    beginSearch: assign({ query: '', found: [], chosenIn: 'search' }),
    keepQuery: assign(({ event }) => (event.type === 'patient.searched' ? { query: event.text } : {})),
    forgetFound: assign({ found: [] }),
    choosePlace: assign(({ event }) =>
      event.type === 'patient.chosePlace'
        ? { to: { end: { of: 'place' as const, id: event.place.id }, name: event.place.name } }
        : {},
    ),
    noteUnavailable: assign({ noWay: 'unavailable', profilesWithAWay: [] }),
    newPrintKey: assign({ printKey: ({ context }) => context.newKey() }),
  },
});

function isNewsOfOurs(
  context: WayContext,
  event: WayEvent,
): event is Extract<WayEvent, { readonly type: 'print.changed' }> {
  return event.type === 'print.changed' && event.ticketId === slipOfWay(context.printKey);
}

function refusalIn(reply: WayReply): Pick<WayContext, 'noWay' | 'profilesWithAWay'> | Record<string, never> {
  return reply.ok ? {} : { noWay: reply.reason, profilesWithAWay: reply.profilesWithAWay };
}

/** Where whoever goes back from a way comes to: the list it was chosen from, or where the errand began. */
const backToList = [
  { guard: 'wasSearched', target: '#way.searching' },
  { guard: 'wasListed', target: '#way.category' },
  { target: '#way.back' },
] as const;

/** Whoever walks otherwise is asked for anew. */
const asOtherWalker = {
  'patient.switchedStepFree': { target: '#way.asking', actions: 'switchStepFree' },
  'patient.choseMode': { target: '#way.asking', actions: 'takeMode' },
} as const;

const searching = waySetup.createStateConfig({
  meta: { screen: 'way-search' },
  on: {
    'patient.searched': [
      { guard: 'hasText', target: '.looking', reenter: true, actions: 'keepQuery' },
      { target: '.quiet', actions: ['keepQuery', 'forgetFound'] },
    ],
    // Names are found in the language that is spoken now.
    'patient.choseLanguage': [
      { guard: 'hasQuery', target: '.looking', reenter: true, actions: 'speakLanguage' },
      { actions: 'speakLanguage' },
    ],
    'patient.chosePlace': { target: '#way.asking', actions: 'choosePlace' },
    'patient.wentBack': '#way.choosing',
  },
  initial: 'quiet',
  states: {
    quiet: {},
    looking: {
      tags: 'looking',
      invoke: {
        src: 'search',
        input: ({ context: { query, language } }) => ({ query, language, limit: 4 }),
        onDone: { target: 'quiet', actions: assign({ found: ({ event }) => event.output.places }) },
        onError: 'failed',
      },
      after: { guideTimeout: 'failed' },
    },
    failed: { tags: 'failed', entry: 'forgetFound' },
  },
});

const asking = waySetup.createStateConfig({
  tags: 'waiting',
  meta: { screen: 'way-looking' },
  invoke: {
    src: 'askWay',
    input: ({ context }) => ({ to: context.to?.end ?? { of: 'place', id: '' }, profile: profileOf(context) }),
    onDone: [
      {
        guard: ({ event }) => event.output.ok,
        target: 'shown',
        actions: assign(({ event }) => (event.output.ok ? { way: event.output.way } : {})),
      },
      {
        target: 'noWay',
        actions: assign(({ event }) => refusalIn(event.output)),
      },
    ],
    onError: { target: 'noWay', actions: 'noteUnavailable' },
  },
  // An answer that is on its way may be of the building as it was.
  on: { 'guide.changed': { target: 'asking', reenter: true } },
  after: { guideTimeout: { target: 'noWay', actions: 'noteUnavailable' } },
});

/** Whether the way on the screen is still the way. What has changed is told; it is replaced when that is wanted. */
const freshness = waySetup.createStateConfig({
  initial: 'current',
  states: {
    current: { on: { 'guide.changed': 'checking' } },
    checking: {
      invoke: {
        src: 'askWay',
        input: ({ context }) => ({ to: context.to?.end ?? { of: 'place', id: '' }, profile: profileOf(context) }),
        onDone: [
          {
            guard: ({ context, event }) =>
              event.output.ok && context.way !== null && isSameWay(context.way, event.output.way),
            target: 'current',
          },
          { guard: ({ event }) => event.output.ok, target: 'changed' },
          // What leads nowhere any more is not asked about: whoever goes on would stand before a closed door.
          { target: '#way.noWay', actions: assign(({ event }) => refusalIn(event.output)) },
        ],
        // Nobody knows: then it is asked for again on a tap.
        onError: 'changed',
      },
      on: { 'guide.changed': { target: 'checking', reenter: true } },
      after: { guideTimeout: 'changed' },
    },
    changed: { tags: 'changed', on: { 'patient.tookNewWay': '#way.asking' } },
  },
});

const paper = waySetup.createStateConfig({
  initial: 'none',
  states: {
    none: { on: { 'patient.askedForPaper': 'printing' } },
    printing: {
      tags: 'printing',
      entry: 'newPrintKey',
      invoke: {
        src: 'printWay',
        input: ({ context }) => ({
          key: context.printKey,
          to: context.to?.end ?? { of: 'place', id: '' },
          profile: profileOf(context),
          language: context.language,
        }),
        onDone: { guard: ({ event }) => !event.output.ok, target: 'stuck' },
        onError: 'stuck',
      },
      on: {
        'print.changed': [
          { guard: 'paperCame', target: 'printed' },
          { guard: 'paperStuck', target: 'stuck' },
        ],
      },
      after: { printTimeout: 'stuck' },
    },
    printed: { tags: 'printed' },
    stuck: {
      tags: 'stuck',
      on: { 'patient.askedForPaper': 'printing', 'print.changed': { guard: 'paperCame', target: 'printed' } },
    },
  },
});

/** The building comes a moment after the words; without it they stand alone. */
const map = waySetup.createStateConfig({
  initial: 'loading',
  states: {
    loading: {
      invoke: {
        src: 'loadPlan',
        input: ({ context }) => ({ version: context.way?.version ?? '' }),
        onDone: { target: 'there', actions: assign({ plan: ({ event }) => event.output }) },
        onError: 'there',
      },
      after: { guideTimeout: 'there' },
    },
    there: {},
  },
});

/**
 * From "where to?" to a way in the hand. It knows nobody: whoever stands at a terminal may ask, with a visit or without.
 * Whether somebody is still there is the visit's business, which ends the errand.
 */
export const wayMachine = waySetup.createMachine({
  id: 'way',
  context: ({ input }) => ({
    ...input,
    home: null,
    category: null,
    query: '',
    found: [],
    way: null,
    plan: null,
    noWay: 'unavailable',
    profilesWithAWay: [],
    printKey: '',
    chosenIn: 'category',
    outcome: 'back',
  }),
  on: {
    'patient.choseLanguage': { actions: 'speakLanguage' },
    'patient.choseMode': { actions: 'takeMode' },
    'help.noted': { actions: 'noteHelp' },
    'patient.finished': '.finished',
  },
  initial: 'beginning',
  states: {
    beginning: { always: [{ guard: 'hasGoal', target: 'asking' }, { target: 'opening' }] },
    opening: {
      tags: 'waiting',
      meta: { screen: 'way-looking' },
      invoke: {
        src: 'loadHome',
        onDone: [
          {
            guard: ({ event }) => event.output.version === null,
            target: 'noWay',
            actions: assign({ noWay: 'no-venue', profilesWithAWay: [] }),
          },
          { target: 'choosing', actions: assign({ home: ({ event }) => event.output }) },
        ],
        onError: { target: 'noWay', actions: 'noteUnavailable' },
      },
      on: { 'patient.wentBack': 'back' },
      after: { guideTimeout: { target: 'noWay', actions: 'noteUnavailable' } },
    },
    choosing: {
      meta: { screen: 'find-way' },
      on: {
        'patient.switchedStepFree': { actions: 'switchStepFree' },
        'patient.openedCategory': { target: 'category', actions: 'openCategory' },
        'patient.askedForSearch': { target: 'searching', actions: 'beginSearch' },
        'patient.wentBack': 'back',
      },
    },
    category: {
      meta: { screen: 'way-places' },
      on: {
        'patient.chosePlace': { target: 'asking', actions: 'choosePlace' },
        'patient.wentBack': 'choosing',
      },
    },
    searching,
    asking: { ...asking, on: { ...asking.on, 'patient.wentBack': backToList } },
    shown: {
      type: 'parallel',
      meta: { screen: 'way' },
      exit: assign({ way: null, plan: null }),
      on: {
        ...asOtherWalker,
        // A room was tapped on the picture.
        'patient.chosePlace': { target: '#way.asking', actions: 'choosePlace' },
        'patient.wentBack': backToList,
      },
      states: { freshness, paper, map },
    },
    noWay: {
      meta: { screen: 'no-way' },
      on: { ...asOtherWalker, 'patient.retried': 'beginning', 'patient.wentBack': backToList },
    },
    back: { type: 'final', entry: assign({ outcome: 'back' }) },
    finished: { type: 'final', entry: assign({ outcome: 'finished' }) },
  },
  output: ({ context: { outcome } }) => ({ outcome }),
});
