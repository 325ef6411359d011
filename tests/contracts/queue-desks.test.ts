import { describe, expect, test } from 'vitest';
import type { OpenHub } from '@lobby/hub/open.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import type { DeskAction, DeskReply } from '@lobby/hub/contract';
import { fillQueue } from '../support/fill-queue.ts';
import {
  checkInWithCard,
  newKey,
  openTestHub,
  presentCard,
  sitDown,
  testDatabases,
  testPlace,
} from '../support/test-hub.ts';

const [li, chen] = ['D-card-3', 'D-card-1'] as const;

async function fillCardiology(hub: OpenHub, cards: readonly string[]): Promise<string[]> {
  const labels: string[] = [];
  for (const card of cards) {
    const reply = await checkInWithCard(hub, card);
    if (!reply.ok) throw new Error(`${card}: ${reply.reason}`);
    labels.push(reply.ticket.label);
  }
  return labels;
}

function press(
  hub: OpenHub,
  desk: { readonly id: string; readonly token: string | undefined },
  action: Pressed,
): Promise<DeskReply> {
  return hub.desks.act(desk.id, desk.token, { key: newKey(), ...action });
}

type Pressed =
  | { readonly action: 'next' }
  | { readonly action: 'recall' | 'missed' | 'finish'; readonly ticketId: string; readonly version: number };

/** The ticket that a desk serves, as it sees it. */
function servedIn(reply: DeskReply): { readonly ticketId: string; readonly version: number } {
  const serving = reply.view?.serving;
  return { ticketId: serving?.ticketId ?? '', version: serving?.version ?? 0 };
}

async function deskOf(hub: OpenHub, id: string, workNo: string): Promise<{ id: string; token: string }> {
  return { id, token: await sitDown(hub, id, workNo) };
}

/** Patients of the background, as many as may check in now, into the queue of cardiology whatever their clinic. */
async function checkInCrowd(hub: OpenHub, sandbox: Sandbox): Promise<number> {
  const crowd = (await sandbox.crowd()).filter((member) => member.clinic === 'CARD');
  const replies = await Promise.all(crowd.map((member) => hub.visits.checkInFromElsewhere(member)));
  return replies.filter((reply) => reply.ok).length;
}

describe.each(testDatabases)('desks on %s', (kind) => {
  test('the next patient is called to the room, and the one before is finished', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const [first, second] = await fillCardiology(hub, ['zhang-jianming', 'wang-xiuying']);
    const desk = await deskOf(hub, li, '1001');
    const called = await press(hub, desk, { action: 'next' });
    expect(called).toMatchObject({ ok: true, view: { serving: { label: first, times: 1, shown: [] }, seenToday: 0 } });
    const board = await hub.boards.board('cardiology-3f');
    expect(board?.calls).toMatchObject([{ label: first, who: '张*明', room: { id: 'card-3' }, times: 1 }]);
    expect(board?.rooms.find(({ room }) => room.id === 'card-3')).toMatchObject({
      serving: first,
      practitioner: { zh: '李文' },
      prepare: [second],
      waiting: 1,
    });
    const next = await press(hub, desk, { action: 'next' });
    expect(next).toMatchObject({ ok: true, view: { serving: { label: second }, seenToday: 1, waiting: [] } });
  });

  test('a call is shown, acknowledged once by each screen, and seen by the desk', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    await fillCardiology(hub, ['zhang-jianming']);
    const desk = await deskOf(hub, li, '1001');
    const called = await press(hub, desk, { action: 'next' });
    const callId = called.view?.serving?.callId ?? '';
    await hub.boards.shown('S-card', callId);
    await hub.boards.shown('S-card', callId);
    await hub.boards.shown('S-card', 'no-such-call');
    const elsewhere =
      hub.site.screens.find((screen) => screen.kind === 'area' && screen.area !== 'cardiology-3f')?.id ?? '';
    await hub.boards.shown(elsewhere, callId);
    const view = await hub.desks.view(li);
    expect(view?.serving?.shown.map(({ screenId }) => screenId)).toEqual(['S-card']);
    const shown = (await hub.feed.after(0, 500)) as readonly { readonly type: string }[];
    expect(shown.filter(({ type }) => type === 'call.shown')).toHaveLength(1);
  });

  test('a recall is a new call of the same ticket and leads the board', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind));
    await fillCardiology(hub, ['zhang-jianming']);
    const desk = await deskOf(hub, li, '1001');
    const called = await press(hub, desk, { action: 'next' });
    const first = called.view?.serving;
    clock.advance(30_000);
    const again = await press(hub, desk, { action: 'recall', ...servedIn(called) });
    expect(again).toMatchObject({ ok: true, view: { serving: { label: first?.label, times: 2 } } });
    expect(again.view?.serving?.callId).not.toBe(first?.callId);
    const board = await hub.boards.board('cardiology-3f');
    expect(board?.calls).toMatchObject([{ label: first?.label, times: 2 }]);
  });

  test('who missed the call checks in again, keeps the number, and comes back between the others', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind));
    const labels = await fillCardiology(hub, ['zhang-jianming', 'wang-xiuying', 'shan-lei', 'ma-ming']);
    const desk = await deskOf(hub, li, '1001');
    const called = await press(hub, desk, { action: 'next' });
    const missed = await press(hub, desk, { action: 'missed', ...servedIn(called) });
    expect(missed).toMatchObject({ ok: true, view: { serving: null, missed: [{ label: labels[0], misses: 1 }] } });
    expect((await hub.boards.board('cardiology-3f'))?.missed).toEqual([labels[0]]);
    clock.advance(60_000);
    const access = await presentCard(hub, 'zhang-jianming');
    const agenda = await hub.visits.agenda(access);
    const next = agenda.ok ? agenda.agenda.next : null;
    expect(next).toMatchObject({ state: 'ready', ticket: { state: 'missed', label: labels[0] } });
    const back = await hub.visits.checkIn(access, { key: newKey(), stepId: next?.stepId ?? '' });
    expect(back).toMatchObject({ ok: true, already: false, ticket: { label: labels[0], lane: 'missed', ahead: 1 } });
    const view = await hub.desks.view(li);
    expect(view?.waiting.map(({ label, reason }) => [label, reason.en])).toMatchObject([
      [expect.any(String), expect.stringMatching(/^appointment \d\d:\d\d, checked in first$/)],
      [labels[0], 'missed call, placed after one other'],
      [expect.any(String), expect.any(String)],
      [expect.any(String), expect.any(String)],
    ]);
  });

  test('the same press sent twice calls one patient', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind));
    await fillCardiology(hub, ['zhang-jianming', 'wang-xiuying']);
    const desk = await deskOf(hub, li, '1001');
    const action: DeskAction = { key: newKey(), action: 'next' };
    const replies = await Promise.all([1, 2, 3].map(() => hub.desks.act(desk.id, desk.token, action)));
    expect(new Set(replies.map((reply) => reply.view?.serving?.ticketId)).size).toBe(1);
    expect(await tables.selectFrom('call').selectAll().execute()).toHaveLength(1);
  });

  test('a desk is told why nothing happened', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    await fillCardiology(hub, ['zhang-jianming', 'wang-xiuying']);
    const [one, other] = [await deskOf(hub, li, '1001'), await deskOf(hub, chen, '1002')];
    const served = servedIn(await press(hub, one, { action: 'next' }));
    expect(await press(hub, other, { action: 'finish', ...served })).toMatchObject({
      reason: 'not-your-ticket',
    });
    expect(await press(hub, one, { action: 'missed', ticketId: 'no-such-ticket', version: 1 })).toMatchObject({
      reason: 'ticket-unknown',
      said: { zh: '没有这个号。' },
    });
    await press(hub, one, { action: 'finish', ...served });
    expect(await press(hub, one, { action: 'recall', ...served })).toMatchObject({ reason: 'already-done' });
    await press(hub, one, { action: 'next' });
    const nobody = await press(hub, other, { action: 'next' });
    expect(nobody).toMatchObject({ ok: false, reason: 'nobody-waits', view: { waiting: [] } });
    expect(await press(hub, { id: li, token: undefined }, { action: 'next' })).toMatchObject({
      reason: 'not-logged-in',
    });
    expect(await press(hub, { id: chen, token: one.token }, { action: 'next' })).toMatchObject({
      reason: 'not-logged-in',
    });
    expect(await press(hub, { id: 'D-none', token: one.token }, { action: 'next' })).toMatchObject({
      reason: 'desk-unknown',
    });
  });

  test('an empty waiting area leaves the patient in the room where he is', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const [label] = await fillCardiology(hub, ['zhang-jianming']);
    const desk = await deskOf(hub, li, '1001');
    await press(hub, desk, { action: 'next' });
    expect(await press(hub, desk, { action: 'next' })).toMatchObject({
      ok: false,
      reason: 'nobody-waits',
      view: { serving: { label } },
    });
  });

  test('the time a patient takes is counted from the first call to the finish', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind));
    await fillCardiology(hub, ['zhang-jianming', 'wang-xiuying']);
    const desk = await deskOf(hub, li, '1001');
    await press(hub, desk, { action: 'next' });
    clock.advance(4 * 60_000);
    const second = servedIn(await press(hub, desk, { action: 'next' }));
    clock.advance(2 * 60_000);
    const finished = await press(hub, desk, { action: 'finish', ...second });
    expect(finished).toMatchObject({ ok: true, view: { seenToday: 2, averageSeconds: 180, serving: null } });
  });

  test('everybody who checks in at one moment gets a number of his own', async () => {
    const { hub, sandbox, tables } = await openTestHub(await testPlace(kind));
    const checkedIn = await checkInCrowd(hub, sandbox);
    expect(checkedIn).toBeGreaterThan(1);
    const tickets = await tables.selectFrom('ticket').select('number').orderBy('number').execute();
    const numbers = tickets.map((ticket) => ticket.number);
    expect(numbers).toEqual(Array.from({ length: checkedIn }, (_, index) => index + 1));
  });

  test('two desks press next at once, 200 times: never the same ticket', async () => {
    const place = await testPlace(kind);
    const { hub, tables, clock } = await openTestHub(place);
    await fillQueue({ tables, kind, site: hub.site, clock }, 'cardiology', 390);
    const desks = [await deskOf(hub, li, '1001'), await deskOf(hub, chen, '1002')];
    for (let round = 0; round < 200; round += 1) {
      await Promise.all(desks.map((desk) => press(hub, desk, { action: 'next' })));
    }
    const calls = await tables.selectFrom('call').select(['ticket_id', 'desk_id', 'times']).execute();
    expect(calls).toHaveLength(390);
    expect(new Set(calls.map((call) => call.ticket_id)).size).toBe(390);
    expect(calls.every((call) => call.times === 1)).toBe(true);
    const tickets = await tables.selectFrom('ticket').select(['id', 'state', 'desk_id', 'version']).execute();
    const byState = Object.groupBy(tickets, (ticket) => ticket.state);
    expect(byState['called']?.map((ticket) => ticket.desk_id).sort()).toEqual([chen, li]);
    expect(byState['finished']).toHaveLength(388);
    const deskOfCall = new Map(calls.map((call) => [call.ticket_id, call.desk_id]));
    expect(tickets.every((ticket) => deskOfCall.get(ticket.id) === ticket.desk_id)).toBe(true);
  });

  test('a night clinic that runs over into the morning still calls its patients', async () => {
    const nearlySix = '2026-11-23T21:50:00.000Z';
    const { hub, clock } = await openTestHub(await testPlace(kind), { at: nearlySix });
    const [label, other] = await fillCardiology(hub, ['zhang-jianming', 'shan-lei']);
    clock.set('2026-11-23T22:10:00.000Z');
    expect(await hub.boards.board('cardiology-3f')).toMatchObject({ waiting: [{ label }, { label: other }] });
    const desk = await deskOf(hub, li, '1001');
    expect(await press(hub, desk, { action: 'next' })).toMatchObject({ ok: true, view: { serving: { label } } });
    clock.set('2026-11-24T01:30:00.000Z');
    expect(await hub.boards.board('cardiology-3f')).toMatchObject({ waiting: [], calls: [{ label }] });
  });

  test('who was left over in the afternoon is not called the next morning, which counts from one', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind), { at: '2026-11-23T07:00:00.000Z' });
    await fillCardiology(hub, ['zhang-jianming', 'shan-lei', 'ma-ming']);
    const desk = await deskOf(hub, li, '1001');
    await press(hub, desk, { action: 'next' });
    clock.set('2026-11-23T22:10:00.000Z');
    expect(await hub.boards.board('cardiology-3f')).toMatchObject({ waiting: [], calls: [] });
    expect(await hub.desks.view(li)).toMatchObject({ serving: null, waiting: [] });
    expect(await fillCardiology(hub, ['zhang-jianming'])).toEqual(['A001']);
    const morning = await deskOf(hub, li, '1001');
    expect(await press(hub, morning, { action: 'next' })).toMatchObject({ view: { serving: { label: 'A001' } } });
  });

  test('boards and desks are the same after the hub has started again', async () => {
    const place = await testPlace(kind);
    const { hub } = await openTestHub(place);
    await fillCardiology(hub, ['zhang-jianming', 'wang-xiuying', 'zhao-lihua']);
    const desk = await deskOf(hub, li, '1001');
    await press(hub, desk, { action: 'next' });
    const [board, view] = [await hub.boards.board('cardiology-3f'), await hub.desks.view(li)];
    await hub.close();
    const { hub: again } = await openTestHub(place);
    expect(await again.boards.board('cardiology-3f')).toEqual(board);
    expect(await again.desks.view(li)).toEqual(view);
  });
});
