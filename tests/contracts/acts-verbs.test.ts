import { describe, expect, test } from 'vitest';
import { actingSite, deskOf, refOf } from '../support/acting-desk.ts';
import { fillQueue } from '../support/fill-queue.ts';
import {
  openTestHub,
  sitDown,
  testDatabases,
  testPlace,
  type TestDatabase,
  type TestHub,
} from '../support/test-hub.ts';

const [li, chen, triage] = ['D-card-3', 'D-card-1', 'D-card-triage'] as const;

/** Some people wait in cardiology; A001 has waited longest. */
async function waiting(kind: TestDatabase, count: number, site = actingSite()): Promise<TestHub> {
  const opened = await openTestHub(await testPlace(kind), { site });
  for (let n = 0; n < count; n += 1) {
    await fillQueue({ ...opened, kind, site: opened.hub.site }, 'cardiology', 1, `p${n}`);
    opened.clock.advance(1_000);
  }
  return opened;
}

describe.each(testDatabases)('what a desk does on %s', (kind) => {
  test('a call is undone within 30 s: the ticket stands where it stood, and whom "next" finished is served again', async () => {
    const { hub, clock, tables } = await waiting(kind, 3);
    const desk = await deskOf(hub, li, '1001');
    const first = await desk.done({ action: 'next', serving: null });
    clock.advance(60_000);
    const second = await desk.done({ action: 'next', serving: refOf(first.serving) });
    expect([second.serving?.label, second.seenToday, second.lastCall?.label]).toEqual(['A002', 1, 'A002']);
    clock.advance(20_000);
    const callId = second.lastCall?.callId ?? '';
    const back = await desk.done({ action: 'undo-call', callId });
    expect([back.serving?.label, back.seenToday, back.waiting.map(({ label }) => label)]).toEqual([
      'A001',
      0,
      ['A002', 'A003'],
    ]);
    expect(await desk.refused({ action: 'undo-call', callId })).toBe('call-unknown');
    const calls = await tables.selectFrom('call').select(['id', 'undone_at']).where('id', '=', callId).execute();
    expect(calls[0]?.undone_at).not.toBeNull();
    const events = (await hub.feed.after(0, 500)) as readonly { type: string; body: Record<string, unknown> }[];
    expect(events.filter(({ type }) => type === 'call.undone').map(({ body }) => body['callId'])).toEqual([callId]);
    const again = await desk.done({ action: 'next', serving: refOf(back.serving) });
    expect(again.serving?.label).toBe('A002');
    clock.advance(30_001);
    expect(await desk.refused({ action: 'undo-call', callId: again.serving?.callId ?? '' })).toBe('too-late-to-undo');
  });

  test('a lost race says who called whom where; "next" that believes something else than is so does nothing', async () => {
    const { hub } = await waiting(kind, 3);
    const [one, other] = [await deskOf(hub, li, '1001'), await deskOf(hub, chen, '1002')];
    const seen = (await other.view()).waiting[0];
    await one.done({ action: 'next', serving: null });
    const lost = await other.act({ action: 'call', ...refOf(seen), confirmed: true });
    expect(lost).toMatchObject({
      ok: false,
      reason: 'already-called',
      said: { zh: 'A001 已被李医生叫到 3 诊室。', en: 'A001 was already called to Room 3 by Dr Li.' },
      view: { waiting: [{ label: 'A002' }, { label: 'A003' }] },
    });
    expect(await one.refused({ action: 'next', serving: null })).toBe('stale');
    expect((await one.view()).serving?.label).toBe('A001');
  });

  test('one that is not the next is called when a person says so twice; it is recorded, and nobody counts as overtaken', async () => {
    const { hub, tables } = await waiting(kind, 3);
    const desk = await deskOf(hub, li, '1001');
    const last = (await desk.view()).waiting[2];
    const asked = await desk.act({ action: 'call', ...refOf(last), confirmed: false });
    expect(asked).toMatchObject({ reason: 'needs-confirmation', said: { zh: '下一位是 A001。确定先叫这一位吗？' } });
    const view = await desk.done({ action: 'call', ...refOf(last), confirmed: true });
    expect(view.serving?.label).toBe('A003');
    expect(view.waiting.map(({ label, overtaken }) => [label, overtaken])).toEqual([
      ['A001', 0],
      ['A002', 0],
    ]);
    const [act] = await tables.selectFrom('desk_act').selectAll().execute();
    expect([act?.action, act?.work_no, act?.desk_id]).toEqual(['call', '1001', li]);
    expect(JSON.parse(act?.detail ?? '{}')).toMatchObject({ chosen: true });
    expect(JSON.stringify(act)).not.toMatch(/张|李|Li Wen/);
  });

  test('a recall waits a moment after the call, and a miss may ask for more calls first', async () => {
    const { hub, clock } = await waiting(kind, 2);
    const desk = await deskOf(hub, li, '1001');
    const { serving } = await desk.done({ action: 'next', serving: null });
    expect(await desk.refused({ action: 'recall', ...refOf(serving) })).toBe('called-a-moment-ago');
    clock.advance(5_000);
    const again = await desk.done({ action: 'recall', ...refOf(serving) });
    expect([again.serving?.times, again.serving?.undoUntil, again.lastCall]).toEqual([2, null, null]);
    expect(await desk.refused({ action: 'recall', ...refOf(serving) })).toBe('stale');
    const ask = await desk.act({ action: 'missed', ...refOf(again.serving), confirmed: false });
    expect(ask).toMatchObject({ reason: 'needs-confirmation', said: { zh: expect.stringContaining('才叫了 2 次') } });
    const missed = await desk.done({ action: 'missed', ...refOf(again.serving), confirmed: true });
    expect(missed.missed.map(({ label, misses }) => [label, misses])).toEqual([['A001', 1]]);
    const door = await desk.done({ action: 'call', ...refOf(missed.missed[0]), confirmed: true });
    expect(door.serving).toMatchObject({ label: 'A001', lane: 'missed' });
  });

  test('who is sent for tests comes back as a return, at the nurse’s hand or at the door', async () => {
    const { hub, clock } = await waiting(kind, 2);
    const [desk, nurse] = [await deskOf(hub, li, '1001'), await deskOf(hub, triage, '3001')];
    const { serving } = await desk.done({ action: 'next', serving: null });
    const sent = await desk.done({ action: 'to-tests', ...refOf(serving), reports: 3 });
    expect([sent.serving, sent.atTests[0]?.label, sent.atTests[0]?.reports]).toEqual([
      null,
      'A001',
      { ready: 0, awaited: 3 },
    ]);
    clock.advance(600_000);
    const back = await nurse.done({ action: 'return', ...refOf(sent.atTests[0]) });
    expect(back.waiting.find(({ label }) => label === 'A001')).toMatchObject({
      lane: 'return',
      returnedAt: expect.any(String),
    });
    expect(await nurse.refused({ action: 'return', ...refOf(sent.atTests[0]) })).toBe('stale');
  });

  test('a held ticket keeps its place and is passed over until it waits again', async () => {
    const { hub } = await waiting(kind, 3);
    const desk = await deskOf(hub, li, '1001');
    const held = await desk.done({ action: 'hold', ...refOf((await desk.view()).waiting[0]) });
    expect([held.held[0]?.label, held.waiting[0]?.label]).toEqual(['A001', 'A002']);
    const view = await desk.done({ action: 'next', serving: null });
    expect(view.serving?.label).toBe('A002');
    const resumed = await desk.done({ action: 'resume', ...refOf(view.held[0]) });
    expect(resumed.waiting.map(({ label }) => label)).toEqual(['A001', 'A003']);
    const aside = await desk.done({ action: 'hold', ...refOf(resumed.serving) });
    expect([aside.serving, aside.held[0]?.label]).toEqual([null, 'A002']);
  });

  test('another queue gives a number of its own and keeps the wait; the old number is not given again', async () => {
    const opened = await waiting(kind, 2);
    const { hub } = opened;
    const desk = await deskOf(hub, li, '1001');
    const before = (await desk.view()).waiting[1];
    const sent = await desk.done({ action: 'transfer', ...refOf(before), to: { queueId: 'respiratory' } });
    expect(sent.waiting.map(({ label }) => label)).toEqual(['A001']);
    const there = await hub.desks.view('D-resp-201');
    expect(there?.waiting).toMatchObject([
      { label: 'H001', ticketId: before?.ticketId, checkedInAt: before?.checkedInAt },
    ]);
    await fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 1, 'later');
    expect((await desk.view()).waiting.map(({ label }) => label)).toEqual(['A001', 'A003']);
    const board = await hub.boards.ofScreen('S-intm');
    expect(board?.waiting.map(({ label }) => label)).toContain('H001');
    expect(await desk.refused({ action: 'transfer', ...refOf(before), to: { queueId: 'none' } })).toBe('queue-unknown');
  });

  test('a ticket for one doctor is passed over by the others, until that clinic stops', async () => {
    const { hub } = await waiting(kind, 2);
    const [one, nurse] = [await deskOf(hub, li, '1001'), await deskOf(hub, triage, '3001')];
    const first = (await nurse.view()).waiting[0];
    const assigned = await nurse.done({ action: 'assign', ...refOf(first), deskId: chen });
    expect(assigned.waiting.find(({ label }) => label === 'A001')?.assignedTo).toMatchObject({ deskId: chen });
    const view = await one.done({ action: 'next', serving: null });
    expect(view.serving?.label).toBe('A002');
    expect(view.waiting).toMatchObject([{ label: 'A001', mayCallNext: false }]);
    await nurse.done({ action: 'stop-clinic', deskId: chen, reason: 'off' });
    expect((await one.view()).waiting).toMatchObject([{ label: 'A001', mayCallNext: true, assignedTo: null }]);
  });

  test('a nurse moves, classes and inserts; an emergency is called first and is recorded', async () => {
    const elder = { code: 'elder', name: { zh: '老人', en: 'Elder' }, level: 2, rule: { rule: 'top' as const } };
    const priority = [{ ...elder, emergency: false, proof: { rule: 'staff' as const } }];
    const { hub, tables } = await waiting(kind, 4, actingSite({ priority }));
    const nurse = await deskOf(hub, triage, '3001');
    const labels = (view: { readonly waiting: readonly { readonly label: string }[] }): string[] =>
      view.waiting.map(({ label }) => label);
    const start = (await nurse.view()).waiting;
    const moved = await nurse.done({ action: 'move', ...refOf(start[3]), before: start[1]?.ticketId ?? '' });
    expect(labels(moved)).toEqual(['A001', 'A004', 'A002', 'A003']);
    const classed = await nurse.done({ action: 'set-class', ...refOf(start[2]), class: 'elder' });
    expect(labels(classed)[0]).toBe('A003');
    expect(classed.waiting[0]?.class).toMatchObject({ name: { zh: '老人' }, level: 2 });
    expect(await nurse.refused({ action: 'set-class', ...refOf(start[1]), class: 'no-such' })).toBe('class-unknown');
    const urgent = await nurse.done({ action: 'insert-emergency', ...refOf(start[1]) });
    expect([labels(urgent)[0], urgent.waiting[0]?.emergency]).toEqual(['A002', true]);
    const added = await nurse.done({ action: 'add', queueId: 'cardiology', class: null, emergency: false });
    expect(added.waiting.at(-1)).toMatchObject({ label: 'A005', who: '', kind: 'walk-in' });
    const acts = await tables.selectFrom('desk_act').select('action').orderBy('id').execute();
    expect(acts.map(({ action }) => action)).toEqual(['move', 'set-class', 'insert-emergency', 'add']);
  });

  test('who left is taken out; an undone check-in may check in again', async () => {
    const { hub } = await waiting(kind, 2);
    const nurse = await deskOf(hub, triage, '3001');
    const [first, second] = (await nurse.view()).waiting;
    const view = await nurse.done({ action: 'drop', ...refOf(first) });
    expect(view.waiting.map(({ label }) => label)).toEqual(['A002']);
    expect(await nurse.refused({ action: 'drop', ...refOf(first) })).toBe('already-done');
    const undone = await nurse.done({ action: 'undo-check-in', ...refOf(second) });
    expect(undone.waiting).toEqual([]);
  });

  test('a paused desk calls nobody and says so; a stopped one frees its corridor and tells everybody', async () => {
    const { hub } = await waiting(kind, 4, actingSite({ roomLimit: { most: 2, filled: 'automatically' } }));
    const [desk, nurse] = [await deskOf(hub, li, '1001'), await deskOf(hub, triage, '3001')];
    const called = await desk.done({ action: 'next', serving: null });
    expect([called.serving?.label, called.roomWaiting.map(({ label }) => label), called.waiting.length]).toEqual([
      'A001',
      ['A002', 'A003'],
      1,
    ]);
    const paused = await desk.done({ action: 'pause', reason: 'meal' });
    expect([paused.paused?.reason.zh, paused.serving?.label]).toEqual(['用餐', 'A001']);
    expect(await desk.refused({ action: 'next', serving: refOf(paused.serving) })).toBe('paused');
    expect(await desk.refused({ action: 'pause', reason: 'no-reason' })).toBe('reason-unknown');
    await desk.done({ action: 'unpause' });
    const next = await desk.done({ action: 'next', serving: refOf(called.serving) });
    expect([next.serving?.label, next.roomWaiting.map(({ label }) => label)]).toEqual(['A002', ['A003', 'A004']]);
    const stopped = await nurse.done({ action: 'stop-clinic', deskId: li, reason: 'off' });
    expect(stopped.desks.find(({ deskId }) => deskId === li)).toMatchObject({
      state: 'stopped',
      reason: { zh: '停诊' },
    });
    expect((await desk.view()).roomWaiting).toEqual([]);
    expect((await desk.view()).waiting.map(({ label }) => label)).toEqual(['A003', 'A004']);
    const board = await hub.boards.ofScreen('S-card');
    expect(board?.rooms.find(({ room }) => room.id === 'card-3')).toMatchObject({ state: 'stopped' });
    expect(await desk.refused({ action: 'next', serving: refOf(next.serving) })).toBe('desk-stopped');
    await nurse.done({ action: 'open-clinic', deskId: li });
    expect((await desk.view()).roomWaiting).toHaveLength(2);
  });

  test('a nurse fills the places before a room, up to its limit', async () => {
    const { hub } = await waiting(kind, 3, actingSite({ roomLimit: { most: 1, filled: 'by-nurse' } }));
    const [desk, nurse] = [await deskOf(hub, li, '1001'), await deskOf(hub, triage, '3001')];
    await nurse.done({ action: 'call-in', deskId: li, ticket: null });
    expect(await nurse.refused({ action: 'call-in', deskId: li, ticket: null })).toBe('room-full');
    const view = await desk.done({ action: 'next', serving: null });
    expect([view.serving?.label, view.roomWaiting]).toEqual(['A001', []]);
    const chosen = (await nurse.view()).waiting[1];
    await nurse.done({ action: 'call-in', deskId: li, ticket: refOf(chosen) });
    const undone = await desk.done({ action: 'undo-call', callId: (await desk.view()).roomWaiting[0]?.callId ?? '' });
    expect(undone.waiting.map(({ label }) => label)).toEqual(['A002', 'A003']);
  });

  test('words for everybody are on the screens until their time is over; a panic button reaches every desk', async () => {
    const { hub, clock } = await waiting(kind, 1);
    const [nurse, far] = [await deskOf(hub, triage, '3001'), await deskOf(hub, 'D-resp-201', '1002')];
    const text = { zh: '3 诊室晚到十分钟', en: 'Room 3 is ten minutes late' };
    const view = await nurse.done({ action: 'broadcast', text, minutes: 10 });
    expect((await hub.boards.ofScreen('S-card'))?.notices).toMatchObject([{ text }]);
    clock.advance(11 * 60_000);
    expect((await hub.boards.ofScreen('S-card'))?.notices).toEqual([]);
    expect(view.broadcasts).toMatchObject([{ text }]);
    const alarm = (await nurse.done({ action: 'panic' })).alarms[0];
    expect(await nurse.refused({ action: 'panic' })).toBe('already-done');
    expect((await far.view()).alarms).toMatchObject([{ id: alarm?.id, deskId: triage, room: { zh: '分诊台' } }]);
    expect(JSON.stringify(await hub.boards.ofScreen('S-card'))).not.toContain(alarm?.id);
    expect((await far.done({ action: 'end-panic', alarmId: alarm?.id ?? '' })).alarms).toEqual([]);
  });

  test('an assistant sits beside the doctor at one desk; a doctor who moves takes the patients along', async () => {
    const { hub } = await waiting(kind, 3);
    const doctor = await deskOf(hub, li, '1001');
    const assistant = await deskOf(hub, li, '3001');
    const called = await assistant.done({ action: 'next', serving: null });
    const view = await doctor.view();
    expect([view.serving?.label, view.staff?.name.zh, view.person?.role]).toEqual(['A001', '李文', 'doctor']);
    expect(await doctor.refused({ action: 'next', serving: null })).toBe('stale');
    expect(called.may).toContain('move');
    expect(view.may).not.toContain('move');
    const moved = await (await deskOf(hub, chen, '1001')).done({ action: 'take-along', fromDeskId: li });
    expect(moved.serving?.label).toBe('A001');
    expect((await hub.boards.ofScreen('S-card'))?.calls).toMatchObject([{ label: 'A001', room: { id: 'card-1' } }]);
    expect((await doctor.view()).serving).toBeNull();
  });

  test('what a role may not do is refused with a sentence, at any desk', async () => {
    const { hub } = await waiting(kind, 2);
    const doctor = await deskOf(hub, li, '1001');
    const [first, second] = (await doctor.view()).waiting;
    const wish = { action: 'move', ...refOf(second), before: first?.ticketId ?? '' } as const;
    expect(await doctor.act(wish)).toMatchObject({ reason: 'role-not-allowed', said: { zh: expect.any(String) } });
    const nurse = await deskOf(hub, triage, '3001');
    expect(await nurse.refused({ action: 'next', serving: null })).toBe('role-not-allowed');
    expect(await doctor.refused({ action: 'stop-clinic', deskId: chen, reason: 'off' })).toBe('role-not-allowed');
    const token = await sitDown(hub, 'D-resp-201', '1002');
    const far = { key: 'a-key-of-its-own', action: 'call', ...refOf(first), confirmed: true } as const;
    expect(await hub.desks.act('D-resp-201', token, far)).toMatchObject({ reason: 'not-your-ticket' });
  });

  test('the same key gets the first answer, and is refused for anything else', async () => {
    const { hub, tables } = await waiting(kind, 3);
    const desk = await deskOf(hub, li, '1001');
    const key = 'one-press-of-a-key';
    const replies = await Promise.all([1, 2, 3].map(() => desk.act({ action: 'next', serving: null, key })));
    expect(new Set(replies.map(({ view }) => view?.serving?.callId)).size).toBe(1);
    expect(await desk.refused({ action: 'panic', key })).toBe('key-reused');
    expect(await tables.selectFrom('call').select('id').execute()).toHaveLength(1);
    expect(await tables.selectFrom('desk_act').select('id').execute()).toHaveLength(1);
  });
});
