import type { OpenHub } from '@lobby/hub/open.ts';
import type { HospitalPort } from '@lobby/hub/hospital/port.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { describe, expect, test } from 'vitest';
import { actingSite, deskOf, refOf, type ActingDesk } from '../support/acting-desk.ts';
import { fillQueue } from '../support/fill-queue.ts';
import { checkInWithCard, openTestHub, testDatabases, testPlace, until, type TestHub } from '../support/test-hub.ts';

const card = 'zhang-jianming';
const nobody = { terminalId: null, operatorId: null, traceId: 'test', locale: 'zh-CN' } as const;

/** What the hospital says of the first appointment of the day. */
async function statusAtHospital(sandbox: Sandbox): Promise<string | undefined> {
  const day = { from: '2026-11-22T16:00:00.000Z', to: '2026-11-23T16:00:00.000Z' };
  const listed = await sandbox.appointment.list({ patientId: `demo-${card}`, ...day }, nobody);
  return listed.ok ? listed.value[0]?.appointment.status : listed.reason;
}

async function checkedIn(hub: OpenHub): Promise<ActingDesk> {
  expect(await checkInWithCard(hub, card)).toMatchObject({ ok: true });
  return deskOf(hub, 'D-card-triage', '3001');
}

async function undo(nurse: ActingDesk): Promise<void> {
  await nurse.done({ action: 'undo-check-in', ...refOf((await nurse.view()).waiting[0]) });
}

const states = async ({ tables }: TestHub): Promise<string[]> =>
  (await tables.selectFrom('undone_check_in').select('state').orderBy('id').execute()).map(({ state }) => state);

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
    sandbox.follow({
      seed: 1,
      silenceSeconds: 0,
      operations: { 'appointment.undoCheckIn': { timeoutsAfterCommit: 1 } },
      outages: [],
    });
    await hub.tellUndone.tellOpen();
    await hub.tellUndone.tellOpen();
    expect([await statusAtHospital(sandbox), await states(opened)]).toEqual(['checked-in', ['told']]);
    expect(told).toHaveLength(1);
  });

  test('comes before the next check-in of its patient, who waits for it when the hospital is slow to take it', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub, sandbox } = opened;
    const nurse = await checkedIn(hub);
    sandbox.follow({
      seed: 1,
      silenceSeconds: 0,
      operations: {},
      outages: [{ fromSeconds: 0, operations: ['appointment.undoCheckIn'], answers: 'refuses' }],
    });
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
    expect(await said()).toEqual([['A001'], []]);
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
