import { siteSchema } from '@lobby/config';
import type { Appointment } from 'fhir/r4.js';
import { expect, test } from 'vitest';
import type { TicketView } from '../contract/index.ts';
import type { QueuePlace } from '../queue/site-plan.ts';
import { SitePlan } from '../queue/site-plan.ts';
import { buildAgenda, type DueAppointment } from './agenda.ts';

const words = { zh: '心血管内科', en: 'Cardiology' };
const site = siteSchema.parse({
  hospital: { name: { zh: '绍城医院', en: 'Shaocheng Hospital' } },
  areas: [
    {
      id: 'cardiology-3f',
      name: words,
      level: 3,
      rooms: [{ id: 'card-1', name: words }],
      queues: [{ id: 'cardiology', name: words, clinic: 'CARD', prefix: 'A', rooms: ['card-1'] }],
    },
  ],
});
const now = Date.parse('2026-11-23T01:15:00.000Z');

function place(): QueuePlace {
  const found = new SitePlan(site).queueOfClinic('CARD');
  if (found === undefined) throw new Error('no queue');
  return found;
}

type Status = DueAppointment['entry']['appointment']['status'];

function due(id: string, start: string, given: { status?: Status; ticket?: TicketView['state'] } = {}): DueAppointment {
  const slotStart = `2026-11-23T${start}:00.000Z`;
  const slotEnd = new Date(Date.parse(slotStart) + 20 * 60_000).toISOString();
  const appointment = {
    resourceType: 'Appointment' as const,
    id,
    status: given.status ?? 'booked',
    start: slotStart,
    end: slotEnd,
    participant: [],
  } satisfies Appointment;
  return {
    entry: { appointment, clinic: 'CARD', clinicName: words, practitioner: null, room: null },
    place: place(),
    ticket: given.ticket === undefined ? null : ticket(given.ticket),
    waiting: 2,
  };
}

function ticket(state: TicketView['state']): TicketView {
  return {
    ticketId: 't',
    label: 'A001',
    state,
    queue: words,
    queueId: 'cardiology',
    area: words,
    place: words,
    level: 3,
    practitioner: null,
    slotStart: null,
    slotEnd: null,
    checkedInAt: '2026-11-23T01:00:00.000Z',
    ahead: 0,
    lane: 'normal',
    byProxy: false,
  };
}

function day(...list: readonly DueAppointment[]): { next: [string, string] | null; rest: [string, string][] } {
  const agenda = buildAgenda({ maskedName: '张*明', acting: null, due: list, now });
  const { next } = agenda;
  return {
    next: next === null ? null : [next.stepId, next.state],
    rest: agenda.rest.map((step) => [step.stepId, step.state]),
  };
}

test('what can be done now comes before what is later', () => {
  expect(day(due('later', '07:00'), due('evening', '12:00'), due('now', '01:20'))).toEqual({
    next: ['now', 'ready'],
    rest: [
      ['later', 'too-early'],
      ['evening', 'too-early'],
    ],
  });
});

test('of two that can be done now the earlier slot comes first', () => {
  expect(day(due('second', '01:40'), due('first', '01:20')).next).toEqual(['first', 'ready']);
});

test('a called patient is sent to the room before anything else', () => {
  expect(day(due('now', '01:20'), due('called', '01:00', { ticket: 'called' })).next).toEqual(['called', 'checked-in']);
});

test('what waits comes after what can be done now, and before what comes later', () => {
  const waits = due('waits', '01:00', { ticket: 'waiting' });
  expect(day(waits, due('now', '01:20')).next).toEqual(['now', 'ready']);
  expect(day(waits, due('later', '07:00')).next).toEqual(['waits', 'checked-in']);
});

test('a missed call is the next step: check in again', () => {
  expect(day(due('missed', '00:00', { ticket: 'missed' })).next).toEqual(['missed', 'ready']);
});

test('nothing is left when all is done; what was cancelled is not shown at all', () => {
  expect(
    day(
      due('seen', '01:00', { ticket: 'finished' }),
      due('at the hospital', '01:20', { status: 'fulfilled' }),
      due('cancelled', '01:20', { status: 'cancelled' }),
    ),
  ).toEqual({
    next: null,
    rest: [
      ['seen', 'finished'],
      ['at the hospital', 'finished'],
    ],
  });
});

test('who never came is sent to the staff', () => {
  expect(day(due('no-show', '01:00', { status: 'noshow' })).next).toEqual(['no-show', 'too-late']);
});
