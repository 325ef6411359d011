import { describe, expect, test } from 'vitest';
import { actingSite, deskOf, refOf } from '../support/acting-desk.ts';
import { fillQueue } from '../support/fill-queue.ts';
import { openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';

const minute = 60_000;

describe.each(testDatabases)('what a queue does by itself on %s', (kind) => {
  test('who missed a call waits again after some minutes, as often as the policy says', async () => {
    const rejoin = { rule: 'itself', minutes: 10, most: 1 } as const;
    const opened = await openTestHub(await testPlace(kind), { site: actingSite({ missed: { rejoin } }) });
    const { hub, clock } = opened;
    await fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 1);
    const desk = await deskOf(hub, 'D-card-3', '1001');
    const miss = async () => {
      const { serving } = await desk.done({ action: 'next', serving: null });
      await desk.done({ action: 'missed', ...refOf(serving) });
    };
    await miss();
    clock.advance(10 * minute - 1);
    await hub.queuesByThemselves();
    expect((await desk.view()).waiting).toEqual([]);
    clock.advance(1);
    await Promise.all([hub.queuesByThemselves(), hub.queuesByThemselves()]);
    expect((await desk.view()).waiting).toMatchObject([{ label: 'A001', lane: 'missed', misses: 1 }]);
    await miss();
    clock.advance(60 * minute);
    await hub.queuesByThemselves();
    expect((await desk.view()).missed).toMatchObject([{ label: 'A001', misses: 2 }]);
  });

  test('a desk that stands idle calls the next one, unless it pauses or nobody sits there', async () => {
    const opened = await openTestHub(await testPlace(kind), {
      site: actingSite({ desk: { autoCallAfterSeconds: 60 } }),
    });
    const { hub, clock, tables } = opened;
    await fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 2);
    clock.advance(5 * minute);
    await hub.queuesByThemselves();
    expect(await tables.selectFrom('call').select('id').execute()).toEqual([]);
    const desk = await deskOf(hub, 'D-card-3', '1001');
    await desk.done({ action: 'pause', reason: 'meal' });
    await hub.queuesByThemselves();
    expect((await desk.view()).serving).toBeNull();
    await desk.done({ action: 'unpause' });
    // From when the doctor sat down, however long somebody had waited before.
    expect((await desk.view()).serving).toBeNull();
    clock.advance(60_000);
    await hub.queuesByThemselves();
    const { serving } = await desk.view();
    expect(serving?.label).toBe('A001');
    await desk.done({ action: 'finish', ...refOf(serving) });
    clock.advance(59_000);
    await hub.queuesByThemselves();
    expect((await desk.view()).serving).toBeNull();
    clock.advance(1_000);
    await hub.queuesByThemselves();
    expect((await desk.view()).serving?.label).toBe('A002');
  });
});
