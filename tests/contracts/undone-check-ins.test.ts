import type { HospitalPort } from '@lobby/hub/hospital/port.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { Store } from '@lobby/hub/store/store.ts';
import { TellUndone } from '@lobby/hub/visits/tell-undone.ts';
import { describe, expect, test } from 'vitest';
import { actingSite, deskOf } from '../support/acting-desk.ts';
import { fillQueue } from '../support/fill-queue.ts';
import { checkInWithCard, openTestHub, testDatabases, testPlace, until } from '../support/test-hub.ts';
import { card, checkedIn, refuseUndoing, states, statusAtHospital, undo } from '../support/undone-check-ins.ts';

describe.each(testDatabases)('a check-in that a desk undoes, on %s', (kind) => {
  test('is undone at the hospital too, and the patient may check in again', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub, sandbox, troubles } = opened;
    const nurse = await checkedIn(hub);
    expect(await statusAtHospital(sandbox)).toBe('arrived');
    await undo(nurse);
    await until(async () => (await statusAtHospital(sandbox)) === 'checked-in', 'the undoing at the hospital');
    await hub.tellUndone.tellOpen();
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true, already: false });
    expect(await statusAtHospital(sandbox)).toBe('arrived');
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect(await statusAtHospital(sandbox)).toBe('checked-in');
    expect(await states(opened)).toEqual(['over', 'told']);
    expect(troubles).toEqual([]);
  });

  test('is told to a hospital that was away once it is back, also by the next start of the hub', async () => {
    const place = await testPlace(kind);
    const opened = await openTestHub(place, { site: actingSite() });
    const nurse = await checkedIn(opened.hub);
    opened.sandbox.behave({ answers: 'unavailable' });
    await undo(nurse);
    await opened.hub.tellUndone.tellOpen();
    expect(await states(opened)).toEqual(['open']);
    await opened.hub.close();
    const again = await openTestHub(place, { site: actingSite() });
    await until(async () => (await statusAtHospital(again.sandbox)) === 'checked-in', 'the undoing after the start');
    await again.hub.tellUndone.tellOpen();
    expect(await states(again)).toEqual(['told']);
  });

  test('takes effect once, though the hospital loses its answer and is told again', async () => {
    const told: string[] = [];
    const opened = await openTestHub(await testPlace(kind), {
      site: actingSite(),
      hospital: (sandbox) => noting(sandbox, told),
    });
    const { hub, sandbox } = opened;
    const nurse = await checkedIn(hub);
    sandbox.follow({
      seed: 1,
      silenceSeconds: 0,
      operations: { 'appointment.undoCheckIn': { timeoutsAfterCommit: 1 } },
      outages: [{ fromSeconds: 0, operations: ['transaction.query'], answers: 'refuses' }],
    });
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['checked-in', ['open']]);
    expect(told).toHaveLength(1);
    sandbox.follow(undefined);
    await hub.tellUndone.tellOpen();
    await hub.tellUndone.tellOpen();
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['checked-in', ['told']]);
    expect(told).toHaveLength(1);
  });

  test('comes before the next check-in of its patient, who waits for it when the hospital is slow to take it', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub, sandbox } = opened;
    const nurse = await checkedIn(hub);
    refuseUndoing(sandbox);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: false, reason: 'hospital-unavailable' });
    sandbox.follow(undefined);
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true, already: false });
    await hub.tellUndone.tellOpen();
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['arrived', ['over']]);
  });

  test('stays as arrived at a hospital that cannot undo, or will not, and its patient checks in all the same', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite(), hospital: withoutUndo });
    const { hub, sandbox } = opened;
    const nurse = await checkedIn(hub);
    const heard: unknown[] = [];
    hub.feed.follow(
      (events) => heard.push(...events.filter(({ type }) => type === 'area.changed').map(({ body }) => body)),
      () => undefined,
    );
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['arrived', ['kept']]);
    await until(() => heard.length > 0, 'the news for the desks');
    expect(heard).toEqual([{ areaId: 'cardiology-3f', kept: true }]);
    const doctor = await deskOf(hub, 'D-card-3', '1001');
    const said = async () => [(await nurse.view()).keptAtHospital, (await doctor.view()).keptAtHospital];
    const until10 = new Date(opened.clock.now() + 10 * 60_000).toISOString();
    expect(await said()).toEqual([[{ label: 'A001', until: until10 }], []]);
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true, already: false });
    expect(await said()).toEqual([[], []]);
    await undo(nurse);
    // Somebody whom the hospital does not know is refused there.
    await fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 1);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect(await states(opened)).toEqual(['over', 'kept', 'kept']);
    expect((await nurse.view()).keptAtHospital).toHaveLength(2);
    opened.clock.advance(11 * 60_000);
    expect((await nurse.view()).keptAtHospital).toEqual([]);
  });

  test('is read of for ten minutes from when the hospital refuses it, however long that takes', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub, sandbox, clock } = opened;
    const nurse = await deskOf(hub, 'D-card-triage', '3001');
    // Somebody whom the hospital does not know.
    await fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 1);
    refuseUndoing(sandbox);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    clock.advance(15 * 60_000);
    sandbox.follow(undefined);
    await hub.tellUndone.tellOpen();
    expect(await states(opened)).toEqual(['kept']);
    const until = new Date(clock.now() + 10 * 60_000).toISOString();
    expect((await nurse.view()).keptAtHospital).toEqual([{ label: 'A001', until }]);
    clock.advance(10 * 60_000);
    expect((await nurse.view()).keptAtHospital).toEqual([]);
  });

  test('holds up no other one while the hospital cannot say what became of it, and is given up after two days', async () => {
    const unclear = { ok: false, reason: 'unknown-outcome', message: '' } as const;
    const opened = await openTestHub(await testPlace(kind), {
      site: actingSite(),
      hospital: (sandbox) => ({
        ...sandbox,
        appointment: {
          ...sandbox.appointment,
          undoCheckIn: async (request, context) =>
            request.appointmentId.startsWith('invented') ? sandbox.appointment.undoCheckIn(request, context) : unclear,
        },
        transaction: { query: async () => ({ ok: true, value: { state: 'pending' } }) },
      }),
    });
    const { hub, clock, troubles } = opened;
    const nurse = await checkedIn(hub);
    await fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 1);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    clock.advance(1_000);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect(await states(opened)).toEqual(['open', 'kept']);
    clock.advance(49 * 3_600_000);
    await hub.tellUndone.tidy();
    await hub.tellUndone.tellOpen();
    expect([await states(opened), troubles]).toEqual([['kept'], []]);
  });

  test('is told without a question before it, and again without one where the hospital cannot be asked', async () => {
    const told: string[] = [];
    const asked: string[] = [];
    const opened = await openTestHub(await testPlace(kind), {
      site: actingSite(),
      hospital: (sandbox) => ({
        ...noting(sandbox, told),
        capabilities: () => ({ ...sandbox.capabilities(), 'transaction.query': 'unsupported' }),
        transaction: {
          query: async (key) => {
            asked.push(key);
            return { ok: false, reason: 'unsupported', message: '' };
          },
        },
      }),
    });
    const { hub, sandbox } = opened;
    const nurse = await checkedIn(hub);
    const operations = { 'appointment.undoCheckIn': { timeoutsAfterCommit: 1 } };
    sandbox.follow({ seed: 1, silenceSeconds: 0, operations, outages: [] });
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect(await states(opened)).toEqual(['open']);
    sandbox.follow(undefined);
    await hub.tellUndone.tellOpen();
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['checked-in', ['told']]);
    expect(told.length).toBeGreaterThan(1);
    expect([new Set(told).size, asked]).toEqual([1, []]);
  });

  test('keeps neither the hub from stopping nor what is done every minute, while the hospital says nothing', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub, sandbox, clock, tables } = opened;
    const nurse = await checkedIn(hub);
    refuseUndoing(sandbox);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    const asked = Promise.withResolvers<undefined>();
    const query = (): Promise<never> => {
      asked.resolve(undefined);
      return new Promise(() => undefined);
    };
    const silent = new TellUndone({
      port: { ...sandbox, transaction: { query } },
      store: new Store({ kind, database: tables }, clock, () => undefined),
      clock,
      onTrouble: (error) => expect.unreachable(String(error)),
    });
    const stop = silent.start(hub.feed);
    await asked.promise;
    await silent.tidy();
    await stop();
    expect(await states(opened)).toEqual(['open']);
  });

  test('of a number that no appointment stands behind is nothing to the hospital', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const nurse = await deskOf(opened.hub, 'D-card-triage', '3001');
    await nurse.done({ action: 'add', queueId: 'cardiology', class: null, emergency: false });
    await undo(nurse);
    expect(await states(opened)).toEqual([]);
  });
});

/** The sandbox, and how often it was told of an undoing. */
function noting(sandbox: Sandbox, told: string[]): HospitalPort {
  const undoCheckIn: HospitalPort['appointment']['undoCheckIn'] = (request, context) => {
    told.push(request.key);
    return sandbox.appointment.undoCheckIn(request, context);
  };
  return { ...sandbox, appointment: { ...sandbox.appointment, undoCheckIn } };
}

/** The sandbox as a hospital whose interface has no word for it. */
function withoutUndo(sandbox: Sandbox): HospitalPort {
  return {
    ...sandbox,
    capabilities: () => ({ ...sandbox.capabilities(), 'appointment.undoCheckIn': 'unsupported' }),
  };
}
