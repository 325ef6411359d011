import { expect, test } from 'vitest';
import { anna, appointmentsOf, booked, context, filesOf, hospital, load, small } from './test-hospital.ts';

test('the busiest day becomes today with the time on the wall, across a change of the clock, and has not happened yet', async () => {
  const berlin = { ...small, timeZone: 'Europe/Berlin' };
  const { sandbox } = await hospital({ site: berlin, at: '2026-11-23T09:00:00Z' });
  const report = await load(
    sandbox,
    [
      anna,
      booked('a', '2026-07-01T07:00:00Z', []),
      booked('b', '2026-07-02T07:00:00Z', [], { status: 'fulfilled', end: '2026-07-02T07:15:00Z' }),
      booked('c', '2026-07-02T09:30:00', [], { status: 'cancelled' }),
      booked('d', '2026-07-02', [], { status: 'noshow' }),
      { resourceType: 'Appointment', id: 'z', status: 'booked', start: '2026-07-05T07:00:00Z' },
    ],
    true,
  );
  expect(report.shift).toEqual({ from: '2026-07-02', to: '2026-11-23', days: 144 });
  const placed = await appointmentsOf(sandbox, 'A-1');
  // Nine in the morning of a summer in Berlin is 07:00 UTC, of a winter 08:00.
  expect(placed.map(({ appointment: { start, end, status } }) => [start, end, status])).toEqual([
    ['2026-11-22T08:00:00.000Z', '2026-11-22T08:20:00.000Z', 'booked'],
    ['2026-11-23T05:00:00.000Z', '2026-11-23T17:00:00.000Z', 'booked'],
    ['2026-11-23T08:00:00.000Z', '2026-11-23T08:15:00.000Z', 'booked'],
    ['2026-11-23T08:30:00.000Z', '2026-11-23T08:50:00.000Z', 'cancelled'],
  ]);
});

test('hours after midnight belong to the day before: a day in another part of the world stays one day', async () => {
  const { sandbox } = await hospital();
  const newYork = ['2024-03-05T09:00:00-05:00', '2024-03-05T11:00:00-05:00', '2024-03-05T15:30:00-05:00'];
  const report = await load(sandbox, [anna, ...newYork.map((start, index) => booked(`n${index}`, start, []))], true);
  expect(report).toMatchObject({ shift: { from: '2024-03-05' }, now: { today: 3 } });
});

test('what was done at a terminal stays done when the file comes again; on another day it is another appointment', async () => {
  const { sandbox, clock } = await hospital();
  const file = [anna, booked('a', '2024-03-05T01:30:00Z', [])];
  await load(sandbox, file, true);
  const [before] = await appointmentsOf(sandbox, 'A-1');
  const appointmentId = before?.appointment.id ?? '';
  expect((await sandbox.appointment.issueTicket({ key: 'k-1', appointmentId }, context)).ok).toBe(true);
  await load(sandbox, file, true);
  expect((await appointmentsOf(sandbox, 'A-1')).map(({ appointment }) => appointment.status)).toEqual(['checked-in']);
  await load(sandbox, [{ ...file[1], status: 'cancelled' }], true);
  expect((await appointmentsOf(sandbox, 'A-1')).map(({ appointment }) => appointment.status)).toEqual(['cancelled']);
  clock.advance(24 * 3_600_000);
  await load(sandbox, file, true);
  const next = await appointmentsOf(sandbox, 'A-1');
  expect(next.map(({ appointment }) => appointment.status)).toEqual(['booked']);
  expect(next[0]?.appointment.id).not.toBe(appointmentId);
});

test('loaded patients and their days are neither closed, forgotten nor sent to wait by the hospital itself', async () => {
  const { sandbox, clock } = await hospital();
  await load(sandbox, [anna, booked('a', '2026-11-23T01:20:00Z', []), booked('b', '2019-01-01T09:00:00Z', [])]);
  clock.advance(10 * 3_600_000);
  sandbox.refresh();
  expect((await appointmentsOf(sandbox, 'A-1')).map(({ appointment }) => appointment.status)).toEqual([
    'booked',
    'booked',
  ]);
  const [file] = await filesOf(sandbox, 'A-1');
  expect((await sandbox.crowd()).some(({ patientId }) => patientId === file?.id)).toBe(false);
});

test('a load that replaces leaves nothing of the loads before it, and desks keep their numbers', async () => {
  const { sandbox } = await hospital();
  const doctor = { reference: 'Practitioner/1', display: 'Wu' };
  await load(sandbox, [anna, booked('a', '2026-11-23T09:00:00Z', [doctor]), booked('b', '2026-11-23T09:00:00Z', [])]);
  const bella = { ...anna, id: 'bella', identifier: [{ value: 'B-1' }] };
  const participant = [{ actor: { reference: 'Patient/bella' } }, { actor: doctor }];
  const report = await load(sandbox, [bella, { ...booked('c', '2026-11-23T10:00:00Z', []), participant }], false, true);
  expect(report.now).toEqual({ patients: 1, appointments: 1, today: 1 });
  expect(await filesOf(sandbox, 'A-1')).toEqual([]);
  expect(sandbox.ownData.directory().clinics.map(({ name }) => name)).toEqual(['Wu 医生']);
});
