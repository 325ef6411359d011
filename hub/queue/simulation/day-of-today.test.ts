import { expect, test } from 'vitest';
import { untouched, type Ticket } from '../ticket.ts';
import { patientsOf } from './day-plan.ts';
import { dayOfToday } from './day-of-today.ts';

const site = { timeZone: 'Asia/Shanghai' };
const at = (time: string): string => new Date(`2026-11-23T${time}:00+08:00`).toISOString();

function ticket(number: number, more: Partial<Ticket>): Ticket {
  const patient = {
    patientId: `P${number}`,
    maskedName: '张*',
    surname: '张',
    sex: 'unknown',
    birthYear: null,
  } as const;
  return {
    ...untouched,
    id: `T${number}`,
    queueId: 'card',
    areaId: 'hall',
    businessDate: '2026-11-23',
    session: 'morning',
    number,
    label: `A${number}`,
    patient,
    actedBy: null,
    kind: 'walk-in',
    appointmentId: null,
    practitioner: null,
    slotStart: null,
    slotEnd: null,
    lane: 'normal',
    checkedInAt: at('08:20'),
    ...more,
  };
}

function served(from: string, until: string): Partial<Ticket> {
  const call = {
    callId: 'c',
    roomId: 'r',
    deskId: 'd',
    workNo: '1',
    firstCalledAt: at(from),
    calledAt: at(from),
    times: 1,
  };
  return { state: 'finished', call, endedAt: at(until) };
}

const booked = { kind: 'appointment', slotStart: at('09:00'), slotEnd: at('09:30'), checkedInAt: at('08:50') } as const;
const name = { zh: '心血管内科', en: 'Cardiology' };

test('today becomes a day of its slots and walk-ins, its service times, and what share missed or went to tests', () => {
  const tickets = [
    ticket(1, { ...booked, ...served('09:00', '09:06') }),
    ticket(2, { ...booked, ...served('09:06', '09:12'), class: 'elder-80' }),
    ticket(3, { ...served('09:12', '09:18'), misses: 1 }),
    ticket(4, { ...served('09:18', '09:24'), returnedAt: at('09:10') }),
    ticket(5, { ...served('09:24', '09:44'), checkedInAt: at('09:05') }),
  ];
  const read = dayOfToday(site, [
    { id: 'card', name, tickets, desks: 2 },
    { id: 'skin', name, tickets: [], desks: 1 },
  ]);
  if (!read.ok) throw new Error(read.sentence);
  const [queue, ...others] = read.day.queues;
  expect(others).toEqual([]);
  expect(patientsOf(read.day)).toBe(5);
  expect(queue?.appointments).toMatchObject({ early: 600_000, spread: 0, slots: [{ patients: 2 }] });
  expect(queue?.walkIns.map(({ patients }) => patients)).toEqual([2, 1]);
  expect(queue).toMatchObject({
    classes: [{ code: 'elder-80', share: 0.2 }],
    missed: { share: 0.2 },
    tests: { share: 0.2 },
  });
  expect(read.day.desks).toHaveLength(2);
  expect(read.day.desks[0]?.service[0]?.first.median).toBe(6 * 60_000);
  expect((read.day.until - read.day.from) / 3_600_000).toBe(2);
});

test('a day on which nobody has come cannot be played', () => {
  expect(dayOfToday(site, [{ id: 'card', name, tickets: [], desks: 1 }])).toMatchObject({ ok: false });
});
