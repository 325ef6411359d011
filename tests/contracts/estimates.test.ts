import { describe, expect, test } from 'vitest';
import type { Site } from '@lobby/config';
import type { AgendaReply, DeskAction, DeskView, Step } from '@lobby/hub/contract';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { fillQueue } from '../support/fill-queue.ts';
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

/** The demo hospital with rules of its own in cardiology. */
function siteWith(policy: NonNullable<Site['areas'][number]['policy']>): Site {
  const site = demoSite();
  return { ...site, areas: site.areas.map((area) => (area.id === 'cardiology-3f' ? { ...area, policy } : area)) };
}

type Wish<Action> = Action extends DeskAction ? Omit<Action, 'key'> : never;

async function press(hub: OpenHub, token: string, wish: Wish<DeskAction>): Promise<DeskView> {
  const reply = await hub.desks.act(desk, token, { key: newKey(), ...wish });
  if (!reply.ok) throw new Error(`${wish.action} was refused: ${reply.reason}`);
  return reply.view;
}

function served(view: DeskView): { readonly ticketId: string; readonly version: number } {
  if (view.serving === null) throw new Error('nobody is served');
  return { ticketId: view.serving.ticketId, version: view.serving.version };
}

async function stepOf(hub: OpenHub, access: VisitAccess): Promise<Step> {
  const reply: AgendaReply = await hub.visits.agenda(access);
  const step = reply.ok
    ? [reply.agenda.next, ...reply.agenda.rest].find((one) => one?.clinic.en === 'Cardiology')
    : null;
  if (step === null || step === undefined) throw new Error('nothing to do in cardiology');
  return step;
}

/** The rows of the report in which somebody was told something. */
async function toldIn(hub: OpenHub) {
  return (await hub.estimates.report()).filter(({ told }) => told > 0);
}

describe.each(testDatabases)('what patients are told of their wait, on %s', (kind) => {
  test('a range when they check in, judged when the call comes, and reported by queue and day', async () => {
    const { hub, clock, tables } = await openTestHub(await testPlace(kind));
    const token = await sitDown(hub, desk, '1001');
    const first = await checkInWithCard(hub, 'zhang-jianming');
    expect(first).toMatchObject({
      ok: true,
      ticket: { wait: { ahead: 0, expected: { fromMinutes: 0, toMinutes: 5 } } },
    });
    const second = await checkInWithCard(hub, 'wang-xiuying');
    expect(second).toMatchObject({ ok: true, ticket: { wait: { ahead: 1, clinic: 'open' } } });
    expect(await hub.estimates.report()).toMatchObject(
      [...hub.site.areas]
        .flatMap(({ queues }) => queues.map(({ id }) => id))
        .sort()
        .map((queueId) => ({ businessDate: '2026-11-23', queueId, told: queueId === 'cardiology' ? 2 : 0 })),
    );
    expect(await toldIn(hub)).toMatchObject([{ queue: { en: 'Cardiology' }, told: 2, inside: 0, later: 0 }]);
    clock.advance(2 * minute);
    await press(hub, token, { action: 'next' });
    clock.advance(60 * minute);
    const called = await press(hub, token, { action: 'next' });
    expect(await toldIn(hub)).toMatchObject([{ told: 2, withoutTime: 0, sooner: 0, inside: 1, later: 1 }]);
    await press(hub, token, { action: 'undo-call', callId: called.lastCall?.callId ?? '' });
    expect(await toldIn(hub)).toMatchObject([{ told: 2, inside: 1, later: 0 }]);
    const rows = await tables.selectFrom('wait_estimate').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/王|张|masked|patient/);
  });

  test('more desks make it shorter, a desk that pauses or stops makes it unknown and says why', async () => {
    const site = siteWith({ appointments: { rule: 'by-check-in' } });
    const { hub, tables, clock } = await openTestHub(await testPlace(kind), { site });
    await fillQueue({ tables, kind, site, clock }, 'cardiology', 8);
    const token = await sitDown(hub, desk, '1001');
    const access = await presentCard(hub, 'zhang-jianming');
    const alone = (await stepOf(hub, access)).joining?.expected;
    const other = await sitDown(hub, 'D-card-1', '1002');
    const both = (await stepOf(hub, access)).joining?.expected;
    expect(both?.toMinutes).toBeLessThan(alone?.toMinutes ?? 0);
    await hub.desks.logout('D-card-1', other);
    await press(hub, token, { action: 'pause', reason: 'meal' });
    expect((await stepOf(hub, access)).joining).toMatchObject({ clinic: 'open' });
    for (const deskId of ['D-card-1', 'D-card-2']) {
      const login = await sitDown(hub, deskId, '1002');
      const paused = { action: 'pause', reason: 'meal', key: newKey() } as const;
      expect(await hub.desks.act(deskId, login, paused)).toMatchObject({ ok: true });
    }
    expect((await stepOf(hub, access)).joining).toMatchObject({
      clinic: 'paused',
      expected: null,
      reason: { zh: '用餐' },
    });
  });

  test('on the lobby overview, for whoever would check in now', async () => {
    const { hub, tables, clock } = await openTestHub(await testPlace(kind));
    const lobby = hub.site.screens.find((screen) => screen.kind === 'lobby');
    if (lobby === undefined) throw new Error('the demo has a lobby screen');
    await fillQueue({ tables, kind, site: hub.site, clock }, 'cardiology', 30);
    await sitDown(hub, desk, '1001');
    const board = await hub.boards.ofScreen(lobby.id);
    const expected = board?.clinics.find(({ queueId }) => queueId === 'cardiology')?.expected;
    expect(expected?.fromMinutes).toBeGreaterThan(60);
  });

  test.each([
    ['after two others', { rule: 'after', others: 2 }, 2],
    ['last of the half day', { rule: 'end-of-session' }, 5],
    ['like everybody else, by its slot', { rule: 'as-normal' }, undefined],
  ] as const)('a missed patient is told to come %s, and stands there after one tap', async (_, place, ahead) => {
    const site = siteWith({ missed: { places: [place] } });
    const { hub, tables, clock } = await openTestHub(await testPlace(kind), { site });
    const token = await sitDown(hub, desk, '1001');
    await checkInWithCard(hub, 'zhang-jianming');
    const view = await press(hub, token, { action: 'next' });
    await press(hub, token, { action: 'missed', ...served(view) });
    await fillQueue({ tables, kind, site, clock }, 'cardiology', 5);
    clock.advance(minute);
    const access = await presentCard(hub, 'zhang-jianming');
    const step = await stepOf(hub, access);
    expect(step).toMatchObject({ state: 'ready', ticket: { state: 'missed' }, joining: { place } });
    if (ahead !== undefined) expect(step.joining?.ahead).toBe(ahead);
    const joined = await hub.visits.checkIn(access, { key: newKey(), stepId: step.stepId });
    expect(joined).toMatchObject({ ok: true, already: false, ticket: { lane: 'missed', label: step.ticket?.label } });
    expect(joined.ok && joined.ticket.wait).toEqual({
      ahead: step.joining?.ahead,
      expected: step.joining?.expected,
      clinic: 'open',
      reason: null,
    });
    expect(await toldIn(hub)).toMatchObject([{ told: 2 }]);
  });

  test('a number that was missed too often is void: its patient is sent to the desk, and no tap changes that', async () => {
    const site = siteWith({ missed: { places: [{ rule: 'as-normal' }, { rule: 'void' }] } });
    const { hub } = await openTestHub(await testPlace(kind), { site });
    const token = await sitDown(hub, desk, '1001');
    const access = await presentCard(hub, 'zhang-jianming');
    for (const state of ['ready', 'void']) {
      await hub.visits.checkIn(access, { key: newKey(), stepId: (await stepOf(hub, access)).stepId });
      const view = await press(hub, token, { action: 'next' });
      await press(hub, token, { action: 'missed', ...served(view) });
      expect((await stepOf(hub, access)).state).toBe(state);
    }
    const { stepId } = await stepOf(hub, access);
    const refused = await hub.visits.checkIn(access, { key: newKey(), stepId });
    expect(refused).toEqual({ ok: false, reason: 'number-void', opensAt: null });
  });

  test('back from tests a patient is told which reports are missing, and may come back as a return all the same', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const token = await sitDown(hub, desk, '1001');
    await checkInWithCard(hub, 'zhang-jianming');
    const view = await press(hub, token, { action: 'next' });
    await press(hub, token, { action: 'to-tests', reports: 3, ...served(view) });
    const access = await presentCard(hub, 'zhang-jianming');
    const step = await stepOf(hub, access);
    expect(step).toMatchObject({
      state: 'ready',
      ticket: { state: 'at-tests', reports: { ready: 0, awaited: 3 } },
      joining: { place: { lane: 'return', rule: 'in-turn' }, ahead: 0 },
    });
    const joined = await hub.visits.checkIn(access, { key: newKey(), stepId: step.stepId });
    expect(joined).toMatchObject({ ok: true, ticket: { lane: 'return', state: 'waiting' } });
  });

  test('on a phone by the code on the slip: the ticket, how long, then where to go, and nothing after the day', async () => {
    const site = { ...demoSite(), address: 'https://lobby.hospital.example/' };
    const { hub, clock } = await openTestHub(await testPlace(kind), { site });
    const token = await sitDown(hub, desk, '1001');
    await checkInWithCard(hub, 'zhang-jianming');
    const access = await presentCard(hub, 'wang-xiuying');
    const { stepId } = await stepOf(hub, access);
    const joined = await hub.visits.checkIn(access, { key: newKey(), stepId });
    const ticketId = joined.ok ? joined.ticket.ticketId : '';
    const slip = await hub.visits.slip(access, ticketId, { language: 'zh', profile: 'default' });
    expect(slip.ok && slip.slip.qr).toBe(`https://lobby.hospital.example/t/${ticketId}`);
    const waiting = await hub.ticketPages.page(ticketId);
    expect(waiting).toMatchObject({
      state: 'waiting',
      queue: { en: 'Cardiology' },
      wait: { ahead: 1 },
      calledAt: null,
    });
    expect(JSON.stringify(waiting)).not.toMatch(/王|李文|patient|appointment/i);
    await press(hub, token, { action: 'next' });
    await press(hub, token, { action: 'next' });
    expect(await hub.ticketPages.page(ticketId)).toMatchObject({
      state: 'called',
      place: { en: 'Room 3' },
      wait: null,
    });
    expect(await hub.ticketPages.page(newKey())).toBeUndefined();
    clock.set(Date.parse(waiting?.until ?? ''));
    expect(await hub.ticketPages.page(ticketId)).toBeUndefined();
  });
});
