import type { HospitalPort } from '@lobby/hub/hospital/port.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { describe, expect, test } from 'vitest';
import { demoCard } from '../support/demo-card.ts';
import { demoSite, newKey, openTestHub, presentCard, testDatabases, testPlace } from '../support/test-hub.ts';

async function readyVisit(hub: OpenHub): Promise<{ access: VisitAccess; stepId: string }> {
  const access = await presentCard(hub, 'zhang-jianming');
  const agenda = await hub.visits.agenda(access);
  const stepId = agenda.ok ? agenda.agenda.next?.stepId : undefined;
  if (stepId === undefined) throw new Error('nothing to do');
  return { access, stepId };
}

/** The number is taken, and then the line to the hospital is cut before the answer is through. */
function cutAfterNumber(sandbox: Sandbox): HospitalPort {
  return {
    ...sandbox,
    appointment: {
      ...sandbox.appointment,
      issueTicket: async (request, context) => {
        await sandbox.appointment.issueTicket(request, context);
        sandbox.behave({ answers: 'unavailable' });
        throw new Error('connection reset');
      },
    },
  };
}

describe.each(testDatabases)('a hospital that is away, on %s', (kind) => {
  test('a card and an agenda are refused with the reason, and work again by themselves', async () => {
    const { hub, sandbox } = await openTestHub(await testPlace(kind));
    const { access } = await readyVisit(hub);
    sandbox.behave({ answers: 'unavailable' });
    const request = { key: newKey(), credential: demoCard('wang-xiuying') };
    expect(await hub.visits.open('K01', request)).toEqual({ ok: false, reason: 'hospital-unavailable' });
    expect(await hub.visits.agenda(access)).toEqual({ ok: false, reason: 'hospital-unavailable' });
    sandbox.behave({ answers: 'well' });
    expect(await hub.visits.agenda(access)).toMatchObject({ ok: true });
    expect(await hub.visits.open('K01', request)).toMatchObject({ ok: true });
  });

  test('a check-in may be tried again with the same key once the hospital is back', async () => {
    const { hub, sandbox, tables } = await openTestHub(await testPlace(kind));
    const { access, stepId } = await readyVisit(hub);
    const request = { key: newKey(), stepId };
    sandbox.behave({ answers: 'unavailable' });
    expect(await hub.visits.checkIn(access, request)).toMatchObject({ ok: false, reason: 'hospital-unavailable' });
    expect(await tables.selectFrom('ticket').select('id').execute()).toEqual([]);
    sandbox.behave({ answers: 'well' });
    expect(await hub.visits.checkIn(access, request)).toMatchObject({
      ok: true,
      already: false,
      ticket: { label: 'A001' },
    });
  });

  test('an answer that is lost on the way is asked for, and the patient notices nothing', async () => {
    const { hub, sandbox, tables } = await openTestHub(await testPlace(kind));
    const { access, stepId } = await readyVisit(hub);
    sandbox.behave({ answers: 'loses-replies' });
    const reply = await hub.visits.checkIn(access, { key: newKey(), stepId });
    expect(reply).toMatchObject({ ok: true, already: false, ticket: { label: 'A001' } });
    expect(await tables.selectFrom('ticket').select('id').execute()).toHaveLength(1);
  });

  test('an outcome that cannot be asked for is told as unknown, and the same key finds it later', async () => {
    const { hub, sandbox, tables } = await openTestHub(await testPlace(kind), { hospital: cutAfterNumber });
    const { access, stepId } = await readyVisit(hub);
    const request = { key: newKey(), stepId };
    expect(await hub.visits.checkIn(access, request)).toMatchObject({ ok: false, reason: 'outcome-unknown' });
    expect(await hub.visits.checkIn(access, request)).toMatchObject({ ok: false, reason: 'hospital-unavailable' });
    sandbox.behave({ answers: 'well' });
    expect(await hub.visits.checkIn(access, request)).toMatchObject({ ok: true, ticket: { label: 'A001' } });
    expect(await tables.selectFrom('ticket').select('id').execute()).toHaveLength(1);
  });

  test('an outcome that nobody asks for again is found out by the hub itself', async () => {
    const { hub, sandbox, tables, clock } = await openTestHub(await testPlace(kind), { hospital: cutAfterNumber });
    const { access, stepId } = await readyVisit(hub);
    expect(await hub.visits.checkIn(access, { key: newKey(), stepId })).toMatchObject({ reason: 'outcome-unknown' });
    await hub.visits.end(access, 'card-removed');
    clock.advance(3 * 60_000);
    await hub.tidy();
    expect(await tables.selectFrom('ticket').select('id').execute()).toEqual([]);
    sandbox.behave({ answers: 'well' });
    await hub.tidy();
    const tickets = await tables.selectFrom('ticket').select(['label', 'state']).execute();
    expect(tickets.map((ticket) => ({ ...ticket }))).toEqual([{ label: 'A001', state: 'waiting' }]);
  });

  test('a check-in left open for a queue that the site has closed is given up, and the hub starts', async () => {
    const place = await testPlace(kind);
    const before = await openTestHub(place, { hospital: cutAfterNumber });
    const { access, stepId } = await readyVisit(before.hub);
    await before.hub.visits.checkIn(access, { key: newKey(), stepId });
    await before.hub.close();
    const site = demoSite();
    const areas = site.areas.map((area) => ({
      ...area,
      queues: area.queues.filter(({ id }) => id !== 'cardiology'),
    }));
    const { hub, clock, tables, troubles } = await openTestHub(place, { site: { ...site, areas } });
    clock.advance(3 * 60_000);
    await hub.tidy();
    expect(troubles).toHaveLength(1);
    const intents = await tables.selectFrom('check_in_intent').select(['state', 'plan']).execute();
    expect(intents.map((row) => ({ ...row }))).toEqual([{ state: 'abandoned', plan: '{}' }]);
  });

  test('a hospital that has given the patient a number elsewhere is believed', async () => {
    const { hub, sandbox } = await openTestHub(await testPlace(kind));
    const { access, stepId } = await readyVisit(hub);
    const context = { terminalId: null, operatorId: null, traceId: 'app', locale: 'zh-CN' } as const;
    const issued = await sandbox.appointment.issueTicket({ key: 'the-app-1', appointmentId: stepId }, context);
    expect(issued.ok).toBe(true);
    expect(await hub.visits.checkIn(access, { key: newKey(), stepId })).toMatchObject({
      ok: true,
      ticket: { label: 'A001' },
    });
  });
});
