import type { Site } from '@lobby/config';
import { describe, expect, test } from 'vitest';
import type { OpenHub } from '@lobby/hub/open.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { openTestHub, testDatabases, testPlace, until } from '../support/test-hub.ts';
import { eyes, mirroredSite, withoutQueues } from '../support/mirrored.ts';

/** As many patients as the eye clinic needs to have some. */
function busySite(): Site {
  const site = mirroredSite();
  return site.demo === undefined ? site : { ...site, demo: { ...site.demo, patients: 400 } };
}

/** Checks background patients of the eye clinic in, as many as may. */
async function checkInCrowd(hub: OpenHub, sandbox: Sandbox) {
  const crowd = (await sandbox.crowd()).filter(({ clinic }) => clinic === 'OPHT');
  const replies = [];
  for (const member of crowd) replies.push(await hub.visits.checkInFromElsewhere(member));
  return replies;
}

describe.each(testDatabases)('a queue that the hospital keeps itself, on %s', (kind) => {
  test('gives its number at a check-in, calls, and is caught up with after the hospital was away', async () => {
    const { hub, sandbox, clock, troubles } = await openTestHub(await testPlace(kind), { site: busySite() });
    const [first, ...others] = await checkInCrowd(hub, sandbox);
    expect(first).toMatchObject({ ok: true, already: false, ticket: { label: 'Y001', state: 'waiting', ahead: 0 } });
    expect(others.length).toBeGreaterThan(0);
    const own = await hub.mirror.queue({ source: 'hospital', scope: null }, 'OPHT');
    expect(own?.tickets[0]).toMatchObject({ ticket: '2026-11-23-morning-OPHT-1', label: 'Y001' });

    await hub.followed.catchUp();
    sandbox.workQueues();
    await until(async () => ((await hub.boards.board(eyes.areaId))?.calls.length ?? 0) > 0, 'the call of the hospital');
    const board = await hub.boards.board(eyes.areaId);
    expect(board?.calls[0]).toMatchObject({ label: expect.stringMatching(/^Y00\d$/), times: 1 });
    expect(board?.calls[0]?.who).toMatch(/\*/);

    sandbox.behave({ answers: 'unavailable' });
    clock.advance(200_000);
    sandbox.workQueues();
    expect((await hub.boards.board(eyes.areaId))?.calls).toEqual(board?.calls);
    sandbox.behave({ answers: 'well' });
    await hub.followed.catchUp();
    const labels = (await hub.boards.board(eyes.areaId))?.calls.map(({ label }) => label) ?? [];
    expect(labels).not.toEqual(board?.calls.map(({ label }) => label));
    expect(troubles).toEqual([]);
  });

  test('that gives no numbers has them from the hub, and takes them over by the appointment', async () => {
    const place = await testPlace(kind);
    const { hub, sandbox } = await openTestHub(place, { site: busySite(), hospital: withoutQueues });
    const reply = await checkInCrowd(hub, sandbox);
    expect(reply.every(({ ok }) => !ok)).toBe(true);
    expect(reply[0]).toMatchObject({ ok: false, reason: 'not-here' });
  });

  test('is asked again when it did not say under which number somebody has arrived', async () => {
    const { hub, sandbox } = await openTestHub(await testPlace(kind), { site: busySite() });
    const member = (await sandbox.crowd()).find(({ clinic }) => clinic === 'OPHT');
    if (member === undefined) throw new Error('nobody goes to the eye clinic');
    sandbox.follow({
      seed: 1,
      operations: {},
      silenceSeconds: 0,
      outages: [{ fromSeconds: 0, operations: ['queue.ticket'], answers: 'refuses' }],
    });
    expect(await hub.visits.checkInFromElsewhere(member)).toMatchObject({ ok: false, reason: 'outcome-unknown' });
    sandbox.follow(undefined);
    expect(await hub.visits.checkInFromElsewhere(member)).toMatchObject({ ok: true, ticket: { label: 'Y001' } });
  });
});
