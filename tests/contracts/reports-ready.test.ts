import type { HospitalPort } from '@lobby/hub/hospital/port.ts';
import type { AwaitedReports, ReportsListener } from '@lobby/hub/hospital/reports.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { describe, expect, test } from 'vitest';
import { actingSite, deskOf, refOf, type ActingDesk } from '../support/acting-desk.ts';
import { checkInWithCard, openTestHub, presentCard, testDatabases, testPlace, until } from '../support/test-hub.ts';

const card = 'zhang-jianming';

/** Zhang Jianming has checked in, was called, and is sent for tests. */
async function sentForTests(hub: OpenHub, reports: number): Promise<ActingDesk> {
  expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true });
  const doctor = await deskOf(hub, 'D-card-3', '1001');
  const { serving } = await doctor.done({ action: 'next', serving: null });
  await doctor.done({ action: 'to-tests', ...refOf(serving), reports });
  await hub.reports.catchUp();
  return doctor;
}

async function reportsAtTerminal(hub: OpenHub): Promise<unknown> {
  const agenda = await hub.visits.agenda(await presentCard(hub, card));
  if (!agenda.ok) throw new Error(agenda.reason);
  return agenda.agenda.next?.ticket?.reports;
}

const reportsAtDesk = async (doctor: ActingDesk): Promise<unknown> => (await doctor.view()).atTests[0]?.reports;

describe.each(testDatabases)('reports of whoever is at tests, on %s', (kind) => {
  test('are known at the desk and at a terminal as the hospital has them ready, though nobody says so', async () => {
    const { hub, clock, sandbox, troubles } = await openTestHub(await testPlace(kind), { site: actingSite() });
    const doctor = await sentForTests(hub, 2);
    expect(await reportsAtTerminal(hub)).toEqual({ ready: 0, awaited: 2 });
    const seen: unknown[] = [];
    for (let minute = 0; minute < 7; minute += 1) {
      clock.advance(60_000);
      sandbox.workLaboratory();
      await hub.reports.catchUp();
      seen.push(await reportsAtDesk(doctor));
    }
    expect(seen).toContainEqual({ ready: 1, awaited: 2 });
    expect(seen.at(-1)).toEqual({ ready: 2, awaited: 2 });
    expect(await reportsAtTerminal(hub)).toEqual({ ready: 2, awaited: 2 });
    expect(troubles).toEqual([]);
  });

  test('are told by the hospital itself, without being asked for', async () => {
    const asked: number[] = [];
    const { hub, clock, sandbox } = await openTestHub(await testPlace(kind), {
      site: actingSite(),
      hospital: (sandbox) => notAsked(sandbox, asked),
    });
    const doctor = await sentForTests(hub, 2);
    expect(asked.length).toBeGreaterThan(0);
    clock.advance(600_000);
    sandbox.workLaboratory();
    await until(async () => JSON.stringify(await reportsAtDesk(doctor)) === '{"ready":2,"awaited":2}', 'both reports');
  });

  test('are caught up with after the hospital was away, also of who came back before all was ready', async () => {
    const { hub, clock, sandbox } = await openTestHub(await testPlace(kind), { site: actingSite() });
    const doctor = await sentForTests(hub, 3);
    const [away] = (await doctor.view()).atTests;
    const nurse = await deskOf(hub, 'D-card-triage', '3001');
    await nurse.done({ action: 'return', ...refOf(away) });
    sandbox.behave({ answers: 'unavailable' });
    clock.advance(900_000);
    await hub.reports.catchUp();
    const waiting = async () => (await doctor.view()).waiting.find(({ label }) => label === away?.label)?.reports;
    expect(await waiting()).toEqual({ ready: 0, awaited: 3 });
    sandbox.behave({ answers: 'well' });
    await hub.reports.catchUp();
    expect(await waiting()).toEqual({ ready: 3, awaited: 3 });
  });

  test('count anew each time somebody is sent', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind), { site: actingSite() });
    const doctor = await sentForTests(hub, 1);
    clock.advance(600_000);
    await hub.reports.catchUp();
    const nurse = await deskOf(hub, 'D-card-triage', '3001');
    await nurse.done({ action: 'return', ...refOf((await doctor.view()).atTests[0]) });
    const { serving } = await doctor.done({ action: 'next', serving: null });
    expect(serving?.reports).toEqual({ ready: 1, awaited: 1 });
    await doctor.done({ action: 'to-tests', ...refOf(serving), reports: 2 });
    await hub.reports.catchUp();
    expect(await reportsAtDesk(doctor)).toEqual({ ready: 0, awaited: 2 });
  });

  test('of earlier tests that are told late are none of the next ones', async () => {
    const hand = new Hand();
    const { hub, clock } = await openTestHub(await testPlace(kind), {
      site: actingSite(),
      hospital: (sandbox) => byHand(sandbox, hand),
    });
    const doctor = await sentForTests(hub, 2);
    const late = [{ appointmentId: hand.asked.at(-1)?.[0]?.appointmentId ?? '', ready: 1, awaited: 2 }];
    const question = Promise.withResolvers<Answer>();
    hand.answer = question.promise;
    const before = hand.asked.length;
    const asking = hub.reports.catchUp();
    await until(() => hand.asked.length > before, 'the question');
    const nurse = await deskOf(hub, 'D-card-triage', '3001');
    await nurse.done({ action: 'return', ...refOf((await doctor.view()).atTests[0]) });
    const { serving } = await doctor.done({ action: 'next', serving: null });
    clock.advance(60_000);
    await doctor.done({ action: 'to-tests', ...refOf(serving), reports: 1 });
    hand.answer = nothing;
    question.resolve({ ok: true, value: late });
    await asking;
    expect(await reportsAtDesk(doctor), 'an answer').toEqual({ ready: 0, awaited: 1 });
    hand.listeners[0]?.(late);
    await hub.reports.catchUp();
    expect(await reportsAtDesk(doctor), 'a word of the hospital').toEqual({ ready: 0, awaited: 1 });
  });

  test('keep no hub that stops: a question that is under way is given up', async () => {
    const hand = new Hand();
    const site = actingSite();
    const { hub } = await openTestHub(await testPlace(kind), {
      site: { ...site, hospitalSystem: { ...site.hospitalSystem, readSeconds: 3_600 } },
      hospital: (sandbox) => byHand(sandbox, hand),
    });
    await sentForTests(hub, 2);
    const question = Promise.withResolvers<Answer>();
    hand.answer = question.promise;
    hand.closed = () => question.resolve({ ok: true, value: [] });
    const before = hand.asked.length;
    const asking = hub.reports.catchUp();
    await until(() => hand.asked.length > before, 'the question');
    await hub.close();
    await asking;
    expect(await question.promise, 'answered as the hospital was left').toEqual({ ok: true, value: [] });
  });
});

type Answer = Awaited<ReturnType<HospitalPort['reports']['list']>>;
const nothing: Promise<Answer> = Promise.resolve({ ok: true, value: [] });

/** What a hospital says of reports, and what it was asked. */
class Hand {
  readonly asked: (readonly AwaitedReports[])[] = [];
  readonly listeners: ReportsListener[] = [];
  answer = nothing;
  closed: () => void = () => undefined;
}

/** The sandbox as a hospital whose words about reports a test says; one that is under way comes though nobody listens any more. */
function byHand(sandbox: Sandbox, hand: Hand): HospitalPort {
  return {
    ...sandbox,
    reports: {
      list: (awaited) => {
        hand.asked.push(awaited);
        return hand.answer;
      },
      follow: (_, listener) => {
        hand.listeners.push(listener);
        return () => undefined;
      },
    },
    close: () => {
      hand.closed();
      return sandbox.close();
    },
  };
}

/** The sandbox as a hospital that has no answer to how many reports are ready, and tells of each. */
function notAsked(sandbox: Sandbox, asked: number[]): Sandbox {
  const list: Sandbox['reports']['list'] = async (awaited) => {
    asked.push(awaited.length);
    return { ok: true, value: [] };
  };
  return { ...sandbox, reports: { ...sandbox.reports, list } };
}
