import { alreadyIn } from './gallery-already-in.ts';
import type { GalleryScreen } from './gallery.ts';
import { longName, sampleStep, sampleTicket } from './sample-visit.ts';
import type { ScreenView } from './screen-view.ts';
import { noWayReasons, type WalkProfile } from '@lobby/hub/contract';
import type { Glance } from './way/glance.ts';
import { samplePlan } from './way/sample-plan.ts';
import {
  sampleGlance,
  sampleGoal,
  sampleLongGlance,
  sampleLongWay,
  samplePlaces,
  sampleWay,
} from './way/sample-way.ts';

const categories = [
  { id: 'clinics', name: { zh: '门诊科室', en: 'Clinics' } },
  { id: 'tests', name: { zh: '检查检验', en: 'Tests' } },
  { id: 'pharmacy', name: { zh: '药房', en: 'Pharmacy' } },
  { id: 'payment', name: { zh: '挂号收费', en: 'Registration and payment' } },
  { id: 'toilets', name: { zh: '卫生间', en: 'Toilets' } },
  { id: 'exits', name: { zh: '出入口', en: 'Ways out' } },
  { id: 'wards', name: { zh: '住院部', en: 'Wards' } },
];

type Shown = Extract<ScreenView, { screen: 'way' }>;
const shown = (of: Partial<Shown>): Shown => ({
  screen: 'way',
  way: sampleWay,
  to: { of: 'place', id: sampleGoal.id },
  plan: null,
  stepFree: false,
  changed: false,
  paper: 'none',
  canPrint: true,
  ...of,
});

const others: readonly WalkProfile[] = ['default'];
const noWay = (reason: Extract<ScreenView, { screen: 'no-way' }>['reason'], stepFree = false): ScreenView => ({
  screen: 'no-way',
  reason,
  to: sampleGoal.name,
  stepFree,
  others: reason === 'profile' ? (stepFree ? others : ['step-free']) : [],
});

const onMap: Glance = { of: 'way', way: sampleWay, to: { of: 'area', id: 'cardiology-3f' }, plan: samplePlan };

const stepWith = (glance: Glance): ScreenView => ({
  screen: 'next-step',
  maskedName: '张*明',
  acting: null,
  step: sampleStep,
  others: [],
  glance,
});

/** The errand of finding a way, and the way at a glance on other screens. */
export const findingPictures: readonly GalleryScreen[] = [
  { id: 'find-way', view: { screen: 'find-way', stepFree: false, categories } },
  { id: 'find-way-step-free', view: { screen: 'find-way', stepFree: true, categories: categories.slice(0, 6) } },
  { id: 'way-places', view: { screen: 'way-places', name: { zh: '检查检验', en: 'Tests' }, places: samplePlaces } },
  { id: 'way-places-none', view: { screen: 'way-places', name: longName, places: [] } },
  { id: 'way-search', view: { screen: 'way-search', query: '', places: [], state: 'quiet' } },
  {
    id: 'way-search-found',
    view: { screen: 'way-search', query: 'XNK', places: samplePlaces.slice(0, 4), state: 'quiet' },
  },
  {
    id: 'way-search-none',
    view: { screen: 'way-search', query: 'ZZZQQXXJJKKLLMMNNPPQQRRS', places: [], state: 'quiet' },
  },
  { id: 'way-search-failed', view: { screen: 'way-search', query: 'X', places: [], state: 'failed' } },
  { id: 'way-looking', view: { screen: 'way-looking' } },
  { id: 'way', view: shown({}) },
  { id: 'way-on-map', view: shown({ plan: samplePlan }) },
  {
    id: 'ticket-printed-way-on-map',
    view: {
      screen: 'ticket-printed',
      ticket: sampleTicket,
      reprint: false,
      cardPresent: true,
      glance: onMap,
    },
  },
  { id: 'way-many-steps', view: shown({ way: sampleLongWay, stepFree: true }) },
  {
    id: 'way-long-names',
    view: shown({ way: { ...sampleLongWay, to: { ...sampleGoal, name: longName, detail: longName } } }),
  },
  { id: 'way-changed', view: shown({ way: sampleLongWay, changed: true }) },
  { id: 'way-printing', view: shown({ paper: 'printing' }) },
  { id: 'way-printed', view: shown({ paper: 'printed' }) },
  { id: 'way-stuck', view: shown({ paper: 'stuck' }) },
  { id: 'way-no-paper-no-phone', view: shown({ canPrint: false, way: { ...sampleLongWay, phone: null } }) },
  ...([...noWayReasons, 'unavailable'] as const).map((reason): GalleryScreen => ({
    id: `no-way-${reason}`,
    view: noWay(reason),
  })),
  { id: 'no-way-step-free', view: noWay('profile', true) },
  {
    id: 'ticket-printed-way',
    view: { screen: 'ticket-printed', ticket: sampleTicket, reprint: false, cardPresent: false, glance: sampleGlance },
  },
  {
    id: 'ticket-printed-long-way',
    view: {
      screen: 'ticket-printed',
      ticket: sampleTicket,
      reprint: false,
      cardPresent: true,
      glance: sampleLongGlance,
    },
  },
  { id: 'next-step-way', view: stepWith(sampleGlance) },
  ...(['changed', 'gone'] as const).flatMap((of): GalleryScreen[] => [
    {
      id: `ticket-printed-way-${of}`,
      view: { screen: 'ticket-printed', ticket: sampleTicket, reprint: false, cardPresent: false, glance: { of } },
    },
    { id: `next-step-way-${of}`, view: stepWith({ of }) },
  ]),
  { id: 'next-step-way-on-map', view: stepWith(onMap) },
  { id: 'already-checked-in-way-gone', view: alreadyIn({ others: true, glance: { of: 'gone' } }) },
  { id: 'already-checked-in-way', view: alreadyIn({ others: true, glance: sampleLongGlance }) },
];
