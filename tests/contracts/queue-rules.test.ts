import type { QueueSettings, Site } from '@lobby/config';
import type { OpenHub } from '@lobby/hub/open.ts';
import { describe, expect, test } from 'vitest';
import {
  checkInWithCard,
  demoSite,
  newKey,
  openTestHub,
  presentCard,
  sitDown,
  testDatabases,
  testPlace,
} from '../support/test-hub.ts';

const desk = 'D-card-3';
const minute = 60_000;

/** The demo site with rules of its own for cardiology. */
function siteWith(policy: QueueSettings): Site {
  const site = demoSite();
  const areas = site.areas.map((area) => ({
    ...area,
    queues: area.queues.map((queue) => (queue.id === 'cardiology' ? { ...queue, policy } : queue)),
  }));
  return { ...site, areas };
}

async function checkIn(hub: OpenHub, card: string): Promise<void> {
  const reply = await checkInWithCard(hub, card);
  if (!reply.ok) throw new Error(`${card}: ${reply.reason}`);
}

/** The next one is called and does not come. */
async function callAndMiss(hub: OpenHub, token: string): Promise<void> {
  const called = await hub.desks.act(desk, token, { key: newKey(), action: 'next' });
  const serving = called.view?.serving;
  const { ticketId = '', version = 0 } = serving ?? {};
  const missed = await hub.desks.act(desk, token, { key: newKey(), action: 'missed', ticketId, version });
  if (!missed.ok) throw new Error(`not missed: ${missed.reason}`);
}

describe.each(testDatabases)('rules of a queue on %s', (kind) => {
  test('whoever missed the last call that the policy allows is sent to staff', async () => {
    const site = siteWith({ missed: { places: [{ rule: 'void' }] } });
    const { hub, clock } = await openTestHub(await testPlace(kind), { site });
    await checkIn(hub, 'zhang-jianming');
    await callAndMiss(hub, await sitDown(hub, desk, '1001'));
    clock.advance(minute);
    const access = await presentCard(hub, 'zhang-jianming');
    const agenda = await hub.visits.agenda(access);
    const step = agenda.ok ? [agenda.agenda.next, ...agenda.agenda.rest].find((one) => one?.ticket !== null) : null;
    expect(step).toMatchObject({ state: 'void', ticket: { state: 'missed' } });
    const again = await hub.visits.checkIn(access, { key: newKey(), stepId: step?.stepId ?? '' });
    expect(again).toEqual({ ok: false, reason: 'number-void', opensAt: null });
  });

  test('an age that the policy names is proven at check-in, and the desk reads why that patient is next', async () => {
    const name = { zh: '六十岁以上', en: 'aged 60 and over' };
    const proof = { rule: 'age', from: 60 } as const;
    const elder = { code: 'elder', name, level: 1, rule: { rule: 'top' }, emergency: false, proof } as const;
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: siteWith({ priority: [elder] }) });
    for (const card of ['zhang-jianming', 'wang-xiuying', 'shan-lei', 'ma-ming']) await checkInWithCard(hub, card);
    const rows = await tables.selectFrom('ticket').select(['label', 'class', 'birth_year']).execute();
    const isOld = (year: number | null): boolean => year !== null && 2026 - year >= 60;
    expect(rows.map((row) => row.class)).toEqual(rows.map(({ birth_year }) => (isOld(birth_year) ? 'elder' : null)));
    const firstOld = rows.find((row) => row.class === 'elder');
    const view = await hub.desks.view(desk);
    expect(view?.waiting[0]).toMatchObject({ label: firstOld?.label, reason: { zh: '六十岁以上，最先' } });
  });

  test('numbers follow the registration where the policy says so, and nobody gets one twice', async () => {
    const site = siteWith({ numbering: { by: 'registration', restarts: 'day' } });
    const { hub, sandbox, tables } = await openTestHub(await testPlace(kind), { site });
    const crowd = (await sandbox.crowd()).filter((member) => member.clinic === 'CARD');
    await Promise.all(crowd.map((member) => hub.visits.checkInFromElsewhere(member)));
    const rows = await tables.selectFrom('ticket').select(['number', 'registered_no']).execute();
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length);
    const given = rows.filter((row) => row.registered_no !== null);
    expect(given.length).toBeGreaterThan(0);
    const seen = new Set<number | null>();
    for (const { number, registered_no } of given) {
      if (!seen.has(registered_no)) expect(rows.map((row) => row.number)).toContain(registered_no);
      seen.add(registered_no);
      expect(number).toBeGreaterThan(0);
    }
  });
});
