import { hospitalSystem } from '@lobby/config/settings/hospital-system.ts';
import { expect, test } from 'vitest';
import { FixedClock } from '../clock.ts';
import type { HospitalStatus } from '../contract/index.ts';
import { guardHospital, type GuardedHospital } from './guarded-hospital.ts';
import type { CallContext, HospitalPort, HospitalResult } from './port.ts';

const context: CallContext = { terminalId: 'K01', operatorId: null, traceId: 't', locale: 'zh-CN' };
const rule = hospitalSystem.parse({
  breaker: { failures: 4, withinSeconds: 60, restSeconds: 15 },
  callsAtOnce: 2,
  callsWaiting: 1,
});

type Answer = 'answers' | 'refuses' | 'nothing' | 'throws';

/** A hospital that answers as told, behind its guard, at a time that stands still until it is moved. */
function guarded(more: Partial<typeof rule> = {}) {
  const steady = new FixedClock(0);
  const clock = new FixedClock('2026-11-23T01:15:00.000Z');
  const changes: HospitalStatus[] = [];
  const called: string[] = [];
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>();
  let answer: Answer = 'answers';
  const reply = <T>(name: string, value: T): Promise<HospitalResult<T>> => {
    called.push(name);
    if (answer === 'nothing') return new Promise(() => undefined);
    if (answer === 'throws') return Promise.reject(new Error('connection reset'));
    return Promise.resolve(
      answer === 'answers' ? { ok: true, value } : { ok: false, reason: 'unavailable', message: '' },
    );
  };
  const receipt = {
    status: 'committed',
    hisRef: 'a',
    version: '1',
    appointment: { resourceType: 'Appointment', status: 'arrived', participant: [] },
    seeNo: null,
  } as const;
  const port: HospitalPort = {
    capabilities: () => {
      throw new Error('nobody asks');
    },
    directory: { list: () => reply('directory', { clinics: [], locations: [], practitioners: [] }) },
    patient: {
      find: () => reply('find', []),
      read: () => reply('read', { resourceType: 'Patient' as const }),
      dependants: () => reply('dependants', []),
    },
    inpatient: { find: () => reply('inpatient', { resourceType: 'Patient' as const }) },
    appointment: {
      list: () => reply('list', []),
      listOfBearer: () => reply('list-of-bearer', []),
      issueTicket: () => reply('issue', { ...receipt, appointment: { ...receipt.appointment, participant: [] } }),
      checkIn: () => reply('checkIn', { ...receipt, appointment: { ...receipt.appointment, participant: [] } }),
      undoCheckIn: () => reply('undo', { ...receipt, appointment: { ...receipt.appointment, participant: [] } }),
    },
    queue: {
      list: () => reply('queue', { occurredAt: '2026-11-23T01:00:00.000Z', tickets: [] }),
      ticket: () => reply('ticket', { kind: 'ticket' as const, ticket: '1', queue: 'EYES', label: '1' }),
      follow: () => () => undefined,
    },
    reports: { list: () => reply('reports', []), follow: () => () => undefined },
    transaction: { query: () => reply('query', { state: 'not-found' as const }) },
    close: async () => undefined,
  };
  const hospital = guardHospital(port, {
    rule: { ...rule, ...more },
    clock,
    steady,
    later: (work, milliseconds) => {
      const entry = { at: steady.now() + milliseconds, work };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    random: () => 0.5,
    onChange: (status) => changes.push(status),
  });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    hospital,
    changes,
    called,
    says: (now: Answer) => void (answer = now),
    pass: async (milliseconds: number) => {
      await settle();
      steady.advance(milliseconds);
      for (const entry of [...waiting]) if (entry.at <= steady.now() && waiting.delete(entry)) entry.work();
      await settle();
    },
  };
}

const find = (hospital: GuardedHospital, value = '1') => hospital.patient.find([{ system: null, value }], context);
const checkIn = (hospital: GuardedHospital, key = 'k') =>
  hospital.appointment.checkIn({ key, appointmentId: 'a', areaId: 'z' }, context);

test('the same question at the same time is asked once', async () => {
  const { hospital, called } = guarded();
  expect(await Promise.all([find(hospital), find(hospital), find(hospital, '2')])).toHaveLength(3);
  expect(called).toEqual(['find', 'find']);
});

test('a question that got no answer is asked once more, after a short pause', async () => {
  const { hospital, called, says, pass } = guarded();
  says('refuses');
  const answer = find(hospital);
  await pass(0);
  says('answers');
  await pass(500);
  expect(await answer).toMatchObject({ ok: true });
  expect(called).toEqual(['find', 'find']);
});

test('a write is never asked for again, and one without an answer has an unknown outcome', async () => {
  const { hospital, called, says, pass } = guarded();
  says('nothing');
  const answer = checkIn(hospital);
  await pass(rule.writeSeconds * 1_000);
  expect(await answer).toMatchObject({ ok: false, reason: 'unknown-outcome' });
  expect(called).toEqual(['checkIn']);
});

test('a hospital that gives no answers is left alone, and whoever asks is told at once', async () => {
  const { hospital, called, says, changes } = guarded();
  says('throws');
  for (let call = 0; call < 4; call += 1) await checkIn(hospital).catch(() => undefined);
  expect(changes).toEqual([{ state: 'away', since: '2026-11-23T01:15:00.000Z' }]);
  expect(await find(hospital)).toMatchObject({ ok: false, reason: 'unavailable' });
  expect(await checkIn(hospital)).toMatchObject({ ok: false, reason: 'unavailable' });
  expect(called).toHaveLength(4);
});

test('queues that are followed in the background, and get no answer, take no patient the way to the hospital', async () => {
  const { hospital, called, says, changes } = guarded();
  says('refuses');
  for (let round = 0; round < 10; round += 1) await hospital.queue.list('EYES', context);
  expect(called).toHaveLength(10);
  expect(changes).toEqual([]);
  says('answers');
  expect(await find(hospital)).toMatchObject({ ok: true });
});

test('it is asked for its directory after each rest, and is back without a patient having to find out', async () => {
  const { hospital, called, says, pass } = guarded();
  says('refuses');
  for (let call = 0; call < 4; call += 1) await checkIn(hospital);
  await pass(15_000);
  expect([called.at(-1), hospital.status.state]).toEqual(['directory', 'away']);
  says('answers');
  await pass(15_000);
  expect(hospital.status.state).toBe('well');
  expect(await find(hospital)).toMatchObject({ ok: true });
});

test('a site may have its questions asked all the same, but no writes', async () => {
  const { hospital, called, says } = guarded({ whileAway: 'ask' });
  says('refuses');
  for (let call = 0; call < 4; call += 1) await checkIn(hospital);
  await find(hospital);
  await checkIn(hospital);
  expect(called.filter((name) => name === 'find')).toEqual(['find']);
  expect(called.filter((name) => name === 'checkIn')).toHaveLength(4);
});

test('calls wait for their turn, and what comes on top of a full line is refused at once', async () => {
  const { hospital, called, says } = guarded();
  says('nothing');
  void checkIn(hospital, 'a');
  void checkIn(hospital, 'b');
  void checkIn(hospital, 'c');
  expect(await checkIn(hospital, 'd')).toMatchObject({ ok: false, reason: 'unavailable' });
  expect(called).toEqual(['checkIn', 'checkIn']);
});

test('a hospital that takes long is called slow while it does, and well when it is quick again', async () => {
  const { hospital, says, pass, changes } = guarded();
  says('nothing');
  const answer = find(hospital);
  await pass(4_000);
  expect(hospital.status.state).toBe('slow');
  says('answers');
  await pass(8_000);
  await pass(500);
  expect(await answer).toMatchObject({ ok: true });
  for (let call = 0; call < 4; call += 1) await find(hospital);
  expect(hospital.status.state).toBe('well');
  expect(changes.map(({ state }) => state)).toEqual(['slow', 'well']);
});

test('a question that finds the line full leaves the one call alone that tries whether the hospital is back', async () => {
  const { hospital, called, says, pass } = guarded({ whileAway: 'ask' });
  says('refuses');
  for (let call = 0; call < 4; call += 1) await checkIn(hospital);
  says('nothing');
  await pass(15_000);
  expect(called.at(-1)).toBe('directory');
  void find(hospital, '1');
  void find(hospital, '2');
  const crowded = await find(hospital, '3');
  const left = await checkIn(hospital);
  expect([crowded, left].map((result) => !result.ok && result.message)).toEqual([
    '医院信息系统太忙，这次没有询问',
    '医院信息系统没有响应，暂时不再询问',
  ]);
});
