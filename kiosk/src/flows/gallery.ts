import { noGlance } from './way/sample-way.ts';
import { waitsPictures } from './gallery-of-waits.ts';
import { waysPictures } from './gallery-of-ways.ts';
import { findingPictures } from './gallery-of-finding.ts';
import { alreadyIn } from './gallery-already-in.ts';
import type { HelpView } from './help/facts.ts';
import {
  hostileName,
  longName,
  sampleAgain,
  sampleAgenda,
  sampleEyeStep,
  sampleSkinStep,
  sampleStep,
  sampleTicket,
} from './sample-visit.ts';
import type { ScreenView } from './screen-view.ts';
import { ways } from './visit/ways/facts.ts';

/** One picture of the gallery: a screen in one of its states. `id` is its address under /gallery. */
export interface GalleryScreen {
  readonly id: string;
  readonly view: ScreenView;
  /** True: shown under the question whether somebody is still there. */
  readonly warned?: true;
  /** Help that was asked for from this screen; none where it is left out. */
  readonly help?: HelpView;
  /** True: the terminal tests itself. */
  readonly testing?: true;
}

const longStep = {
  ...sampleStep,
  clinic: longName,
  practitioner: { zh: '欧阳𠅤㛃', en: 'Ouyang Christopher Montgomery-Featherstonehaugh' },
  place: longName,
};
const longTicket = {
  ...sampleTicket,
  label: 'WZ108',
  queue: longName,
  area: longName,
  place: longName,
  level: -2,
  ahead: 108,
};

/** Help beside a screen that is full and over one that is not. */
const helpPictures: readonly GalleryScreen[] = [
  ...(['asking', 'earlier-told', 'earlier-taken', 'earlier-arrived', 'nobody', 'nobody-came'] as const).map((help) => ({
    id: `help-${help}`,
    view: { screen: 'welcome', reader: true, paper: true, cardLeft: false, ways, finds: true } as const,
    help: { help },
  })),
  ...(['waiting', 'more-told', 'taken', 'arrived'] as const).flatMap((help) => [
    {
      id: `help-${help}`,
      view: {
        screen: 'next-step',
        glance: noGlance,
        maskedName: '张*明',
        acting: null,
        step: sampleStep,
        others: sampleAgenda.rest,
      } as const,
      help: { help, open: false },
    },
    { id: `help-${help}-open`, view: { screen: 'card-left' } as const, help: { help, open: true } },
  ]),
];

/** Every screen in every state that looks different, with invented data. Journeys walk it for sizes and overflow. */
export const galleryScreens: readonly GalleryScreen[] = [
  { id: 'starting', view: { screen: 'starting' } },
  { id: 'welcome', view: { screen: 'welcome', reader: true, paper: true, cardLeft: false, ways, finds: true } },
  {
    id: 'welcome-no-paper',
    view: { screen: 'welcome', reader: true, paper: false, cardLeft: false, ways, finds: true },
  },
  {
    id: 'welcome-hospital-away',
    view: {
      screen: 'welcome',
      reader: true,
      paper: false,
      cardLeft: true,
      ways,
      finds: true,
      awaySince: '2026-11-23T00:47:00.000Z',
    },
  },
  {
    id: 'welcome-card-left',
    view: { screen: 'welcome', reader: true, paper: true, cardLeft: true, ways, finds: true },
  },
  {
    id: 'welcome-reader-away',
    view: { screen: 'welcome', reader: false, paper: true, cardLeft: false, ways, finds: true },
  },
  {
    id: 'welcome-reader-away-few-ways',
    view: { screen: 'welcome', reader: false, paper: false, cardLeft: false, ways: ['number'], finds: true },
  },
  {
    id: 'welcome-self-test',
    view: { screen: 'welcome', reader: true, paper: true, cardLeft: false, ways, finds: true },
    testing: true,
  },
  { id: 'out-of-service-hub', view: { screen: 'out-of-service', why: 'hub' } },
  { id: 'out-of-service-reader', view: { screen: 'out-of-service', why: 'reader' } },
  { id: 'out-of-service-agent', view: { screen: 'out-of-service', why: 'agent' } },
  { id: 'identifying', view: { screen: 'identifying', slow: false, presented: 'card' } },
  { id: 'identifying-slow', view: { screen: 'identifying', slow: true, presented: 'card' } },
  { id: 'identifying-code', view: { screen: 'identifying', slow: false, presented: 'code' } },
  { id: 'card-unreadable', view: { screen: 'card-trouble', trouble: 'unreadable' } },
  { id: 'card-not-supported', view: { screen: 'card-trouble', trouble: 'not-supported' } },
  { id: 'card-number-invalid', view: { screen: 'card-trouble', trouble: 'number-invalid' } },
  ...(['bank-card', 'wrong-code', 'code-too-long', 'payment-code', 'slip-code', 'badge-not-now'] as const).map(
    (trouble): GalleryScreen => ({ id: `trouble-${trouble}`, view: { screen: 'card-trouble', trouble } }),
  ),
  { id: 'patient-unknown', view: { screen: 'visit-refused', reason: 'patient-unknown' } },
  { id: 'patient-unknown-may-act', view: { screen: 'visit-refused', reason: 'patient-unknown', mayAct: true } },
  { id: 'name-differs', view: { screen: 'visit-refused', reason: 'name-differs' } },
  { id: 'hospital-unavailable', view: { screen: 'visit-refused', reason: 'hospital-unavailable' } },
  {
    id: 'hospital-away',
    view: { screen: 'visit-refused', reason: 'hospital-unavailable', awaySince: '2026-11-23T00:47:00.000Z' },
  },
  {
    id: 'welcome-few-ways',
    view: { screen: 'welcome', reader: true, paper: true, cardLeft: false, ways: ['passport', 'number'], finds: true },
  },
  ...waysPictures,
  ...(['not-accepted', 'ask-staff', 'too-many-tries', 'second-factor-needed'] as const).map(
    (reason): GalleryScreen => ({
      id: `refused-${reason}`,
      view: { screen: 'visit-refused', reason },
    }),
  ),
  { id: 'not-by-proxy', view: { screen: 'refused', reason: 'not-by-proxy', clinic: sampleStep.clinic } },
  {
    id: 'ticket-printed-by-proxy',
    view: {
      screen: 'ticket-printed',
      glance: noGlance,
      ticket: { ...sampleTicket, byProxy: true },
      reprint: false,
      cardPresent: true,
    },
  },
  { id: 'looking-up', view: { screen: 'looking-up', slow: false } },
  { id: 'looking-up-slow', view: { screen: 'looking-up', slow: true } },
  { id: 'agenda-unavailable', view: { screen: 'agenda-unavailable' } },
  {
    id: 'agenda-hospital-away',
    view: { screen: 'agenda-unavailable', awaySince: '2026-11-23T00:47:00.000Z' },
  },
  {
    id: 'next-step',
    view: { screen: 'next-step', glance: noGlance, maskedName: '张*明', acting: null, step: sampleStep, others: [] },
  },
  {
    id: 'next-step-several',
    view: {
      screen: 'next-step',
      glance: noGlance,
      maskedName: '张*明',
      acting: null,
      step: sampleStep,
      others: sampleAgenda.rest,
    },
  },
  {
    id: 'next-step-late',
    view: {
      screen: 'next-step',
      glance: noGlance,
      maskedName: '张*明',
      acting: null,
      step: { ...sampleStep, late: true, waiting: 0, joining: sampleAgain('late', 'after') },
      others: [],
    },
  },
  {
    id: 'next-step-long-names',
    view: {
      screen: 'next-step',
      glance: noGlance,
      maskedName: hostileName,
      acting: null,
      step: { ...longStep, late: true },
      others: [longStep, sampleEyeStep, sampleSkinStep, longStep].map((step, index) => ({
        ...step,
        stepId: `l-${index}`,
      })),
    },
  },
  { id: 'other-steps', view: { screen: 'other-steps', steps: [sampleStep, sampleSkinStep, sampleEyeStep] } },
  {
    id: 'other-steps-many',
    view: {
      screen: 'other-steps',
      steps: [longStep, sampleStep, sampleSkinStep, sampleEyeStep, longStep, sampleStep, sampleSkinStep].map(
        (step, index) => ({ ...step, stepId: `m-${index}` }),
      ),
    },
  },
  {
    id: 'too-early',
    view: { screen: 'too-early', step: sampleEyeStep, opensAt: sampleEyeStep.opensAt, others: true, forSelf: true },
  },
  {
    id: 'too-late',
    view: { screen: 'too-late', step: { ...sampleStep, state: 'too-late' }, others: false, forSelf: true },
  },
  { id: 'already-checked-in', view: alreadyIn({ others: true }) },
  { id: 'already-checked-in-without-paper', view: alreadyIn({ paper: 'none' }) },
  { id: 'already-checked-in-paper-unsure', view: alreadyIn({ paper: 'unsure', others: true }) },
  { id: 'already-checked-in-cannot-print', view: alreadyIn({ paper: 'none', canPrint: false }) },
  {
    id: 'already-called',
    view: alreadyIn({
      ticket: { ...sampleTicket, state: 'called', ahead: 0, place: { zh: '3 诊室', en: 'Room 3' } },
    }),
  },
  ...findingPictures,
  ...waitsPictures,
  { id: 'nothing-today', view: { screen: 'nothing-today', maskedName: '张*明', acting: null, seen: false } },
  { id: 'all-done-today', view: { screen: 'nothing-today', maskedName: '张*明', acting: null, seen: true } },
  { id: 'checking-in', view: { screen: 'checking-in', step: sampleStep, slow: false } },
  { id: 'checking-in-slow', view: { screen: 'checking-in', step: sampleStep, slow: true } },
  {
    id: 'no-such-appointment',
    view: { screen: 'refused', reason: 'no-such-appointment', clinic: sampleStep.clinic },
  },
  { id: 'not-here', view: { screen: 'refused', reason: 'not-here', clinic: sampleStep.clinic } },
  {
    id: 'refused-by-hospital',
    view: { screen: 'refused', reason: 'refused-by-hospital', clinic: longName },
  },
  { id: 'uncertain', view: { screen: 'uncertain', reason: 'outcome-unknown' } },
  { id: 'uncertain-hospital-unavailable', view: { screen: 'uncertain', reason: 'hospital-unavailable' } },
  { id: 'printing', view: { screen: 'printing', ticket: sampleTicket, reprint: false } },
  { id: 'printing-again', view: { screen: 'printing', ticket: sampleTicket, reprint: true } },
  {
    id: 'ticket-printed',
    view: { screen: 'ticket-printed', glance: noGlance, ticket: sampleTicket, reprint: false, cardPresent: false },
  },
  {
    id: 'ticket-printed-card-present',
    view: {
      screen: 'ticket-printed',
      glance: noGlance,
      ticket: { ...sampleTicket, ahead: 0 },
      reprint: false,
      cardPresent: true,
    },
  },
  {
    id: 'ticket-printed-long-names',
    view: {
      screen: 'ticket-printed',
      glance: noGlance,
      ticket: { ...longTicket, lane: 'late' },
      reprint: true,
      cardPresent: true,
    },
  },
  ...(['paper-out', 'cover-open', 'offline', 'fault', 'silent', 'unsure'] as const).map((trouble): GalleryScreen => ({
    id: `ticket-on-screen-${trouble}`,
    view: { screen: 'ticket-on-screen', ticket: sampleTicket, reprint: false, trouble },
  })),
  {
    id: 'ticket-on-screen-long-names',
    view: { screen: 'ticket-on-screen', ticket: longTicket, reprint: true, trouble: 'unsure' },
  },
  { id: 'card-left', view: { screen: 'card-left' } },
  { id: 'farewell', view: { screen: 'farewell' } },
  {
    id: 'idle-warning',
    view: { screen: 'next-step', glance: noGlance, maskedName: '张*明', acting: null, step: sampleStep, others: [] },
    warned: true,
  },
  ...helpPictures,
];
