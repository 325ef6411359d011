import type { KyselyPlugin } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { actingSite, deskOf, refOf } from '../support/acting-desk.ts';
import { fillQueue } from '../support/fill-queue.ts';
import { emergencySite, hands, QueueDay } from '../support/queue-day.ts';
import { openQueueFloor, type QueueFloor } from '../support/queue-floor.ts';
import { mondayMorning, openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';

const hour = 3_600_000;
const [one, , , nurse] = hands;

/** A database that breaks off at one of its statements. */
function breakingOff() {
  let left = Infinity;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // Here every statement comes by; those whose text is made once come by the other way once only.
    transformResult: async ({ result }) => {
      left -= 1;
      if (left < 0) throw new Error('the line is cut');
      return result;
    },
  };
  return { plugin, after: (statements: number) => void (left = statements) };
}

async function tablesOf({ tables }: QueueFloor): Promise<unknown> {
  const names = [
    'ticket',
    'call',
    'event',
    'desk_act',
    'desk_state',
    'number_gone',
    'queue_line',
    'write_key',
  ] as const;
  return Promise.all(names.map((name) => tables.selectFrom(name).selectAll().execute()));
}

describe.each(testDatabases)('trouble at desks on %s', (kind) => {
  test('wherever an action breaks off, everything is as before it; done again, it is done', async () => {
    const line = breakingOff();
    const site = emergencySite({ roomLimit: { most: 1, filled: 'automatically' } });
    const { databaseUrl } = await testPlace(kind);
    const floor = await openQueueFloor(site, { url: databaseUrl, at: mondayMorning, plugin: line.plugin });
    onTestFinished(() => floor.close());
    const day = new QueueDay(floor);
    for (let n = 0; n < 5; n += 1) await day.happen({ verb: 'join', hand: 0, pick: 0, other: 1 });
    await day.act(one, { action: 'next', serving: null });
    const wishes = [
      async () => ({ action: 'next', serving: refOf((await day.view(one)).serving) }) as const,
      async () => ({ action: 'undo-call', callId: (await day.view(one)).serving?.callId ?? '' }) as const,
      async () =>
        ({ action: 'transfer', ...refOf((await day.view(one)).waiting[0]), to: { queueId: 'fever' } }) as const,
      async () => ({ action: 'stop-clinic', deskId: one.deskId, reason: 'off' }) as const,
    ];
    for (const wish of wishes) {
      const wanted = { ...(await wish()), key: `one-press-${wishes.indexOf(wish)}` };
      let broken = 0;
      for (let statements = 0; ; statements += 1) {
        const before = await tablesOf(floor);
        // The person is looked up before the transaction begins.
        line.after(1 + statements);
        const done = await day.act(one, wanted).then(
          (reply) => reply.ok,
          () => undefined,
        );
        line.after(Infinity);
        const after = await tablesOf(floor);
        if (done === true || JSON.stringify(after) !== JSON.stringify(before)) break;
        broken += 1;
      }
      // Committed, though its answer may have been cut off: the same key gets it.
      expect((await day.act(one, wanted)).ok).toBe(true);
      expect(broken).toBeGreaterThan(5);
      expect((await day.act(nurse, { action: 'unpause' })).ok).toBe(false);
    }
    const view = await day.view(one);
    expect([view.serving?.label, view.stopped !== null, view.roomWaiting]).toEqual(['E001', true, []]);
  });

  test('a clock that is set back, or a day on which it is, gives no number twice and keeps nobody from being called', async () => {
    const site = { ...actingSite(), timeZone: 'Europe/Berlin' };
    const opened = await openTestHub(await testPlace(kind), { site, at: '2026-10-25T00:30:00.000Z' });
    const { hub, clock } = opened;
    const desk = await deskOf(hub, 'D-card-3', '1001');
    const join = (named: string) => fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 1, named);
    await join('half-past-two-in-summer');
    const first = await desk.done({ action: 'next', serving: null });
    clock.advance(hour);
    await join('half-past-two-in-winter');
    clock.advance(-2 * hour);
    await join('before-all-others');
    const labels = (await desk.view()).waiting.map(({ label }) => label);
    expect(labels.toSorted()).toEqual(['A002', 'A003']);
    expect((await desk.done({ action: 'recall', ...refOf(first.serving) })).serving?.times).toBe(2);
    const serving = refOf((await desk.view()).serving);
    expect((await desk.done({ action: 'next', serving })).seenToday).toBe(1);
  });

  test('who waits when the session changes is still called, and numbers go on; a ticket of yesterday is told apart', async () => {
    const site = actingSite();
    const opened = await openTestHub(await testPlace(kind), { site, at: '2026-11-23T03:58:00.000Z' });
    const { hub, clock } = opened;
    const desk = await deskOf(hub, 'D-card-3', '1001');
    const join = (named: string) => fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 1, named);
    await join('morning');
    clock.advance(4 * 60_000);
    await join('afternoon');
    expect((await desk.view()).waiting.map(({ label }) => label).toSorted()).toEqual(['A001', 'A002']);
    const yesterdays = refOf((await desk.view()).waiting[1]);
    expect((await desk.done({ action: 'next', serving: null })).serving?.label).toBe('A001');
    clock.advance(30 * hour);
    const tomorrow = await deskOf(hub, 'D-card-3', '1001');
    expect(await tomorrow.refused({ action: 'call', ...yesterdays, confirmed: true })).toBe('other-day');
    expect((await tomorrow.view()).waiting).toEqual([]);
  });

  test('a policy that changes while people wait changes the order to come, and loses nobody who was called', async () => {
    const place = await testPlace(kind);
    const before = await openTestHub(place, { site: actingSite({ roomLimit: { most: 1, filled: 'automatically' } }) });
    await fillQueue({ ...before, kind, site: before.hub.site }, 'cardiology', 4);
    const desk = await deskOf(before.hub, 'D-card-3', '1001');
    const called = await desk.done({ action: 'next', serving: null });
    await before.hub.close();
    const after = await openTestHub(place, { site: actingSite({ roomLimit: { most: 0, filled: 'automatically' } }) });
    const again = await deskOf(after.hub, 'D-card-3', '1001');
    const view = await again.view();
    expect([view.serving?.label, view.roomWaiting.map(({ label }) => label)]).toEqual(['A001', ['A002']]);
    expect(view.waiting.map(({ label }) => label).toSorted()).toEqual(['A003', 'A004']);
    const next = await again.done({ action: 'next', serving: refOf(called.serving) });
    expect([next.serving?.label, next.roomWaiting]).toEqual(['A002', []]);
  });
});
