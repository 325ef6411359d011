import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { anna, appointmentsOf, booked, clinicsOf, context, filesOf, hospital, load } from './test-hospital.ts';

test('an appointment waits for its practitioner, else at its place, else for its service, else with all others', async () => {
  const { sandbox } = await hospital();
  const person = { reference: 'Practitioner/1', display: 'Dr. Wu' };
  const place = { reference: 'Location/1', display: 'Room 7' };
  const service = { reference: 'HealthcareService/1', display: 'Burns' };
  await load(sandbox, [
    anna,
    booked('a', '2026-11-23T09:00:00Z', [place, service, person]),
    booked('b', '2026-11-23T10:00:00Z', [service, place]),
    booked('c', '2026-11-23T11:00:00Z', [service]),
    booked('d', '2026-11-23T12:00:00Z', [], { serviceType: [{ text: 'Vaccination' }] }),
    booked('e', '2026-11-23T13:00:00Z', []),
    booked('f', '2026-11-23T14:00:00Z', [{ reference: 'Practitioner/nobody' }]),
  ]);
  expect(await clinicsOf(sandbox)).toEqual([
    'Dr Wu',
    'Room 7',
    'Burns',
    'Vaccination',
    'Clinic',
    expect.stringMatching(/^Doctor \d$/),
  ]);
});

test('a role stands for its practitioner, a slot for its schedule, a search for whom it finds, #1 for what is inside', async () => {
  const { sandbox } = await hospital();
  await load(sandbox, [
    anna,
    { resourceType: 'Practitioner', id: 'wu', identifier: [{ system: 'npi', value: '9' }], name: [{ text: 'Wu' }] },
    { resourceType: 'PractitionerRole', id: 'r', practitioner: { reference: 'Practitioner/wu' } },
    { resourceType: 'Schedule', id: 's', actor: [{ reference: 'PractitionerRole/r' }] },
    {
      resourceType: 'Slot',
      id: 'x',
      schedule: { reference: 'Schedule/s' },
      start: '2026-11-23T10:00:00Z',
      end: '2026-11-23T10:30:00Z',
    },
    booked('a', '2026-11-23T09:00:00Z', [{ reference: 'https://any.example/PractitionerRole/r' }]),
    booked('b', '', [], { slot: [{ reference: 'Slot/x' }] }),
    booked('c', '2026-11-23T11:00:00Z', [{ reference: 'Practitioner?identifier=npi|9' }]),
    booked('d', '2026-11-23T12:00:00Z', [{ reference: '#1' }], {
      contained: [{ resourceType: 'Practitioner', id: '1', name: [{ family: 'Li', given: ['Wen'] }] }],
    }),
  ]);
  expect(await clinicsOf(sandbox)).toEqual(['Dr Wu', 'Dr Wu', 'Dr Wu', 'Dr Wen Li']);
  const [, bySlot] = await appointmentsOf(sandbox, 'A-1');
  expect(bySlot?.appointment).toMatchObject({ start: '2026-11-23T10:00:00.000Z', end: '2026-11-23T10:30:00.000Z' });
});

test('files that were merged open as the surviving one by the numbers of all, whichever way they are linked', async () => {
  const { sandbox } = await hospital();
  await load(sandbox, [
    anna,
    {
      resourceType: 'Patient',
      id: 'old',
      active: false,
      identifier: [{ value: 'A-0' }],
      link: [{ type: 'replaced-by', other: { reference: 'Patient/older' } }],
    },
    { resourceType: 'Patient', id: 'older', identifier: [{ value: 'A-00' }] },
    { ...anna, link: [{ type: 'replaces', other: { reference: 'Patient/older' } }] },
    {
      resourceType: 'Patient',
      id: 'x',
      identifier: [{ value: 'X' }],
      link: [{ type: 'replaced-by', other: { reference: 'Patient/y' } }],
    },
    {
      resourceType: 'Patient',
      id: 'y',
      identifier: [{ value: 'Y' }],
      link: [{ type: 'replaced-by', other: { reference: 'Patient/x' } }],
    },
    { ...booked('a', '2026-11-23T09:00:00Z', []), participant: [{ actor: { reference: 'Patient/old' } }] },
  ]);
  for (const number of ['A-0', 'A-00', 'A-1'])
    expect(await filesOf(sandbox, number)).toMatchObject([{ name: [{ text: 'Anna' }] }]);
  expect(await appointmentsOf(sandbox, 'A-1')).toHaveLength(1);
  // A circle is a mistake of the file, and each stays who it is.
  expect([...(await filesOf(sandbox, 'X')), ...(await filesOf(sandbox, 'Y'))]).toHaveLength(2);
});

test('an appointment whose patient comes in a later file is told of as left, and taken then', async () => {
  const { sandbox } = await hospital();
  const alone = await load(sandbox, [booked('a', '2026-11-23T09:00:00Z', [])]);
  expect(alone).toMatchObject({
    taken: { Appointment: 0 },
    left: [{ reference: 'Appointment/a', reason: 'patient-missing' }],
  });
  expect(await load(sandbox, [anna])).toMatchObject({ now: { patients: 1, appointments: 1, today: 1 }, left: [] });
  const nobody = { ...booked('b', '2026-11-23T09:00:00Z', []), participant: [] };
  expect((await load(sandbox, [nobody])).left).toMatchObject([{ reference: 'Appointment/b', reason: 'no-patient' }]);
});

test('a number of a citizen is found where a card reader looks for it; a patient without numbers by the id of the file', async () => {
  const { sandbox } = await hospital();
  await load(sandbox, [
    {
      resourceType: 'Patient',
      id: 'c',
      identifier: [{ system: 'http://hospital.example/id', value: '11010519491231002x' }],
    },
    { resourceType: 'Patient', id: 'only-an-id' },
    { resourceType: 'Patient', id: 'small-letters', identifier: [{ value: 'mc-77b' }] },
  ]);
  const system = 'urn:oid:2.16.156.10011.1.3';
  const found = await sandbox.patient.find([{ system, value: '11010519491231002X' }], context);
  expect(found.ok && found.value).toHaveLength(1);
  expect(await filesOf(sandbox, 'only-an-id')).toHaveLength(1);
  // Typed at a terminal, whose keyboard has capitals.
  expect(await filesOf(sandbox, 'MC-77B')).toHaveLength(1);
  expect(await filesOf(sandbox, 'mc-77b')).toHaveLength(1);
});

test('a database of an earlier version takes loads, and its patients are still there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'sandbox.sqlite');
  openDatabase(file).close();
  const earlier = new DatabaseSync(file);
  earlier.exec(`DROP TABLE load_piece; DROP TABLE load; DROP TABLE loaded_resource; DROP TABLE loaded_clinic; DROP TABLE loaded_area;
    ALTER TABLE patient DROP COLUMN loaded; PRAGMA user_version = 1;
    INSERT INTO patient (id, active, background, resource) VALUES ('before', 1, 0, '{}')`);
  earlier.close();
  const first = await hospital({ file });
  await load(first.sandbox, [anna, booked('a', '2026-11-23T09:00:00Z', [])]);
  await first.sandbox.close();
  const { sandbox } = await hospital({ file });
  expect(await clinicsOf(sandbox)).toEqual(['Clinic']);
  expect((await sandbox.patient.read('before', context)).ok).toBe(true);
});

test('halls fill up with eight queues each, those of one organisation together, and keep their numbers', async () => {
  const { sandbox } = await hospital();
  const role = (id: number, organization: string) => ({
    resourceType: 'PractitionerRole',
    id: `r${id}`,
    practitioner: { reference: `Practitioner/${id}`, display: `Doctor Number${id}` },
    organization: { reference: `Organization/${organization}`, display: organization },
  });
  const ids = Array.from({ length: 12 }, (_, index) => index);
  const appointments = ids.map((id) =>
    booked(`a${id}`, '2026-11-23T09:00:00Z', [{ reference: `PractitionerRole/r${id}` }]),
  );
  await load(sandbox, [anna, ...ids.map((id) => role(id, id < 9 ? 'North' : 'South')), ...appointments]);
  const halls = (): Record<string, number> => {
    const { locations } = sandbox.ownData.directory();
    const named = new Map(locations.map(({ id, name }) => [`Location/${id ?? ''}`, name ?? '']));
    const rooms = locations.flatMap(({ partOf }) => named.get(partOf?.reference ?? '') ?? []);
    return Object.fromEntries(
      Map.groupBy(rooms, (name) => name)
        .entries()
        .map(([name, all]) => [name, all.length]),
    );
  };
  expect(halls()).toEqual({ North: 8, 'North 2': 1, South: 3 });
  const before = sandbox.ownData.directory().clinics.map(({ id, name }) => [id, name]);
  await load(sandbox, [booked('more', '2026-11-23T10:00:00Z', [{ reference: 'Practitioner/new', display: 'Aa' }])]);
  expect(sandbox.ownData.directory().clinics.map(({ id, name }) => [id, name])).toEqual(expect.arrayContaining(before));
});
