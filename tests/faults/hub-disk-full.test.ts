import type { HospitalPort } from '@lobby/hub/hospital/port.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newKey, openTestHub, presentCard, testPlace } from '../support/test-hub.ts';

/*
 * SQLite's own limit to the size of a file, on the hub's own connection, makes its disk full and empty again; what is
 * written then is refused by SQLite itself with SQLITE_FULL. PostgreSQL answers a full disk with its code 53100 in the
 * same place.
 */

type Table = 'check_in_intent' | 'write_key';

/** Rows that nobody reads, in a table whose next row is to find no room. */
const ballast: Record<Table, (id: string, text: string) => ReturnType<typeof sql>> = {
  check_in_intent: (id, text) =>
    sql`insert into check_in_intent values (${id}, null, ${id}, 'done', ${text}, '2026-01-01', '2026-01-01')`,
  write_key: (id, text) =>
    sql`insert into write_key values ('ballast', 'ballast', ${id}, '', ${text}, '2026-11-23T01:15:00.000Z')`,
};

/** No page more than the file has now, and none of them with room for another row of this table. */
async function fillDisk({ database }: OpenHub, table: Table): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 1}`).execute(database);
  for (const size of [3000, 300, 30, 1]) {
    for (let number = 0, room = true; room; number += 1)
      room = await ballast[table](`z-${size}-${number}`, 'x'.repeat(size))
        .execute(database)
        .then(() => true)
        .catch(() => false);
  }
}

const makeRoom = ({ database }: OpenHub): Promise<unknown> =>
  sql.raw('pragma max_page_count = 1073741823').execute(database);

async function readyToCheckIn(hub: OpenHub) {
  const access = await presentCard(hub, 'zhang-jianming');
  const agenda = await hub.visits.agenda(access);
  const stepId = agenda.ok ? (agenda.agenda.next?.stepId ?? '') : '';
  return { access, request: { key: newKey(), stepId } };
}

test('a disk full before a check-in: nothing is done, the screen says so, and the same tap works when there is room', async () => {
  const { hub, tables } = await openTestHub(await testPlace('sqlite'));
  const { access, request } = await readyToCheckIn(hub);
  expect(hub.storage()).toBe('ok');
  await fillDisk(hub, 'check_in_intent');
  for (let tap = 0; tap < 3; tap += 1)
    expect(await hub.visits.checkIn(access, request)).toMatchObject({ ok: false, reason: 'hospital-unavailable' });
  expect(hub.storage()).toBe('full');
  expect(await hub.visits.agenda(access)).toMatchObject({
    ok: true,
    agenda: { next: { state: 'ready', ticket: null } },
  });
  expect(await tables.selectFrom('ticket').select('id').execute()).toEqual([]);
  await makeRoom(hub);
  expect(await hub.visits.checkIn(access, request)).toMatchObject({ ok: true, already: false });
  expect(hub.storage()).toBe('ok');
  expect(await tables.selectFrom('ticket').select('label').execute()).toEqual([{ label: 'A001' }]);
});

/** A hub whose disk is full from the moment at which the hospital has the patient as arrived. */
async function fullAfterArrival() {
  let arrived: () => Promise<void> = async () => undefined;
  const hospital = (sandbox: Sandbox): HospitalPort => ({
    ...sandbox,
    appointment: {
      ...sandbox.appointment,
      checkIn: async (...asked) => {
        const done = await sandbox.appointment.checkIn(...asked);
        await arrived();
        return done;
      },
    },
  });
  const place = await testPlace('sqlite');
  const opened = await openTestHub(place, { hospital });
  arrived = () => fillDisk(opened.hub, 'write_key');
  return { ...opened, place };
}

test('a disk full when the hospital has said yes: the outcome is unknown, there is no half ticket, and asking again finds it', async () => {
  const { hub, tables } = await fullAfterArrival();
  const { access, request } = await readyToCheckIn(hub);
  for (let tap = 0; tap < 3; tap += 1) {
    expect(await hub.visits.checkIn(access, request)).toMatchObject({ ok: false, reason: 'outcome-unknown' });
    expect(await tables.selectFrom('ticket').select('id').execute()).toEqual([]);
    expect(await tables.selectFrom('event').select('type').where('type', '=', 'ticket.checked-in').execute()).toEqual(
      [],
    );
  }
  await makeRoom(hub);
  expect(await hub.visits.checkIn(access, request)).toMatchObject({ ok: true, ticket: { label: 'A001' } });
  expect(await tables.selectFrom('ticket').select('label').execute()).toEqual([{ label: 'A001' }]);
});

test('what a full disk left open is finished by the hub when it starts again with room, without the patient', async () => {
  const { hub, place, tables } = await fullAfterArrival();
  const { access, request } = await readyToCheckIn(hub);
  expect(await hub.visits.checkIn(access, request)).toMatchObject({ reason: 'outcome-unknown' });
  await hub.close();
  await openTestHub(place);
  expect(await tables.selectFrom('ticket').select('label').execute()).toEqual([{ label: 'A001' }]);
  expect(await tables.selectFrom('check_in_intent').select('id').where('state', '=', 'open').execute()).toEqual([]);
});

test('a card on a terminal whose hub has a full disk opens no visit, and the next one does when there is room', async () => {
  const { hub } = await openTestHub(await testPlace('sqlite'));
  await fillDisk(hub, 'write_key');
  await expect(presentCard(hub, 'zhang-jianming')).rejects.toThrow();
  expect(hub.storage()).toBe('full');
  await makeRoom(hub);
  await expect(presentCard(hub, 'zhang-jianming')).resolves.toMatchObject({ terminalId: 'K01' });
});
