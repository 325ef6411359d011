import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';
import {
  at,
  becomes,
  calls,
  eyes,
  mirroredSite,
  mirroredTables,
  tell,
  waits,
  workstation,
  type Item,
} from '../support/mirrored.ts';

const patient = { name: '欧阳建国', sex: 'male', birthYear: 1961 };

describe.each(testDatabases)('a queue that lives in another system, on %s', (kind) => {
  test('is shown, called, acknowledged and finished like one of our own', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: mirroredSite() });
    await tell(hub, waits('1', 5, { rank: 1, patient }), waits('2', 6, { rank: 2 }));
    expect(await hub.boards.board(eyes.areaId)).toMatchObject({ waitingCount: 2, calls: [] });
    await tell(hub, calls('1', 'c-1', 10));
    const board = await hub.boards.board(eyes.areaId);
    expect(board?.calls).toMatchObject([{ label: 'Y001', who: '欧阳*国', room: { id: eyes.room }, times: 1 }]);
    expect(board?.rooms.find(({ room }) => room.id === eyes.room)).toMatchObject({ serving: 'Y001' });
    await hub.boards.shown('S-sens', board?.calls[0]?.callId ?? '');
    const seen = await hub.mirror.queue(workstation, eyes.queueId);
    expect(seen?.tickets.find(({ ticket }) => ticket === '1')?.calls).toMatchObject([
      { call: 'c-1', room: eyes.room, undone: false, shown: [{ screenId: 'S-sens' }] },
    ]);
    await tell(hub, becomes('1', 'finished', 12));
    expect(await hub.boards.board(eyes.areaId)).toMatchObject({ waitingCount: 1, calls: [] });
    const types = (await hub.feed.after(0, 100)) as readonly { readonly type: string; readonly body: unknown }[];
    // The map may become ready meanwhile, which is an event as well.
    expect(types.map(({ type }) => type).filter((type) => type !== 'guide.changed')).toEqual([
      'ticket.checked-in',
      'ticket.checked-in',
      'ticket.called',
      'call.shown',
      'ticket.finished',
    ]);
    expect(JSON.stringify([types, await tables.selectFrom('mirrored_fact').selectAll().execute()])).not.toContain(
      '建国',
    );
    expect(JSON.stringify(types)).not.toContain('欧阳');
  });

  test('a call that comes before its ticket is shown at once and completed later', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { site: mirroredSite() });
    await tell(hub, { ...calls('1', 'c-1', 10), label: 'Y001' });
    expect((await hub.boards.board(eyes.areaId))?.calls).toMatchObject([{ label: 'Y001', who: '' }]);
    await tell(hub, waits('1', 5, { patient }));
    expect((await hub.boards.board(eyes.areaId))?.calls).toMatchObject([{ label: 'Y001', who: '欧阳*国' }]);
  });

  test('a call without a name for its ticket waits for the ticket, and so does what became of it', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: mirroredSite() });
    await tell(hub, calls('1', 'c-1', 10), becomes('2', 'missed', 11));
    expect(await mirroredTables(tables)).toEqual([]);
    await tell(hub, waits('1', 5), waits('2', 6));
    expect(await mirroredTables(tables)).toMatchObject([{ state: 'called' }, { state: 'missed', misses: 1 }]);
  });

  test('the same history in any order, with anything said twice, ends in the same tables', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: mirroredSite() });
    let run = 0;
    const play = async (batches: readonly (readonly Item[])[]): Promise<unknown> => {
      run += 1;
      const source = `source-${run}`;
      for (const items of batches) {
        const named = items.map((item) =>
          'label' in item ? { ...item, label: `R${run}-${String(item['ticket'])}` } : item,
        );
        expect((await hub.mirror.takeItems({ source, scope: null }, named)).refused).toEqual([]);
      }
      const told = JSON.stringify(await mirroredTables(tables, source));
      return JSON.parse(told.replaceAll(`R${run}-`, ''));
    };
    const expected = await play(history.map((item) => [item]));
    expect(expected).toMatchObject([
      {
        ticket: '1',
        state: 'finished',
        who: '欧阳*国',
        times: 1,
        calls: [
          ['2026-11-23T01:02:00.000Z', eyes.room, 1],
          ['2026-11-23T01:03:00.000Z', eyes.room, 'undone'],
        ],
      },
      { ticket: '2', state: 'called', room: eyes.room, misses: 1, times: 1 },
      { ticket: '3', state: 'at-tests', calls: [['2026-11-23T01:11:00.000Z', eyes.otherRoom, 1]] },
      { ticket: '4', state: 'dropped', rank: 1, calls: [] },
    ]);
    const anyWay = fc
      .tuple(
        fc.shuffledSubarray(history, { minLength: history.length, maxLength: history.length }),
        fc.subarray(history),
        fc.integer({ min: 2, max: 9 }),
      )
      .map(([shuffled, twice, size]) => inBatches([...twice, ...shuffled], size));
    await fc.assert(
      fc.asyncProperty(anyWay, async (batches) => {
        expect(await play(batches)).toEqual(expected);
      }),
      { numRuns: kind === 'sqlite' ? 12 : 4 },
    );
  });

  test('who is not in a newer snapshot is gone, whatever comes late', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: mirroredSite() });
    await tell(hub, waits('1', 1), waits('2', 2), waits('3', 3), calls('3', 'c-3', 4));
    const tickets = [
      { ticket: '2', label: 'Y002', state: 'waiting', rank: 1 },
      { ticket: '4', label: 'Y004', state: 'called', calledTo: { call: 'c-4', room: eyes.room } },
      { ticket: '5', label: '<script>', state: 'waiting' },
    ];
    const reply = await hub.mirror.takeSnapshot(workstation, 'OPHT', { ...at(10), tickets });
    expect(reply).toMatchObject({ ok: true, refused: [{ index: 2, ticket: '5', reason: 'item-bad-shape' }] });
    await tell(hub, waits('6', 5));
    expect(await mirroredTables(tables)).toMatchObject([
      { ticket: '1', state: 'dropped' },
      { ticket: '2', state: 'waiting', rank: 1 },
      { ticket: '3', state: 'finished' },
      { ticket: '4', state: 'called', room: eyes.room },
      { ticket: '6', state: 'dropped' },
    ]);
    // Older than the one before: it changes nothing.
    await hub.mirror.takeSnapshot(workstation, 'OPHT', { ...at(8), tickets: [] });
    expect((await hub.boards.board(eyes.areaId))?.waitingCount).toBe(1);
  });

  test('what was taken is there after a restart in the middle, and the rest of the history fits on', async () => {
    const place = await testPlace(kind);
    const first = await openTestHub(place, { site: mirroredSite() });
    const half = Math.floor(history.length / 2);
    await tell(first.hub, ...history.slice(half));
    await first.hub.close();
    const second = await openTestHub(place, { site: mirroredSite() });
    await tell(second.hub, ...history);
    const fresh = await openTestHub(await testPlace('sqlite'), { site: mirroredSite() });
    await tell(fresh.hub, ...history);
    expect(await mirroredTables(second.tables)).toEqual(await mirroredTables(fresh.tables));
  });

  test('bad items are refused one by one, and items of an area that keeps its own queue', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: mirroredSite() });
    const everywhere = { source: 'his', scope: null };
    const cardiology = { ...waits('9', 5), queue: 'cardiology' };
    const reply = await hub.mirror.takeItems(everywhere, [
      waits('1', 5),
      cardiology,
      { kind: 'ticket' },
      waits('2', 5),
    ]);
    expect(reply).toMatchObject({ taken: 2, refused: [{ index: 1, reason: 'item-area-owned' }, { index: 2 }] });
    expect(await mirroredTables(tables, 'his')).toHaveLength(2);
    expect(await tables.selectFrom('ticket').selectAll().where('queue_id', '=', 'cardiology').execute()).toEqual([]);
    expect((await hub.mirror.takeItems(workstation, [cardiology])).refused).toMatchObject([
      { reason: 'item-not-your-area' },
    ]);
    const counted = { ...waits('3', 5), occurredAt: undefined, revision: 7 };
    expect((await hub.mirror.takeItems(everywhere, [counted])).refused).toMatchObject([{ reason: 'item-other-order' }]);
    expect(await hub.mirror.takeItems(everywhere, [waits('1', 5)])).toMatchObject({ taken: 0, known: 1 });
  });

  test('a source that counts revisions is put in order by them', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: mirroredSite() });
    const counted = (item: Item, revision: number): Item => ({ ...item, occurredAt: undefined, revision });
    await tell(hub, counted(calls('1', 'c-1', 0), 12), counted(becomes('1', 'finished', 0), 13));
    await tell(hub, counted(waits('1', 0), 11));
    expect(await mirroredTables(tables)).toMatchObject([{ ticket: '1', state: 'finished', times: 1 }]);
  });
});

/** Eight patients' worth of what happens at a door, in the order in which it happened. */
const history: Item[] = [
  waits('1', 0, { rank: 1, patient }),
  waits('2', 0, { rank: 2 }),
  waits('3', 1, { rank: 3 }),
  waits('4', 1, { rank: 4 }),
  calls('1', 'c-1', 2),
  // Called again, and the second call taken back.
  calls('1', 'c-2', 3),
  { kind: 'undo-call', ticket: '1', call: 'c-2', ...at(3) },
  calls('2', 'c-3', 4, eyes.otherRoom),
  becomes('2', 'missed', 6),
  becomes('1', 'finished', 7),
  // Another place in the order, and another room after the missed call.
  waits('4', 8, { rank: 1 }),
  becomes('2', 'returned', 9),
  calls('2', 'c-4', 10),
  calls('3', 'c-5', 11, eyes.otherRoom),
  becomes('3', 'at-tests', 12),
  becomes('4', 'dropped', 13),
];

function inBatches(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
