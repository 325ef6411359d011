import type { Connection } from '#lib/staff/connection.ts';
import type { Asking } from '#lib/desk/asking.ts';
import type { Notice } from '#lib/desk/notice.ts';
import type { DeskView, DeskWaiting } from '@lobby/hub/contract';
import {
  at,
  desk,
  desks,
  minutesAgo,
  secondsAhead,
  serving,
  triage,
  waiting,
  waitingTicket,
  ticket,
} from '#lib/desk/invented-view.ts';

/** One situation of a desk, invented. */
export interface InventedDesk {
  readonly view: DeskView;
  /** The view before it, where the change is the point. */
  readonly before?: DeskView;
  readonly chosen?: string;
  readonly asking?: Asking;
  readonly connection?: Connection;
  readonly notice?: Notice;
  readonly doing?: 'next' | 'recall';
  readonly grabbed?: { readonly ticketId: string; readonly before: string | null };
  readonly showsKeys?: boolean;
  readonly armed?: boolean;
  readonly compact?: boolean;
}

const usual = desk({});
const shown = [{ screenId: 'S-card', at: '2026-11-23T00:57:03.000Z' }];
const late = minutesAgo(0.4);
const area = triage({});
const many: readonly DeskWaiting[] = Array.from({ length: 28 }, (_, index) => waitingTicket(20 + index, {}));

const longRoom = {
  zh: '特需门诊心脏康复与心血管健康管理联合 12 诊室',
  en: 'Special needs cardiac rehabilitation room 12',
};
const longWho = 'Muhammad-Abdurrahman A*** al-Khwarizmi-B';
const longCalled = serving(12, { who: longWho, label: 'AB1012', shown, times: 3, actedBy: 'guardian' });
const long = {
  room: longRoom,
  staff: { name: { zh: longWho, en: longWho }, title: null },
  queues: [longRoom, longRoom],
  serving: longCalled,
  servings: [longCalled],
  waiting: waiting.map((one) => ({
    ...one,
    who: longWho,
    label: `B${one.label}`,
    misses: 2,
    class: waiting[3]?.class ?? null,
  })),
  desks: desks.map((one) => ({ ...one, room: longRoom, staff: { name: { zh: longWho, en: longWho }, title: null } })),
  missed: [ticket(3, { who: longWho, state: 'missed', misses: 4, actedBy: 'parent' })],
};

export const inventedDesks = {
  usual: { view: usual },
  'just-called': {
    view: desk({ lastCall: { callId: 'c12', ticketId: 't12', label: 'A012', undoUntil: secondsAhead(24) } }),
    notice: { kind: 'done', action: 'next', label: 'A012' },
  },
  chosen: { view: usual, chosen: 't18' },
  'not-the-next': { view: usual, chosen: 't18', asking: { about: 'call', ticketId: 't18' } },
  'what-about': { view: usual, chosen: 't18', asking: { about: 'ticket', ticketId: 't18' } },
  tests: { view: usual, asking: { about: 'tests', ticketId: 't12' } },
  transfer: { view: usual, asking: { about: 'transfer', ticketId: 't12' } },
  pausing: { view: usual, asking: { about: 'pause' } },
  broadcast: { view: usual, asking: { about: 'broadcast' } },
  paused: {
    view: desk({
      serving: null,
      servings: [],
      paused: { reason: { zh: '会诊', en: 'Consultation' }, since: minutesAgo(7) },
    }),
  },
  stopped: {
    view: desk({
      serving: null,
      servings: [],
      stopped: { reason: { zh: '急诊手术', en: 'Emergency surgery' }, since: at },
    }),
  },
  'taken-by-another': {
    before: usual,
    view: desk({
      waiting: waiting.filter(({ label }) => label !== 'A016'),
      desks: desks.map((one) => (one.deskId === 'D-card-2' ? { ...one, serving: 'A016' } : one)),
      sequence: 2,
    }),
  },
  'lost-race': {
    view: usual,
    notice: {
      kind: 'refused',
      said: { zh: 'A016 已被陈欣医生叫到 2 诊室。', en: 'A016 was already called to Room 2 by Dr Chen Xin.' },
    },
  },
  calling: { view: usual, doing: 'next' },
  'not-shown': {
    view: desk({ serving: serving(12, { calledAt: late }), screens: [{ screenId: 'S-card', state: 'on' }] }),
  },
  muted: {
    view: desk({
      serving: serving(12, { shown }),
      screens: [
        { screenId: 'S-card', state: 'muted' },
        { screenId: 'S-door-3', state: 'away' },
      ],
    }),
  },
  lost: { view: usual, connection: 'lost', notice: { kind: 'not-done', why: 'lost' } },
  'no-answer': { view: usual, notice: { kind: 'no-answer' } },
  alarm: { view: desk({ alarms: [{ id: 'p1', deskId: 'D-card-1', room: { zh: '1 诊室', en: 'Room 1' }, at }] }) },
  armed: { view: usual, armed: true },
  keys: { view: usual, showsKeys: true },
  'nobody-waits': { view: desk({ serving: null, servings: [], waiting: [], held: [], atTests: [], missed: [] }) },
  many: { view: desk({ waiting: [...many] }) },
  'long-names': { view: desk(long) },
  'triage-kept-at-hospital': {
    view: triage({ keptAtHospital: ['A008', 'A013'].map((label) => ({ label, until: minutesAgo(-9) })) }),
  },
  'triage-long-names': { view: triage(long), chosen: 't18' },
  'compact-long-names': { compact: true, view: desk(long) },
  'at-the-door': {
    view: desk({
      servings: [serving(12, { shown }), serving(9, {})],
      serving: serving(12, { shown }),
      roomWaiting: [serving(15, {}), serving(4, { lane: 'return' })],
    }),
  },
  window: {
    view: desk({
      kind: 'window',
      room: { zh: '药房 2 号窗口', en: 'Pharmacy window 2' },
      area: { zh: '门诊药房', en: 'Outpatient pharmacy' },
      queues: [{ zh: '取药', en: 'Pharmacy' }],
      queueList: [
        {
          queueId: 'pharmacy',
          name: { zh: '取药', en: 'Pharmacy' },
          kind: 'pharmacy',
          waiting: 5,
          mirrored: false,
          byHand: true,
          classes: [],
        },
      ],
      atTests: [],
      waiting: waiting.map((one) => ({ ...one, slotStart: null, kind: 'walk-in', lane: 'normal' })),
      may: [
        'next',
        'call',
        'recall',
        'missed',
        'finish',
        'hold',
        'resume',
        'undo-call',
        'add',
        'pause',
        'unpause',
        'panic',
      ],
    }),
  },
  triage: { view: area },
  'triage-chosen': { view: area, chosen: 't18' },
  'triage-carrying': { view: area, chosen: 't18', grabbed: { ticketId: 't18', before: 't15' } },
  'triage-class': { view: area, chosen: 't16', asking: { about: 'class', ticketId: 't16' } },
  'triage-stop': { view: area, asking: { about: 'stop' } },
  'triage-add': { view: area, asking: { about: 'add' } },
  'triage-emergency': {
    view: area,
    chosen: 't16',
    asking: { about: 'emergency', ticketId: 't16' },
  },
  'triage-keys': { view: area, showsKeys: true },
  'triage-lost': { view: area, connection: 'lost' },
  'triage-many': {
    view: triage({
      waiting: [...many],
      held: [ticket(3, {}), ticket(5, {})].map((one) => ({ ...one, state: 'held' })),
      missed: Array.from({ length: 9 }, (_, index) => ticket(60 + index, { state: 'missed', misses: 1 })),
    }),
  },
  compact: {
    compact: true,
    view: desk({ lastCall: { callId: 'c12', ticketId: 't12', label: 'A012', undoUntil: secondsAhead(19) } }),
  },
  'compact-nobody': { compact: true, view: desk({ serving: null, servings: [], waiting: [] }) },
  'compact-again': {
    compact: true,
    view: usual,
    asking: {
      about: 'again',
      ticketId: 't12',
      verb: 'missed',
      said: {
        zh: '才叫了 1 次，按规定叫 3 次再过号。确定过号吗？',
        en: 'Called once; the rule is three times. Mark as missed all the same?',
      },
    },
  },
  'compact-lost': { compact: true, view: usual, connection: 'lost' },
  'compact-not-shown': { compact: true, view: desk({ serving: serving(12, { calledAt: late }) }) },
  'compact-notice': {
    compact: true,
    view: usual,
    notice: {
      kind: 'refused',
      said: { zh: 'A016 已被陈欣医生叫到 2 诊室。', en: 'A016 was already called to Room 2 by Dr Chen Xin.' },
    },
  },
} as const satisfies Record<string, InventedDesk>;
