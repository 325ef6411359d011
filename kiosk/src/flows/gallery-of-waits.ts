import { noGlance } from './way/sample-way.ts';
import type { TicketView } from '@lobby/hub/contract';
import { alreadyIn } from './gallery-already-in.ts';
import type { GalleryScreen } from './gallery.ts';
import { longName, sampleAgain, sampleEyeStep, sampleSkinStep, sampleStep, sampleTicket } from './sample-visit.ts';
import type { ScreenView } from './screen-view.ts';

type WaitAgain = Extract<ScreenView, { screen: 'wait-again' }>;

const shared = { mayCheckIn: true, others: false, forSelf: true } as const;
const missed: TicketView = { ...sampleTicket, state: 'missed', ahead: 0, wait: null };
const atTests: TicketView = { ...missed, state: 'at-tests' };

function missedView(given: Partial<WaitAgain> = {}): WaitAgain {
  const step = { ...sampleStep, ticket: missed, joining: sampleAgain('missed', 'after') };
  return { screen: 'wait-again', after: 'missed', step, ticket: missed, ...shared, ...given };
}

function returnView(reports: TicketView['reports'], given: Partial<WaitAgain> = {}): WaitAgain {
  const ticket = { ...atTests, reports: reports ?? null };
  const step = { ...sampleStep, ticket, joining: sampleAgain('return', 'in-turn') };
  return { screen: 'wait-again', after: 'tests', step, ticket, ...shared, ...given };
}

const meal = { zh: '用餐', en: 'Meal break' };
const paused = { ahead: 4, expected: null, clinic: 'paused', reason: meal } as const;
const stopped = {
  ahead: 4,
  expected: null,
  clinic: 'stopped',
  reason: { zh: '病房处置', en: 'Called to the ward' },
} as const;
const longTicket = { ...missed, label: 'WZ108' };

/** What is told of waits: missed calls, returns from tests, and clinics that call nobody. */
export const waitsPictures: readonly GalleryScreen[] = [
  { id: 'missed', view: missedView({ others: true }) },
  {
    id: 'missed-to-the-end',
    view: missedView({ step: { ...sampleStep, ticket: missed, joining: sampleAgain('missed', 'end-of-session') } }),
  },
  {
    id: 'missed-stopped',
    view: missedView({ step: { ...sampleStep, ticket: missed, joining: { ...stopped, place: null } } }),
  },
  {
    id: 'missed-long-names',
    view: missedView({
      others: true,
      ticket: longTicket,
      step: {
        ...sampleStep,
        clinic: longName,
        place: longName,
        ticket: longTicket,
        joining: sampleAgain('missed', 'in-turn'),
      },
    }),
  },
  {
    id: 'number-void',
    view: {
      screen: 'number-void',
      step: { ...sampleStep, state: 'void', ticket: missed },
      others: true,
      forSelf: true,
    },
  },
  { id: 'return', view: returnView(null) },
  { id: 'return-reports-ready', view: returnView({ ready: 3, awaited: 3 }, { others: true }) },
  { id: 'return-reports-missing', view: returnView({ ready: 2, awaited: 3 }, { others: true }) },
  {
    id: 'next-step-unknown-wait',
    view: nextStep({ joining: { ...paused, clinic: 'open', reason: null, place: null } }),
  },
  { id: 'next-step-paused', view: nextStep({ joining: { ...paused, place: null } }) },
  { id: 'next-step-stopped', view: nextStep({ joining: { ...stopped, place: null } }) },
  { id: 'next-step-dropped', view: nextStep({ ticket: { ...missed, state: 'dropped' } }) },
  { id: 'already-held', view: alreadyIn({ ticket: { ...missed, state: 'held' } }) },
  { id: 'already-paused', view: alreadyIn({ ticket: { ...sampleTicket, wait: paused }, others: true }) },
  { id: 'already-stopped', view: alreadyIn({ ticket: { ...sampleTicket, wait: stopped }, others: true }) },
  {
    id: 'other-steps-waits',
    view: {
      screen: 'other-steps',
      steps: [
        { ...sampleStep, state: 'checked-in', ticket: sampleTicket },
        { ...sampleSkinStep, ticket: missed },
        { ...sampleEyeStep, state: 'ready', ticket: atTests },
      ],
    },
  },
];

function nextStep(of: Partial<typeof sampleStep>): ScreenView {
  return {
    screen: 'next-step',
    glance: noGlance,
    maskedName: '张*明',
    acting: null,
    step: { ...sampleStep, ...of },
    others: [],
  };
}
