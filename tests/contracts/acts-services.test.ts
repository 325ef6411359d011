import type { Site } from '@lobby/config';
import { serviceOrdersOf } from '@lobby/hub/hospital/sandbox/service-orders.ts';
import { describe, expect, test } from 'vitest';
import { actingSite, deskOf, refOf } from '../support/acting-desk.ts';
import { fillQueue } from '../support/fill-queue.ts';
import { openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';

/** The pharmacy gives numbers from eight to half past five. */
function withHours(site: Site): Site {
  const hours = { from: '08:00', to: '17:30' };
  const areas = site.areas.map((area) => ({
    ...area,
    queues: area.queues.map((queue) => (queue.id === 'pharmacy' ? { ...queue, hours } : queue)),
  }));
  return { ...site, areas };
}

describe.each(testDatabases)('pharmacy, laboratory and windows on %s', (kind) => {
  test('whoever has paid waits at the pharmacy: one ticket a payment, called to a window', async () => {
    const { hub, sandbox } = await openTestHub(await testPlace(kind), { site: actingSite() });
    const orders = serviceOrdersOf(await sandbox.crowd());
    const paid = orders.find(({ because }) => because === 'payment');
    const wish = { because: 'payment', reference: paid?.reference ?? '', patientId: paid?.patientId ?? '' } as const;
    const given = await Promise.all([1, 2].map(() => hub.serviceTickets.give({ ...wish, queueId: 'pharmacy' })));
    expect(given).toMatchObject([
      { ok: true, label: 'P001' },
      { ok: true, label: 'P001' },
    ]);
    const cashier = await deskOf(hub, 'D-phar-1', '5001');
    const view = await cashier.done({ action: 'next', serving: null });
    expect([view.serving?.label, view.serving?.who, view.kind]).toEqual([
      'P001',
      expect.stringContaining('*'),
      'window',
    ]);
    expect((await hub.boards.ofScreen('S-phar'))?.calls).toMatchObject([{ label: 'P001', room: { id: 'phar-1' } }]);
    expect(view.may).not.toContain('to-tests');
    const added = await cashier.done({ action: 'add', queueId: 'pharmacy', class: null, emergency: false });
    expect(added.waiting).toMatchObject([{ label: 'P002', who: '' }]);
    const done = await cashier.done({ action: 'next', serving: refOf(view.serving) });
    expect([done.serving?.label, done.seenToday]).toEqual(['P002', 1]);
  });

  test('a desk sees how many reports are ready of who is at tests; a late word takes nothing back', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub } = opened;
    await fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 1);
    const doctor = await deskOf(hub, 'D-card-3', '1001');
    const { serving } = await doctor.done({ action: 'next', serving: null });
    await doctor.done({ action: 'to-tests', ...refOf(serving), reports: 3 });
    const say = (ready: number) =>
      hub.serviceTickets.reportsReady({ appointmentId: 'invented-cardiology-0', ready, awaited: 3 });
    expect([await say(2), await say(1), await say(2)]).toEqual([true, false, false]);
    expect((await doctor.view()).atTests).toMatchObject([{ label: 'A001', reports: { ready: 2, awaited: 3 } }]);
    const unknown = { appointmentId: 'nobody', ready: 1, awaited: 1 };
    expect(await hub.serviceTickets.reportsReady(unknown)).toBe(false);
  });

  test('an order gives a ticket where orders do, to people whom the hospital knows, while numbers are given', async () => {
    const { hub, sandbox, clock } = await openTestHub(await testPlace(kind), { site: withHours(actingSite()) });
    const [one] = await sandbox.crowd();
    const patientId = one?.patientId ?? '';
    const give = (because: 'payment' | 'order', queueId: string, of = patientId) =>
      hub.serviceTickets.give({ because, reference: 'R-1', queueId, patientId: of });
    expect(await give('order', 'blood-draw')).toMatchObject({ ok: true, label: 'L001', already: false });
    expect(await give('order', 'pharmacy')).toMatchObject({ reason: 'not-given-there' });
    expect(await give('order', 'no-queue')).toMatchObject({ reason: 'queue-unknown' });
    expect(await give('order', 'imaging', 'nobody')).toMatchObject({ reason: 'patient-unknown' });
    clock.advance(9 * 3_600_000);
    expect(await give('payment', 'pharmacy')).toMatchObject({ reason: 'session-closed' });
    const cashier = await deskOf(hub, 'D-phar-1', '5001');
    const add = { action: 'add', queueId: 'pharmacy', class: null } as const;
    expect(await cashier.refused({ ...add, emergency: false })).toBe('session-closed');
    expect(await cashier.refused({ ...add, emergency: true })).toBe('done');
    expect(await cashier.refused({ ...add, queueId: 'cardiology', emergency: false })).toBe('queue-unknown');
  });
});
