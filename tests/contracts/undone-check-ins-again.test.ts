import { describe, expect, test } from 'vitest';
import { actingSite, deskOf, refOf } from '../support/acting-desk.ts';
import {
  checkInWithCard,
  openTestHub,
  testDatabases,
  testPlace,
  until,
  type TestDatabase,
} from '../support/test-hub.ts';
import {
  atHospital,
  card,
  checkedIn,
  nobody,
  openIntents,
  states,
  statusAtHospital,
  undo,
} from '../support/undone-check-ins.ts';

/** A hub whose check-ins break off at a step, as when its process ends there. */
async function hubThatStops(kind: TestDatabase) {
  let stopsAt: string | undefined;
  const opened = await openTestHub(await testPlace(kind), {
    site: actingSite(),
    onCheckInStep: (step) => {
      if (step === stopsAt) throw new Error('stopped in the middle');
    },
  });
  return { opened, stopAt: (step: string | undefined) => void (stopsAt = step) };
}

/** The patient was called, did not come, and has come back to a hub that ended as soon as the check-in was begun. */
async function leftOpenByTheMissed(kind: TestDatabase) {
  const { opened, stopAt } = await hubThatStops(kind);
  const { hub } = opened;
  const nurse = await checkedIn(hub);
  const doctor = await deskOf(hub, 'D-card-3', '1001');
  const { serving } = await doctor.done({ action: 'next', serving: null });
  await doctor.done({ action: 'missed', ...refOf(serving) });
  stopAt('intent-committed');
  await expect(checkInWithCard(hub, card)).rejects.toThrow('stopped in the middle');
  stopAt(undefined);
  return { opened, nurse };
}

describe.each(testDatabases)('a check-in after another one that a desk undid, on %s', (kind) => {
  test('is done, when the hospital has checked the patient in by itself since', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub, sandbox } = opened;
    const nurse = await checkedIn(hub);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect(await states(opened)).toEqual(['told']);
    const { id: appointmentId } = await atHospital(sandbox);
    const counter = { key: 'counter', appointmentId, areaId: 'cardiology-3f' };
    expect(await sandbox.appointment.checkIn(counter, nobody)).toMatchObject({ ok: true });
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true, already: false });
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['arrived', ['over']]);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['checked-in', ['over', 'told']]);
  });

  test('arrives at the hospital, although it has read of the arrival before the undoing', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub, sandbox, clock } = opened;
    const nurse = await checkedIn(hub);
    clock.advance(90_000);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    sandbox.follow({ seed: 1, silenceSeconds: 0, operations: { '*': { stale: 1, staleSeconds: 60 } }, outages: [] });
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true, already: false });
    sandbox.follow(undefined);
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['arrived', ['over']]);
  });

  test('ends the undoing as soon as it has arrived at the hospital, although the hub stops before the ticket', async () => {
    const { opened, stopAt } = await hubThatStops(kind);
    const { hub, clock } = opened;
    const nurse = await checkedIn(hub);
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    stopAt('number-taken');
    await expect(checkInWithCard(hub, card)).rejects.toThrow('stopped in the middle');
    expect(await states(opened)).toEqual(['over']);
    stopAt(undefined);
    clock.advance(3 * 60_000);
    await hub.tidy();
    expect([(await nurse.view()).waiting.length, await openIntents(opened)]).toEqual([1, 0]);
  });

  test('is given up when it was begun before the undoing and left open', async () => {
    const { opened, nurse } = await leftOpenByTheMissed(kind);
    const { hub, sandbox, clock } = opened;
    await nurse.done({ action: 'undo-check-in', ...refOf((await nurse.view()).missed[0]) });
    await hub.tellUndone.tellOpen();
    clock.advance(3 * 60_000);
    await hub.tidy();
    expect([(await nurse.view()).waiting.length, await openIntents(opened)]).toEqual([0, 0]);
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['checked-in', ['told']]);
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true, already: false });
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['arrived', ['over']]);
  });

  test('is given up when another hub server left it open just as the desk undid the one before', async () => {
    const { opened, nurse } = await leftOpenByTheMissed(kind);
    const { hub, sandbox, clock, tables } = opened;
    // The undoing has not seen it: each was committed without knowing of the other.
    const open = tables.selectFrom('check_in_intent').selectAll().where('state', '=', 'open');
    const { id, plan } = await open.executeTakeFirstOrThrow();
    await nurse.done({ action: 'undo-check-in', ...refOf((await nurse.view()).missed[0]) });
    await hub.tellUndone.tellOpen();
    await tables.updateTable('check_in_intent').set({ state: 'open', plan }).where('id', '=', id).execute();
    clock.advance(3 * 60_000);
    await hub.tidy();
    expect([(await nurse.view()).waiting.length, await openIntents(opened)]).toEqual([0, 0]);
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['checked-in', ['told']]);
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true, already: false });
  });

  test('is given up when it is under way at the moment of the undoing, and its patient is asked to try once more', async () => {
    const mayArrive = Promise.withResolvers<undefined>();
    let isHeld = false;
    const opened = await openTestHub(await testPlace(kind), {
      site: actingSite(),
      hospital: (sandbox) => ({
        ...sandbox,
        appointment: {
          ...sandbox.appointment,
          checkIn: async (request, context) => {
            if (isHeld) await mayArrive.promise;
            return sandbox.appointment.checkIn(request, context);
          },
        },
      }),
    });
    const { hub, sandbox, tables } = opened;
    const nurse = await checkedIn(hub);
    // Taken out here and at the hospital; a nurse takes the patient back while the terminal checks in.
    await nurse.done({ action: 'drop', ...refOf((await nurse.view()).waiting[0]) });
    const { id: appointmentId } = await atHospital(sandbox);
    await sandbox.appointment.undoCheckIn({ key: 'counter', appointmentId }, nobody);
    isHeld = true;
    const checkingIn = checkInWithCard(hub, card);
    await until(async () => (await openIntents(opened)) === 1, 'the check-in under way');
    const dropped = await tables.selectFrom('ticket').select(['id as ticketId', 'version']).executeTakeFirstOrThrow();
    await nurse.done({ action: 'return', ...dropped });
    await undo(nurse);
    await hub.tellUndone.tellOpen();
    mayArrive.resolve(undefined);
    expect(await checkingIn).toMatchObject({ ok: false, reason: 'hospital-unavailable' });
    expect([(await nurse.view()).waiting.length, await openIntents(opened)]).toEqual([0, 0]);
    expect(await states(opened)).toEqual(['kept']);
    expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true, already: false });
    expect(await states(opened)).toEqual(['over']);
  });
});
