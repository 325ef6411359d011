import type { AgentEvent, AskWay, GuideEnd, GuidePlan, GuideWay, WalkProfile, WayReply } from '@lobby/hub/contract';
import { assign, fromPromise, setup, type SnapshotFrom } from 'xstate';
import { delays } from '../delays.ts';
import { isSameWay } from './facts.ts';

interface GlanceContext {
  readonly to: GuideEnd | null;
  readonly profile: WalkProfile;
  readonly way: GuideWay | null;
  readonly plan: GuidePlan | null;
}

type GlanceEvent =
  /** The step on the screen leads there, for whoever walks so; null: it leads nowhere. */
  | { readonly type: 'way.wanted'; readonly to: GuideEnd | null; readonly profile: WalkProfile }
  | Extract<AgentEvent, { type: 'guide.changed' }>;

/** The way beside something else on a screen. `changed`: it was there, and is another one now; `gone`: there is none any more. */
export type Glance =
  | { readonly of: 'none' }
  | { readonly of: 'changed' }
  | { readonly of: 'gone' }
  | { readonly of: 'way'; readonly way: GuideWay; readonly to: GuideEnd; readonly plan: GuidePlan | null };

const glanceSetup = setup({
  types: { context: {} as GlanceContext, events: {} as GlanceEvent, tags: {} as 'changed' | 'gone' },
  actors: {
    askWay: fromPromise<WayReply, AskWay>(() => Promise.reject(new Error('the page provides askWay'))),
    loadPlan: fromPromise<GuidePlan, { readonly version: string }>(() =>
      Promise.reject(new Error('the page provides loadPlan')),
    ),
  },
  delays,
  actions: {
    take: assign(({ event }) =>
      event.type === 'way.wanted' ? { to: event.to, profile: event.profile, way: null, plan: null } : {},
    ),
  },
});

const askAgain = glanceSetup.createStateConfig({
  invoke: {
    src: 'askWay',
    input: ({ context }) => ({ to: context.to ?? { of: 'place', id: '' }, profile: context.profile }),
    onDone: [
      {
        guard: ({ context, event }) =>
          context.way !== null && event.output.ok && isSameWay(context.way, event.output.way),
        target: 'known',
      },
      { guard: ({ event }) => event.output.ok, target: 'changed' },
      { target: 'gone' },
    ],
    onError: 'changed',
  },
  on: { 'guide.changed': { target: 'checking', reenter: true } },
  after: { guideTimeout: 'changed' },
});

/** The way of the step on the screen, told in a few lines beside it. Without an answer the screen says what it always said. */
export const glanceMachine = glanceSetup.createMachine({
  id: 'glance',
  context: { to: null, profile: 'default', way: null, plan: null },
  on: {
    'way.wanted': [
      { guard: ({ event }) => event.to === null, target: '.nothing', actions: 'take' },
      { target: '.asking', actions: 'take' },
    ],
  },
  initial: 'nothing',
  states: {
    nothing: {},
    asking: {
      invoke: {
        src: 'askWay',
        input: ({ context }) => ({ to: context.to ?? { of: 'place', id: '' }, profile: context.profile }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'drawing',
            actions: assign(({ event }) => (event.output.ok ? { way: event.output.way } : {})),
          },
          { target: 'nothing' },
        ],
        onError: 'nothing',
      },
      on: { 'guide.changed': { target: 'asking', reenter: true } },
      after: { guideTimeout: 'nothing' },
    },
    drawing: {
      invoke: {
        src: 'loadPlan',
        input: ({ context }) => ({ version: context.way?.version ?? '' }),
        onDone: { target: 'known', actions: assign({ plan: ({ event }) => event.output }) },
        onError: 'known',
      },
      on: { 'guide.changed': 'checking' },
      after: { guideTimeout: 'known' },
    },
    known: { on: { 'guide.changed': 'checking' } },
    checking: askAgain,
    changed: { tags: 'changed' },
    gone: { tags: 'gone', on: { 'guide.changed': 'checking' } },
  },
});

export function glanceView(snapshot: SnapshotFrom<typeof glanceMachine> | undefined): Glance {
  if (snapshot === undefined) return { of: 'none' };
  if (snapshot.hasTag('changed')) return { of: 'changed' };
  if (snapshot.hasTag('gone')) return { of: 'gone' };
  const { way, to, plan } = snapshot.context;
  return way === null || to === null ? { of: 'none' } : { of: 'way', way, to, plan };
}
