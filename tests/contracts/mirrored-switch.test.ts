import { describe, expect, test } from 'vitest';
import type { AreaMode, AreaStatus, SwitchAreaReply } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { fillQueue } from '../support/fill-queue.ts';
import { newKey, openTestHub, sitDown, testDatabases, testPlace, until, type TestHub } from '../support/test-hub.ts';
import {
  at,
  calls,
  eyes,
  mirroredSite,
  tell,
  waits,
  withMode,
  withoutQueues,
  workstation,
} from '../support/mirrored.ts';

const deskId = 'D-eyes';

/** The mirrored site with a desk of ours in the eye clinic. */
function siteWithDesk(mode: AreaMode) {
  const site = withMode(mirroredSite(), mode);
  return { ...site, desks: [...site.desks, { id: deskId, room: eyes.room, queues: [eyes.queueId] }] };
}

async function statusOf(hub: OpenHub): Promise<AreaStatus> {
  const status = (await hub.mirror.areas()).find(({ areaId }) => areaId === eyes.areaId);
  if (status === undefined) throw new Error('the area has no status');
  return status;
}

async function switchTo(hub: OpenHub, mode: AreaMode): Promise<SwitchAreaReply> {
  const { areaId, version } = await statusOf(hub);
  return hub.mirror.switchArea('9001', { key: newKey(), areaId, mode, version });
}

const waitingOf = async (hub: OpenHub) => (await hub.boards.board(eyes.areaId))?.waiting.map(({ label }) => label);

/** One after the other, so that each has its number. */
async function fill({ tables, hub, clock }: TestHub, kind: 'sqlite' | 'postgres', count: number): Promise<void> {
  for (let upTo = 1; upTo <= count; upTo += 1)
    await fillQueue({ tables, kind, site: hub.site, clock }, eyes.queueId, upTo);
}

describe.each(testDatabases)('an area that is handed over, on %s', (kind) => {
  test('loses nobody, doubles no number and keeps showing who was called, there and back', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: siteWithDesk('owned') });
    const { hub } = opened;
    await fill(opened, kind, 3);
    const token = await sitDown(hub, deskId, '1001');
    await hub.desks.act(deskId, token, { key: newKey(), action: 'next' });
    expect(await switchTo(hub, 'mirrored')).toMatchObject({
      ok: true,
      area: { mode: 'mirrored', waitingOwn: 2, called: 1 },
    });
    expect((await hub.boards.board(eyes.areaId))?.calls).toMatchObject([{ label: 'Y001' }]);

    // The other system numbers from 1 as well, and takes one of ours over by the appointment.
    await tell(
      hub,
      waits('2', 6, { rank: 5 }),
      waits('7', 7, { rank: 4 }),
      waits('8', 7, { rank: 9, appointment: `invented-${eyes.queueId}-2` }),
    );
    expect(await waitingOf(hub)).toEqual(['Y007', 'Y002B', 'Y003', 'Y002']);
    expect((await hub.desks.act(deskId, token, { key: newKey(), action: 'next' })).ok).toBe(false);
    await tell(hub, calls('7', 'c-7', 8));
    expect((await hub.boards.board(eyes.areaId))?.calls.map(({ label }) => label).sort()).toEqual(['Y001', 'Y007']);

    expect(await switchTo(hub, 'owned')).toMatchObject({ ok: true, area: { mode: 'owned', called: 2 } });
    expect((await hub.boards.board(eyes.areaId))?.calls).toHaveLength(2);
    await fill({ ...opened }, kind, 4);
    // In the order of the other system, then ours; the newest number is above all others.
    expect(await waitingOf(hub)).toEqual(['Y002B', 'Y003', 'Y002', 'Y008']);
    const labels = await opened.tables
      .selectFrom('ticket')
      .select('label')
      .where('queue_id', '=', eyes.queueId)
      .execute();
    expect(new Set(labels.map(({ label }) => label)).size).toBe(labels.length);
    const next = await hub.desks.act(deskId, token, { key: newKey(), action: 'next' });
    expect(next.view?.serving?.label).toBe('Y002B');
    expect((await hub.mirror.takeItems(workstation, [waits('9', 9)])).refused).toMatchObject([
      { reason: 'item-area-owned' },
    ]);
  });

  test('desks say that the queue lives elsewhere, and still end what they began', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: siteWithDesk('owned') });
    const { hub } = opened;
    await fill(opened, kind, 2);
    const token = await sitDown(hub, deskId, '1001');
    const called = await hub.desks.act(deskId, token, { key: newKey(), action: 'next' });
    await switchTo(hub, 'mirrored');
    await tell(hub, waits('5', 6));
    const refused = await hub.desks.act(deskId, token, { key: newKey(), action: 'next' });
    expect(refused).toMatchObject({ ok: false, reason: 'mirrored', said: { zh: expect.any(String) } });
    expect(refused.view?.queueList).toMatchObject([{ mirrored: true }]);
    const outside = refused.view?.waiting.find(({ label }) => label === 'Y005');
    const ref = { ticketId: outside?.ticketId ?? '', version: outside?.version ?? 0 };
    const taken = await hub.desks.act(deskId, token, { key: newKey(), action: 'call', ...ref, confirmed: true });
    expect(taken).toMatchObject({ ok: false, reason: 'mirrored' });
    const { ticketId = '', version = 0 } = called.view?.serving ?? {};
    expect(await hub.desks.act(deskId, token, { key: newKey(), action: 'finish', ticketId, version })).toMatchObject({
      ok: true,
    });
  });

  test('whom our own desk has called is not sent back to wait by a system that does not know of it', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: siteWithDesk('owned') });
    const { hub } = opened;
    await fill(opened, kind, 1);
    const token = await sitDown(hub, deskId, '1001');
    await hub.desks.act(deskId, token, { key: newKey(), action: 'next' });
    await switchTo(hub, 'mirrored');
    await tell(hub, waits('1', 9, { appointment: `invented-${eyes.queueId}-0` }));
    expect((await hub.boards.board(eyes.areaId))?.calls).toMatchObject([{ label: 'Y001' }]);
    await tell(hub, calls('1', 'c-1', 10, eyes.otherRoom));
    expect((await hub.boards.board(eyes.areaId))?.calls).toMatchObject([
      { label: 'Y001', room: { id: eyes.otherRoom } },
    ]);
  });

  test('one operator of two wins, and the other is told how it is now', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { site: siteWithDesk('owned') });
    const { areaId, version } = await statusOf(hub);
    const wish = { areaId, mode: 'mirrored', version } as const;
    const replies = await Promise.all([
      hub.mirror.switchArea('9001', { key: newKey(), ...wish }),
      hub.mirror.switchArea('9002', { key: newKey(), ...wish }),
    ]);
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({
      reason: 'area-switched-meanwhile',
      area: { mode: 'mirrored' },
    });
    const events = (await hub.feed.after(0, 100)) as readonly { readonly type: string; readonly body: unknown }[];
    expect(events.filter(({ type }) => type === 'area.changed')).toMatchObject([{ body: { mode: 'mirrored' } }]);
    expect(
      await hub.mirror.switchArea('9001', { key: newKey(), areaId: 'nowhere', mode: 'owned', version: 0 }),
    ).toMatchObject({
      ok: false,
      reason: 'area-unknown',
    });
  });

  test('stays switched over a restart, also where the settings say otherwise', async () => {
    const place = await testPlace(kind);
    const first = await openTestHub(place, { site: siteWithDesk('owned') });
    await switchTo(first.hub, 'mirrored');
    await first.hub.close();
    const second = await openTestHub(place, { site: siteWithDesk('owned') });
    await tell(second.hub, waits('1', 5));
    expect(await statusOf(second.hub)).toMatchObject({ mode: 'mirrored', waitingOutside: 1 });
  });

  test('an area of which nothing was heard for a minute is silent, everybody is told once, and again when it is heard', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind), { site: mirroredSite(), hospital: withoutQueues });
    await tell(hub, waits('1', 5));
    await hub.mirror.listen();
    clock.advance(61_000);
    await hub.mirror.listen();
    await hub.mirror.listen();
    expect(await statusOf(hub)).toMatchObject({ silent: true, heardAt: '2026-11-23T01:15:00.000Z' });
    expect((await hub.boards.ofScreen('S-sens'))?.silentSince).toBe('2026-11-23T01:15:00.000Z');
    const silences = async () => {
      const events = (await hub.feed.after(0, 100)) as readonly {
        readonly type: string;
        readonly body: Record<string, unknown>;
      }[];
      return events.filter(({ type }) => type === 'area.changed').map(({ body }) => body['silent']);
    };
    expect(await silences()).toEqual([true]);
    await tell(hub);
    await until(async () => (await silences()).length === 2, 'the word that it is heard again');
    expect(await silences()).toEqual([true, false]);
    expect(await statusOf(hub)).toMatchObject({ silent: false });
    expect(await hub.boards.ofScreen('S-sens')).not.toHaveProperty('silentSince');
  });
});

test('two hub servers agree on who keeps the queue', async () => {
  const place = await testPlace('postgres');
  const one = await openTestHub(place, { site: siteWithDesk('owned') });
  const other = await openTestHub(
    { ...place, folder: (await testPlace('sqlite')).folder },
    { site: siteWithDesk('owned') },
  );
  await fill(one, 'postgres', 2);
  const token = await sitDown(other.hub, deskId, '1001');
  expect((await other.hub.desks.view(deskId))?.queueList).toMatchObject([{ mirrored: false }]);
  await switchTo(one.hub, 'mirrored');
  expect(await other.hub.desks.act(deskId, token, { key: newKey(), action: 'next' })).toMatchObject({
    reason: 'mirrored',
  });
  await Promise.all([
    tell(one.hub, waits('5', 5, { rank: 2 }), calls('6', 'c-6', 7)),
    tell(other.hub, waits('6', 6, { rank: 1 }), waits('5', 5, { rank: 2 })),
  ]);
  expect((await other.hub.boards.board(eyes.areaId))?.calls).toMatchObject([{ label: 'Y006' }]);
  await switchTo(other.hub, 'owned');
  const next = await other.hub.desks.act(deskId, token, { key: newKey(), action: 'next' });
  expect(next).toMatchObject({ ok: true, view: { serving: { label: 'Y005' } } });
  expect(at(0).occurredAt).toBe('2026-11-23T01:00:00.000Z');
});
