import { fileURLToPath } from 'node:url';
import { loadSite } from '@lobby/config';
import { FixedClock } from '@lobby/hub/clock.ts';
import { openSandbox, type Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import type { CallContext } from '@lobby/hub/hospital/port.ts';
import { afterEach, describe, expect, test } from 'vitest';

const demo = loadSite(fileURLToPath(new URL('../../config/sites/demo', import.meta.url)));
const context: CallContext = { terminalId: 'K01', operatorId: null, traceId: 'trace', locale: 'zh-CN' };
const minute = 60_000;

const ready = {
  'demo-zhang-jianming': 1,
  'demo-wang-xiuying': 2,
  'demo-ouyang-jing': 1,
  'demo-chen-jiaxin': 1,
  'demo-claire-martin': 1,
  'demo-li-yu': 1,
  'demo-zhou-nan': 1,
  'demo-shan-lei': 1,
  'demo-huang-meiling': 1,
  'demo-he-yutong': 1,
  'demo-ma-ming': 1,
} as const;

let hospital: Sandbox;
let clock: FixedClock;
afterEach(() => hospital.close());

async function openAt(timeZone: string, at: Temporal.PlainDateTime): Promise<void> {
  clock = new FixedClock(at.toZonedDateTime(timeZone).epochMilliseconds);
  hospital = await openSandbox({ file: ':memory:', site: { ...demo, timeZone }, clock });
}

interface Booked {
  readonly id: string;
  readonly status: string;
  readonly start: number;
  readonly end: number;
}

async function allOf(patientId: string): Promise<Booked[]> {
  const query = { patientId, from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  const result = await hospital.appointment.list(query, context);
  if (!result.ok) throw new Error(result.message);
  return result.value.map(({ appointment: { id, status, start, end } }) => {
    return { id: id ?? '', status, start: Date.parse(start ?? ''), end: Date.parse(end ?? '') };
  });
}

async function bookedOf(patientId: string): Promise<Booked[]> {
  return (await allOf(patientId)).filter((one) => one.status === 'booked');
}

const opens = (one: Booked): number => one.start - demo.checkIn.opensMinutesBefore * minute;
const lateFrom = (one: Booked): number => one.end + demo.checkIn.graceMinutes * minute;
const closes = (one: Booked): number => one.end + demo.checkIn.closesMinutesAfter * minute;

async function expectStories(): Promise<void> {
  const now = clock.now();
  for (const [patient, count] of Object.entries(ready)) {
    const booked = await bookedOf(patient);
    expect(booked, patient).toHaveLength(count);
    for (const one of booked) expect(opens(one) <= now && now < lateFrom(one), patient).toBe(true);
  }
  const [early] = await bookedOf('demo-sun-xiaofeng');
  const [late] = await bookedOf('demo-zhao-lihua');
  const [tooLate] = await bookedOf('demo-wu-guoqiang');
  if (early === undefined || late === undefined || tooLate === undefined) throw new Error('a story is missing');
  expect(opens(early)).toBeGreaterThan(now + 60 * minute);
  expect(lateFrom(late) < now && now < closes(late)).toBe(true);
  expect(closes(tooLate)).toBeLessThan(now);
  expect(await allOf('demo-zheng-xiaoyan')).toEqual([]);
}

const hours = ['00:05', '05:59', '06:00', '11:58', '12:00', '17:59', '23:50'];
const days = [
  ['Asia/Shanghai', '2026-11-23'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
] as const;

describe.each(days)('in %s on %s', (zone, date) => {
  test.each(hours)(
    'at %s every demo patient stands in the story of the card, and a crowd may check in',
    async (hour) => {
      await openAt(zone, Temporal.PlainDateTime.from(`${date}T${hour}`));
      await expectStories();
      const crowd = await hospital.crowd();
      const clinics = new Set(crowd.map((member) => member.clinic));
      expect(clinics.size).toBe(30);
      expect(crowd.filter((member) => member.clinic === 'CARD').length).toBeGreaterThanOrEqual(6);
    },
  );
});

test('a hospital that runs for two days never loses a story, quarter of an hour after quarter of an hour', async () => {
  await openAt('Asia/Shanghai', Temporal.PlainDateTime.from('2026-11-23T05:40'));
  for (let step = 0; step < 2 * 24 * 4; step++) {
    clock.advance(15 * minute);
    await expectStories();
  }
});

test('an appointment that drifted is moved with a new version and keeps its id', async () => {
  await openAt('Asia/Shanghai', Temporal.PlainDateTime.from('2026-11-23T08:00'));
  const [before] = await bookedOf('demo-zhang-jianming');
  clock.advance(60 * minute);
  const [after] = await bookedOf('demo-zhang-jianming');
  expect(after?.id).toBe(before?.id);
  expect(after?.start).toBeGreaterThan(before?.start ?? Number.NaN);
});

test('who has taken a number is left alone, and has a new appointment in the next clinic session', async () => {
  await openAt('Asia/Shanghai', Temporal.PlainDateTime.from('2026-11-23T11:00'));
  const [before] = await bookedOf('demo-zhang-jianming');
  const taken = await hospital.appointment.issueTicket({ key: 'key-take-1', appointmentId: before?.id ?? '' }, context);
  expect(taken.ok).toBe(true);
  clock.advance(50 * minute);
  expect(await allOf('demo-zhang-jianming')).toEqual([{ ...before, status: 'checked-in' }]);
  clock.advance(20 * minute);
  expect((await allOf('demo-zhang-jianming')).map((one) => one.status)).toEqual(['checked-in', 'booked']);
});

test('a crowd that checks in is gone from the crowd, and its history does not grow for ever', async () => {
  await openAt('Asia/Shanghai', Temporal.PlainDateTime.from('2026-11-23T09:00'));
  const [member] = await hospital.crowd();
  if (member === undefined) throw new Error('there is no crowd');
  await hospital.appointment.issueTicket({ key: 'key-crowd-1', appointmentId: member.appointmentId }, context);
  expect((await hospital.crowd()).map((one) => one.appointmentId)).not.toContain(member.appointmentId);
  const sizes: number[] = [];
  for (let day = 0; day < 10; day++) {
    clock.advance(24 * 60 * minute);
    hospital.refresh();
    sizes.push((await allOf('demo-zhang-jianming')).length + (await allOf(member.patientId)).length);
  }
  const later = sizes.slice(5);
  expect(Math.max(...later)).toBeLessThan(60);
  expect((await allOf(member.patientId)).map((one) => one.id)).not.toContain(member.appointmentId);
});

test('a smaller site without the clinics of the demo has its patients and its crowd as well', async () => {
  const [first] = demo.areas;
  if (first === undefined) throw new Error('the demo site has areas');
  clock = new FixedClock('2026-11-23T03:00:00+08:00');
  const site = { ...demo, areas: [first], desks: [], screens: [], demo: undefined };
  hospital = await openSandbox({ file: ':memory:', site, clock });
  await expectStories();
  expect(new Set((await hospital.crowd()).map((member) => member.clinic)).size).toBe(first.queues.length);
});
