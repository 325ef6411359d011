import { describe, expect, test } from 'vitest';
import type { HelpActionKind, HelpActionReply, HelpErrand, StaffPerson } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { demoSite, newKey, openTestHub, testDatabases, testPlace, until, type TestHub } from '../support/test-hub.ts';

const shen: StaffPerson = { staffId: '3001', role: 'nurse', name: { zh: '沈秀兰', en: 'Shen Xiulan' } };
const lin: StaffPerson = { staffId: 'badge-7', role: 'volunteer', name: null };
const ye: StaffPerson = { staffId: '9001', role: 'operator', name: { zh: '叶凯', en: 'Ye Kai' } };

/** The demo site with one more terminal. */
function twoTerminals(): ReturnType<typeof demoSite> {
  const site = demoSite();
  const [first] = site.terminals;
  if (first === undefined) throw new Error('the demo site has a terminal');
  const second = { ...first, id: 'K02', name: { zh: '三楼 2 号机', en: 'Third floor terminal 2' }, level: 3 };
  return { ...site, terminals: [first, second] };
}

async function ask(hub: OpenHub, terminalId = 'K01', errand: HelpErrand = 'check-in'): Promise<string> {
  const { help } = await hub.assist.ask(terminalId, { key: newKey(), errand });
  return help?.requestId ?? '';
}

function act(
  hub: OpenHub,
  person: StaffPerson,
  [action, requestId]: readonly [HelpActionKind, string],
): Promise<HelpActionReply> {
  return hub.assist.act(person, { key: newKey(), action, requestId });
}

async function helpEvents({ hub }: Pick<TestHub, 'hub'>) {
  const events = await hub.feed.after(0, 500);
  if (events === 'reset') throw new Error('the feed keeps what happened a moment ago');
  return events.filter(({ type }) => type === 'assist.changed').map(({ body }) => body);
}

describe.each(testDatabases)('help on the floor on %s', (kind) => {
  test('a press is on every board at once: the terminal, its floor, what the patient is about, never a name', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { site: twoTerminals() });
    const requestId = await ask(hub, 'K02', 'card');
    expect(await hub.assist.board(lin)).toMatchObject({
      escalateSeconds: 60,
      hears: 'all',
      requests: [
        {
          requestId,
          state: 'waiting',
          terminalId: 'K02',
          terminal: { zh: '三楼 2 号机' },
          level: 3,
          errand: 'card',
          escalated: false,
          helper: null,
          mine: false,
        },
      ],
      today: { asked: 1, escalated: 0, middleWait: null },
    });
    expect(await hub.assist.board(ye)).toMatchObject({ hears: 'escalated' });
    expect(await helpEvents({ hub })).toEqual([{ requestId, terminalId: 'K02', state: 'waiting', escalated: false }]);
  });

  test('pressed again, also by two hands at once, it is the same request', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    const key = newKey();
    const asked = await Promise.all([
      hub.assist.ask('K01', { key, errand: 'check-in' }),
      hub.assist.ask('K01', { key, errand: 'check-in' }),
      hub.assist.ask('K01', { key: newKey(), errand: 'paper' }),
    ]);
    expect(new Set(asked.map(({ help }) => help?.requestId)).size).toBe(1);
    expect(await helpEvents({ hub })).toHaveLength(1);
    expect(await hub.assist.atTerminal('K01')).toMatchObject({ state: 'waiting' });
    expect(await hub.assist.atTerminal('K02')).toBeNull();
  });

  test('two take one request at the same moment: one goes, the other hears who', async () => {
    const { hub } = await openTestHub(await testPlace(kind));
    for (let round = 0; round < 10; round += 1) {
      const requestId = await ask(hub);
      const [first, second] = await Promise.all([
        act(hub, shen, ['take', requestId]),
        act(hub, lin, ['take', requestId]),
      ]);
      expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
      const [late, winner] = first.ok ? [second, shen] : [first, lin];
      expect(late).toMatchObject({
        ok: false,
        reason: 'taken-by-other',
        helper: { role: winner.role, name: winner.name },
        board: { requests: [{ requestId, state: 'taken', mine: false }] },
      });
      await act(hub, winner, ['finish', requestId]);
    }
    expect(await helpEvents({ hub })).toHaveLength(30);
  });

  test('one helper goes to three people, arrives, hands one back, and the waits are counted without a person', async () => {
    const site = { ...twoTerminals() };
    const [first] = site.terminals;
    if (first !== undefined) site.terminals = [...site.terminals, { ...first, id: 'K03' }];
    const { hub, clock, tables } = await openTestHub(await testPlace(kind), { site });
    const requests = [await ask(hub, 'K01'), await ask(hub, 'K02'), await ask(hub, 'K03')] as const;
    clock.advance(20_000);
    for (const requestId of requests) expect(await act(hub, lin, ['take', requestId])).toMatchObject({ ok: true });
    expect((await hub.assist.board(lin)).requests.map(({ mine, state }) => [mine, state])).toEqual(
      Array.from({ length: 3 }, () => [true, 'taken']),
    );
    await act(hub, lin, ['arrive', requests[0]]);
    expect(await hub.assist.atTerminal('K01')).toMatchObject({ state: 'arrived' });
    await act(hub, lin, ['finish', requests[0]]);
    expect(await hub.assist.atTerminal('K01')).toBeNull();
    const back = await act(hub, lin, ['hand-back', requests[1]]);
    expect(back.board).toMatchObject({ today: { asked: 3, middleWait: 20 } });
    expect(await act(hub, shen, ['take', requests[1]])).toMatchObject({ ok: true });
    await act(hub, shen, ['finish', requests[1]]);
    clock.advance(24 * 3_600_000);
    await hub.tidy();
    const kept = await tables.selectFrom('help_request').select(['helper', 'helper_id', 'first_taken_at']).execute();
    expect(kept.filter(({ helper, helper_id }) => helper !== null || helper_id !== null)).toEqual([]);
    expect(kept.filter(({ first_taken_at }) => first_taken_at !== null)).toHaveLength(3);
  });

  test('nobody takes it for a minute: more people are told, once, and it leads the list', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind), { site: twoTerminals() });
    const early = await ask(hub, 'K01');
    clock.advance(30_000);
    const late = await ask(hub, 'K02');
    await act(hub, shen, ['take', early]);
    await act(hub, shen, ['hand-back', early]);
    clock.advance(59_999);
    await hub.assist.lookAfter();
    expect((await helpEvents({ hub })).filter(({ escalated }) => escalated === true)).toEqual([]);
    clock.advance(1);
    await Promise.all([hub.assist.lookAfter(), hub.assist.lookAfter(), hub.tidy()]);
    const told = (await helpEvents({ hub })).filter(({ escalated }) => escalated === true);
    expect(told.map(({ requestId }) => requestId).toSorted()).toEqual([early, late].toSorted());
    const third = (await hub.assist.board(ye)).requests;
    expect(third.map(({ requestId, escalated }) => [requestId, escalated])).toEqual([
      [early, true],
      [late, true],
    ]);
    await act(hub, lin, ['take', late]);
    expect(await hub.assist.atTerminal('K02')).toMatchObject({ state: 'taken', escalated: false });
    expect((await hub.assist.board(ye)).requests.map(({ requestId }) => requestId)).toEqual([early, late]);
  });

  test('the hub itself notices the minute, with no page and no press', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind));
    clock.set(Date.now());
    const requestId = await ask(hub);
    clock.advance(60_000);
    hub.assist.changed();
    await until(async () => (await helpEvents({ hub })).length > 1, 'the escalation');
    expect((await helpEvents({ hub }))[1]).toMatchObject({ requestId, state: 'waiting', escalated: true });
  });

  test('a request outlives the hub, and its minute goes on', async () => {
    const place = await testPlace(kind);
    const before = await openTestHub(place);
    const requestId = await ask(before.hub);
    await before.hub.close();
    const after = await openTestHub(place, { at: new Date(before.clock.now() + 61_000).toISOString() });
    await until(async () => (await helpEvents(after)).length > 1, 'the escalation after the restart');
    expect(await after.hub.assist.atTerminal('K01')).toMatchObject({ requestId, escalated: true });
    expect(await act(after.hub, lin, ['take', requestId])).toMatchObject({ ok: true });
  });

  test('what nobody ends, ends by itself after half an hour', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind), { site: twoTerminals() });
    const [ignored, forgotten] = [await ask(hub, 'K01'), await ask(hub, 'K02')];
    clock.advance(20 * 60_000);
    await act(hub, shen, ['take', forgotten]);
    clock.advance(10 * 60_000);
    await hub.assist.lookAfter();
    expect(await hub.assist.atTerminal('K01')).toBeNull();
    expect(await hub.assist.atTerminal('K02')).toMatchObject({ state: 'taken' });
    expect((await helpEvents({ hub })).at(-1)).toMatchObject({ requestId: ignored, state: 'lapsed' });
    clock.advance(20 * 60_000);
    await hub.assist.lookAfter();
    expect(await act(hub, shen, ['arrive', forgotten])).toMatchObject({ ok: false, reason: 'over' });
  });

  test('a patient who needs nobody any more says so from that terminal only', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { site: twoTerminals() });
    const requestId = await ask(hub, 'K01');
    await act(hub, lin, ['take', requestId]);
    expect(await hub.assist.withdraw('K02', { key: newKey(), requestId })).toMatchObject({ help: null });
    expect(await hub.assist.atTerminal('K01')).toMatchObject({ state: 'taken' });
    const key = newKey();
    expect(await hub.assist.withdraw('K01', { key, requestId })).toEqual({ ok: true, help: null });
    expect(await hub.assist.withdraw('K01', { key, requestId })).toEqual({ ok: true, help: null });
    expect((await hub.assist.board(lin)).requests).toEqual([]);
    expect(await act(hub, lin, ['arrive', requestId])).toMatchObject({ ok: false, reason: 'over' });
    expect(await act(hub, lin, ['take', 'no-such-request'])).toMatchObject({ reason: 'no-such-request' });
  });
});

test('two hub servers on one database see the same minute pass: one escalation', async () => {
  const place = await testPlace('postgres');
  const one = await openTestHub(place);
  const other = await openTestHub({ ...place, folder: (await testPlace('sqlite')).folder });
  for (let round = 1; round <= 10; round += 1) {
    const requestId = await ask(one.hub);
    for (const { clock } of [one, other]) clock.advance(60_000);
    await Promise.all([one, other, one, other].map(({ hub }) => hub.assist.lookAfter()));
    const told = (await helpEvents(one)).filter(({ escalated }) => escalated === true);
    expect(told).toHaveLength(round);
    const [first, second] = await Promise.all([
      act(one.hub, shen, ['take', requestId]),
      act(other.hub, lin, ['take', requestId]),
    ]);
    expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
    await act(one.hub, first.ok ? shen : lin, ['finish', requestId]);
  }
});
