import type { LoadedResource } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { expect, test } from 'vitest';
import { hl7Examples, loadOwnData, readOwnData } from '../support/own-data.ts';
import { newKey, openTestHub, sitDown, testDatabases, testPlace, until } from '../support/test-hub.ts';

/** Peter Chalmers has the only appointments; Patient/xcda has a number of the same value. */
async function chalmersAlone(): Promise<LoadedResource[]> {
  const { taken } = await readOwnData(hl7Examples);
  return taken.filter(({ type, reference }) => type !== 'Patient' || reference === 'Patient/example');
}

async function open(hub: OpenHub, number: string, kind: 'other-code' | 'hospital-card' = 'other-code') {
  return hub.visits.open('K01', { key: newKey(), credential: { kind, number, name: null } });
}

test.each(testDatabases)(
  'a patient of the examples of HL7 checks in, is called and is seen on the screen (%s)',
  async (kind) => {
    const { hub } = await openTestHub(await testPlace(kind));
    const report = await loadOwnData(hub, await chalmersAlone(), { shiftToToday: true });
    expect(report).toMatchObject({
      taken: { Patient: 1, Practitioner: 14, PractitionerRole: 1, Slot: 4, Appointment: 2 },
      shift: { from: '2013-12-10', to: '2026-11-23', days: 4731 },
      now: { patients: 1, appointments: 2, today: 1 },
      queues: [{ deskId: 'D-loaded-1', screenId: 'S-loaded-1', of: 'Practitioner/example', today: 1 }],
    });

    const opened = await open(hub, '12345', 'hospital-card');
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.maskedName).toBe('P*** J*** C***');
    const access = { terminalId: 'K01', visitId: opened.visitId, secret: opened.secret };
    const agenda = await hub.visits.agenda(access);
    const next = agenda.ok ? agenda.agenda.next : null;
    expect(next).toMatchObject({
      state: 'ready',
      late: false,
      clinic: { zh: 'General medical practice', en: 'General medical practice' },
      practitioner: { zh: 'Adam Careful', en: 'Adam Careful' },
      slotStart: '2026-11-23T09:00:00.000Z',
      slotEnd: '2026-11-23T11:00:00.000Z',
    });
    const checkedIn = await hub.visits.checkIn(access, { key: newKey(), stepId: next?.stepId ?? '' });
    if (!checkedIn.ok) throw new Error(checkedIn.reason);

    const token = await sitDown(hub, 'D-loaded-1', '1001');
    const called = await hub.desks.act('D-loaded-1', token, { key: newKey(), action: 'next' });
    expect(called.ok).toBe(true);
    const [call] = (await hub.boards.board('loaded-1'))?.calls ?? [];
    expect(call).toMatchObject({
      label: checkedIn.ticket.label,
      who: 'P*** J*** C***',
      room: { name: { zh: 'South Wing, second floor', en: 'South Wing, second floor' } },
    });
  },
);

test('a number that two of the loaded files have finds both, and staff are asked whose it is', async () => {
  const { hub } = await openTestHub(await testPlace('sqlite'));
  const { taken } = await readOwnData(hl7Examples);
  await loadOwnData(hub, taken, { shiftToToday: true });
  const port = await hub.hospital.patient.find([{ system: null, value: '12345' }], {
    terminalId: 'K01',
    operatorId: null,
    traceId: 'test',
    locale: 'en',
  });
  expect(port.ok && port.value.map(({ birthDate }) => birthDate).sort()).toEqual(['1932-09-24', '1974-12-25']);
  expect(await open(hub, '12345')).toEqual({ ok: false, reason: 'ask-staff' });
});

test('what was left of the examples of HL7 is told by its reference', async () => {
  const { left } = await readOwnData(hl7Examples);
  expect(left).toEqual([
    { reference: 'Appointment/examplereq', type: 'Appointment', reason: 'not-booked' },
    { reference: 'Encounter/example', type: 'Encounter', reason: 'type-not-used' },
    { reference: 'Observation/example', type: 'Observation', reason: 'type-not-used' },
  ]);
});

test('loaded queues, desks and screens outlive the hub, and a check-in at one of them goes on after its restart', async () => {
  const place = await testPlace('sqlite');
  const first = await openTestHub(place);
  await loadOwnData(first.hub, await chalmersAlone(), { shiftToToday: true });
  const code = await first.hub.fleet.issueCode('desk', 'D-loaded-1');
  const enrolled = await first.hub.fleet.enrol(code);
  await first.hub.close();

  const { hub } = await openTestHub(place);
  expect(enrolled.ok && (await hub.fleet.identify(enrolled.credential))).toMatchObject({ deviceId: 'D-loaded-1' });
  expect(hub.site.screens.map(({ id }) => id)).toContain('S-loaded-1');
  const opened = await open(hub, '12345');
  expect(opened).toMatchObject({ ok: true, maskedName: 'P*** J*** C***' });
});

test('the same file again replaces what it brought; another file adds to it', async () => {
  const { hub } = await openTestHub(await testPlace('sqlite'));
  const all = await chalmersAlone();
  const [one] = all.filter(({ type }) => type === 'Appointment');
  const rest = all.filter((resource) => resource !== one);
  await loadOwnData(hub, rest);
  const again = await loadOwnData(hub, rest);
  expect(again.now).toEqual({ patients: 1, appointments: 1, today: 0 });
  const more = await loadOwnData(hub, one === undefined ? [] : [one]);
  expect(more.now).toEqual({ patients: 1, appointments: 2, today: 0 });
  expect(more.queues).toHaveLength(1);
});

test('a load whose pieces have not all come is refused, and a finished one is answered again', async () => {
  const { hub } = await openTestHub(await testPlace('sqlite'));
  const load = newKey();
  await hub.loads.keep({ load, piece: 1, resources: [] });
  expect(await hub.loads.finish({ load, pieces: 2, shiftToToday: false })).toEqual({
    ok: false,
    reason: 'pieces-missing',
  });
  await hub.loads.keep({ load, piece: 0, resources: await chalmersAlone() });
  const done = await hub.loads.finish({ load, pieces: 2, shiftToToday: false });
  expect(done.ok).toBe(true);
  expect(await hub.loads.finish({ load, pieces: 2, shiftToToday: false })).toEqual(done);
});

test('another hub server on the same data hears of the new queues and checks in for them', async () => {
  const place = await testPlace('postgres');
  const [one, other] = [await openTestHub(place), await openTestHub(place)];
  const before = await one.hub.feed.newest();
  await loadOwnData(one.hub, await chalmersAlone(), { shiftToToday: true });
  await until(() => other.hub.site.desks.some(({ id }) => id === 'D-loaded-1'), 'the loaded desk at the other server');
  const events = await other.hub.feed.after(before, 10);
  expect(events).toMatchObject([{ type: 'site.changed', areaId: null, body: { desks: one.hub.site.desks.length } }]);
  const opened = await open(other.hub, '12345');
  if (!opened.ok) throw new Error(opened.reason);
  const agenda = await other.hub.visits.agenda({ terminalId: 'K01', visitId: opened.visitId, secret: opened.secret });
  expect(agenda.ok && agenda.agenda.next).toMatchObject({
    state: 'ready',
    clinic: { en: 'General medical practice' },
  });
});
