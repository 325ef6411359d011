import { fillWaitingAreas } from '@lobby/hub/demo-crowd.ts';
import { expect, test } from 'vitest';
import { mondayMorning, openTestHub, testPlace } from '../support/test-hub.ts';

test.each([mondayMorning, '2026-11-23T06:30:00.000Z', '2026-11-23T15:55:00.000Z', '2026-11-23T19:05:00.000Z'])(
  'at %s people wait in the demo hospital, and a second start adds nobody',
  async (at) => {
    const { hub, sandbox, tables } = await openTestHub(await testPlace('sqlite'), { at });
    await fillWaitingAreas(hub, sandbox);
    const first = await hub.boards.board('cardiology-3f');
    expect(first?.waitingCount).toBeGreaterThanOrEqual(1);
    const all = await tables.selectFrom('ticket').select(['id', 'appointment_id']).execute();
    expect(all.length).toBeGreaterThan(5);
    await fillWaitingAreas(hub, sandbox);
    expect(await tables.selectFrom('ticket').select(['id', 'appointment_id']).execute()).toEqual(all);
    expect((await hub.boards.board('cardiology-3f'))?.waiting).toEqual(first?.waiting);
  },
);
