import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSite } from '@lobby/config';
import { FixedClock } from '@lobby/hub/clock.ts';
import { openSandbox, type Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import {
  hospitalOperations,
  identifierSystems,
  type AppointmentEntry,
  type CallContext,
  type HospitalResult,
} from '@lobby/hub/hospital/port.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const site = loadSite(fileURLToPath(new URL('../../config/sites/demo', import.meta.url)));
const context: CallContext = { terminalId: 'K01', operatorId: null, traceId: 'trace', locale: 'zh-CN' };
const always = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };

let folder: string;
let clock: FixedClock;
let hospital: Sandbox;

const open = (): Promise<Sandbox> => openSandbox({ file: join(folder, 'sandbox.sqlite'), site, clock });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-hospital-'));
  clock = new FixedClock('2026-11-23T08:52:00+08:00');
  hospital = await open();
});
afterEach(async () => {
  await hospital.close();
  rmSync(folder, { recursive: true });
});

function expectDone<T>(result: HospitalResult<T>): T {
  if (!result.ok) throw new Error(`${result.reason}: ${result.message}`);
  return result.value;
}

async function filesOf(idNumber: string): Promise<string[]> {
  const system = identifierSystems['resident-id'];
  const found = expectDone(await hospital.patient.find([{ system, value: idNumber }], context));
  return found.map((patient) => patient.id ?? '');
}

async function appointmentsOf(patientId: string): Promise<readonly AppointmentEntry[]> {
  return expectDone(await hospital.appointment.list({ patientId, ...always }, context));
}

async function firstAppointment(patientId: string): Promise<string> {
  return (await appointmentsOf(patientId))[0]?.appointment.id ?? 'none';
}

describe('the directory', () => {
  test('names thirty clinics, sixty doctors, and rooms in floors in a building', async () => {
    const { clinics, practitioners, locations } = expectDone(await hospital.directory.list(context));
    expect(clinics).toHaveLength(30);
    expect(practitioners).toHaveLength(60);
    const byId = new Map(locations.map((location) => [`Location/${location.id}`, location]));
    const room = byId.get('Location/room-card-3');
    const floor = byId.get(room?.partOf?.reference ?? '');
    const building = byId.get(floor?.partOf?.reference ?? '');
    expect([room, floor, building].map((place) => place?.physicalType?.coding?.[0]?.code)).toEqual(['ro', 'lvl', 'bu']);
  });

  test('every operation of the port is native', () => {
    const can = hospital.capabilities();
    expect(hospitalOperations.map((operation) => can[operation])).toEqual(hospitalOperations.map(() => 'native'));
  });
});

describe('a patient', () => {
  test('is found by the number on the card, and read by the id of the file', async () => {
    const [id] = await filesOf('330602195403182174');
    const patient = expectDone(await hospital.patient.read(id ?? '', context));
    expect(patient).toMatchObject({ resourceType: 'Patient', gender: 'male', birthDate: '1954-03-18' });
    expect(patient.name?.[0]?.text).toBe('张建明');
  });

  test('has the same appointments whether asked for by the file or by the number on the card', async () => {
    const number = '330602195403182174';
    const [id = ''] = await filesOf(number);
    const identifiers = [{ system: identifierSystems['resident-id'], value: number }];
    const listed = expectDone(await hospital.appointment.listOfBearer({ identifiers, ...always }, context));
    expect(listed).toEqual(await appointmentsOf(id));
    expect(listed[0]?.appointment.participant[0]?.actor?.reference).toBe(`Patient/${id}`);
    const nobody = [{ system: identifierSystems['resident-id'], value: '420106200105140594' }];
    expect(await hospital.appointment.listOfBearer({ identifiers: nobody, ...always }, context)).toMatchObject({
      value: [],
    });
  });

  test('who was never here is in no file', async () => {
    expect(await filesOf('420106200105140594')).toEqual([]);
    expect(await hospital.patient.read('nobody', context)).toMatchObject({ ok: false, reason: 'not-found' });
  });

  test('may have a card that opens two files', async () => {
    expect(await filesOf('330602198712192441')).toEqual(['demo-he-yutong', 'demo-huang-meiling']);
  });

  test('with a number that is no number is looked for in vain, and nothing breaks', async () => {
    expect(await filesOf("' OR 1=1 --")).toEqual([]);
  });
});

describe('taking a number and checking in', () => {
  test('goes from booked to checked-in to arrived, each with a new version', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    const ticket = expectDone(await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId }, context));
    expect(ticket).toMatchObject({ status: 'committed', version: '2', seeNo: 1 });
    expect(ticket.appointment.status).toBe('checked-in');
    const checkIn = { key: 'key-arrive-1', appointmentId, areaId: 'cardiology-3f' };
    const arrived = expectDone(await hospital.appointment.checkIn(checkIn, context));
    expect(arrived).toMatchObject({ status: 'committed', version: '3' });
    expect(arrived.appointment.status).toBe('arrived');
    expect((await appointmentsOf('demo-zhang-jianming'))[0]?.appointment.status).toBe('arrived');
  });

  test('the second patient of a doctor gets the next number', async () => {
    const numbers: (number | null)[] = [];
    for (const patient of ['demo-zhang-jianming', 'demo-shan-lei']) {
      const request = { key: `key-${patient}`, appointmentId: await firstAppointment(patient) };
      numbers.push(expectDone(await hospital.appointment.issueTicket(request, context)).seeNo);
    }
    expect(numbers).toEqual([1, 2]);
  });

  test('with the same key happens once and gets the same receipt', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    const first = expectDone(await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId }, context));
    const again = expectDone(await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId }, context));
    expect(again).toEqual(first);
  });

  test('with a key that was used for something else is a conflict, and changes nothing', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    expectDone(await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId }, context));
    const other = await firstAppointment('demo-shan-lei');
    const reuse = await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId: other }, context);
    expect(reuse).toMatchObject({ ok: false, reason: 'conflict' });
    const request = { key: 'key-take-1', appointmentId, areaId: 'cardiology-3f' };
    expect(await hospital.appointment.checkIn(request, context)).toMatchObject({ ok: false, reason: 'conflict' });
    expect((await appointmentsOf('demo-shan-lei'))[0]?.appointment.status).toBe('booked');
  });

  test('breaks a rule before a number was taken, twice, and for a cancelled appointment, and says which', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    const early = await hospital.appointment.checkIn({ key: 'key-1', appointmentId, areaId: 'cardiology-3f' }, context);
    expect(early).toMatchObject({ ok: false, reason: 'rule-violated', message: '请先取号' });
    expectDone(await hospital.appointment.issueTicket({ key: 'key-2', appointmentId }, context));
    const twice = await hospital.appointment.issueTicket({ key: 'key-3', appointmentId }, context);
    expect(twice).toMatchObject({ ok: false, reason: 'rule-violated', message: '这个预约已经取过号' });
    const cancelled = await firstAppointment('demo-qian-yulan');
    const refused = await hospital.appointment.issueTicket({ key: 'key-4', appointmentId: cancelled }, context);
    expect(refused).toMatchObject({ ok: false, reason: 'rule-violated', message: '这个预约已经取消' });
    const unknown = await hospital.appointment.issueTicket({ key: 'key-5', appointmentId: 'none' }, context);
    expect(unknown).toMatchObject({ ok: false, reason: 'not-found' });
  });

  test('a refused key leaves nothing behind and may be used when the rule is kept', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    const arrive = { key: 'key-arrive', appointmentId, areaId: 'cardiology-3f' };
    expect((await hospital.appointment.checkIn(arrive, context)).ok).toBe(false);
    expect(expectDone(await hospital.transaction.query('key-arrive', context))).toEqual({ state: 'not-found' });
    expectDone(await hospital.appointment.issueTicket({ key: 'key-take', appointmentId }, context));
    expect((await hospital.appointment.checkIn(arrive, context)).ok).toBe(true);
  });

  test('fifty terminals that want the same appointment at once: one gets it', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        hospital.appointment.issueTicket({ key: `key-race-${index}`, appointmentId }, context),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test('is still so after the hospital was started again', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    expectDone(await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId }, context));
    await hospital.close();
    hospital = await open();
    const known = expectDone(await hospital.transaction.query('key-take-1', context));
    expect(known).toEqual({ state: 'committed', hisRef: appointmentId });
    expect((await appointmentsOf('demo-zhang-jianming'))[0]?.appointment.status).toBe('checked-in');
  });
});

describe('reports of tests', () => {
  const since = '2026-11-23T00:52:00.000Z';

  async function arrived(patientId: string): Promise<string> {
    const appointmentId = await firstAppointment(patientId);
    expectDone(await hospital.appointment.issueTicket({ key: `take-${patientId}`, appointmentId }, context));
    const arrive = { key: `arrive-${patientId}`, appointmentId, areaId: 'cardiology-3f' };
    expectDone(await hospital.appointment.checkIn(arrive, context));
    return appointmentId;
  }

  test('become ready one after the other, are told once each, and are all there in the end', async () => {
    const appointmentId = await arrived('demo-zhang-jianming');
    const awaited = [{ appointmentId, since, awaited: 3 }];
    expect(expectDone(await hospital.reports.list(awaited, context))).toEqual([
      { appointmentId, ready: 0, awaited: 3 },
    ]);
    const told: unknown[] = [];
    const stop = hospital.reports.follow(awaited, (said) => told.push(...said));
    for (let passed = 0; passed < 10; passed += 1) {
      clock.advance(60_000);
      hospital.workLaboratory();
      hospital.workLaboratory();
    }
    expect(told).toEqual([1, 2, 3].map((ready) => ({ appointmentId, ready, awaited: 3 })));
    expect(expectDone(await hospital.reports.list(awaited, context))).toEqual([
      { appointmentId, ready: 3, awaited: 3 },
    ]);
    stop();
    const later = [{ appointmentId, since: new Date(clock.now()).toISOString(), awaited: 1 }];
    expect(expectDone(await hospital.reports.list(later, context))).toEqual([{ appointmentId, ready: 0, awaited: 1 }]);
  });

  test('that became ready while nobody could be told are told afterwards', async () => {
    const appointmentId = await arrived('demo-zhang-jianming');
    const told: unknown[] = [];
    hospital.reports.follow([{ appointmentId, since, awaited: 2 }], (said) => told.push(...said));
    hospital.behave({ answers: 'unavailable' });
    clock.advance(600_000);
    hospital.workLaboratory();
    expect(told).toEqual([]);
    hospital.behave({ answers: 'well' });
    hospital.workLaboratory();
    expect(told).toEqual([{ appointmentId, ready: 2, awaited: 2 }]);
  });

  test('are none of who is unknown, has not arrived, or of whom the desk did not say how many', async () => {
    const appointmentId = await arrived('demo-zhang-jianming');
    const booked = await firstAppointment('demo-shan-lei');
    const awaited = [
      { appointmentId, since, awaited: null },
      { appointmentId: booked, since, awaited: 2 },
      { appointmentId: 'none', since, awaited: 2 },
    ];
    clock.advance(600_000);
    expect(expectDone(await hospital.reports.list(awaited, context))).toEqual([]);
  });
});

describe('a hospital in trouble', () => {
  test('refuses every call, and does nothing of what was asked', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    hospital.behave({ answers: 'unavailable' });
    const refused = await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId }, context);
    expect(refused).toMatchObject({ ok: false, reason: 'unavailable' });
    hospital.behave({ answers: 'well' });
    expect(expectDone(await hospital.transaction.query('key-take-1', context))).toEqual({ state: 'not-found' });
  });

  test('that loses its reply has done what was asked, and says so when asked by the key', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    hospital.behave({ answers: 'loses-replies' });
    const lost = await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId }, context);
    expect(lost).toMatchObject({ ok: false, reason: 'unknown-outcome' });
    const state = expectDone(await hospital.transaction.query('key-take-1', context));
    expect(state).toEqual({ state: 'committed', hisRef: appointmentId });
  });

  test('that is slow says "pending" of what is still on its way', async () => {
    const appointmentId = await firstAppointment('demo-zhang-jianming');
    hospital.behave({ delayMilliseconds: 300 });
    const slow = hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId }, context);
    hospital.behave({ delayMilliseconds: 0 });
    expect(expectDone(await hospital.transaction.query('key-take-1', context))).toEqual({ state: 'pending' });
    expect((await slow).ok).toBe(true);
  });

  test('that is closed is unavailable', async () => {
    await hospital.close();
    expect(await hospital.directory.list(context)).toMatchObject({ ok: false, reason: 'unavailable' });
  });
});
