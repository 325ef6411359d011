import { FixedClock } from '@lobby/hub/clock.ts';
import { PasswordPlaces, type PasswordPlace } from '@lobby/hub/fleet/password-places.ts';
import { Tries, triesOfOne } from '@lobby/hub/fleet/tries.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { migrate } from '@lobby/hub/store/migrate.ts';
import { openDatabase } from '@lobby/hub/store/open-database.ts';
import { Store } from '@lobby/hub/store/store.ts';
import type { Database } from '@lobby/hub/store/tables.ts';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demoCard } from '../support/demo-card.ts';
import { newKey } from '../support/demo-hub.ts';
import { siteWithEachRole } from '../support/staff-of-each-role.ts';
import { mondayMorning, openTestHub, testDatabases, testPlace, type TestDatabase } from '../support/test-hub.ts';

const minute = 60_000;
const hour = 60 * minute;

async function openStore(kind: TestDatabase) {
  const { folder, databaseUrl } = await testPlace(kind);
  const opened = openDatabase({ url: databaseUrl, file: `${folder}/hub.sqlite`, onTrouble: () => undefined });
  onTestFinished(() => opened.database.destroy());
  await migrate(opened.database, opened.kind);
  const clock = new FixedClock(mondayMorning);
  return { store: new Store(opened, clock, () => undefined), clock };
}

async function wrongTries(places: PasswordPlaces, place: PasswordPlace, count: number): Promise<boolean[]> {
  const locked: boolean[] = [];
  for (let n = 0; n < count; n += 1) locked.push(await places.count(place));
  return locked;
}

/**
 * Another password is given at the very moment at which the old one was found right: the wrong tries are forgotten then,
 * and this makes the database do it.
 */
async function resetOnceChecked(tables: Database, kind: TestDatabase): Promise<void> {
  const change = `update staff set password_hash = 'given-in-the-meantime' where work_no = old.work_no`;
  const statements =
    kind === 'sqlite'
      ? [`create trigger reset after delete on login_attempt begin ${change}; end`]
      : [
          `create function reset() returns trigger language plpgsql as $$ begin ${change}; return old; end $$`,
          'create trigger reset after delete on login_attempt for each row execute function reset()',
        ];
  for (const statement of statements) await sql.raw(statement).execute(tables);
}

function guessEach(hub: OpenHub, count: number): Promise<unknown> {
  return Promise.all(
    Array.from({ length: count }, (_, n) => hub.desks.login('D-card-3', `80${n}`, 'one guess for all')),
  );
}

describe.each(testDatabases)('passwords on %s', (kind) => {
  test('that were right a moment ago let nobody in once they are reset, at a desk or away from it', async () => {
    const { hub, tables } = await openTestHub(await testPlace(kind), { site: siteWithEachRole() });
    await resetOnceChecked(tables, kind);
    const refused = { ok: false, reason: 'wrong-number-or-password' };
    expect(await hub.staff.login('1001', 'demo-1001')).toEqual(refused);
    expect(await hub.desks.login('D-card-3', '3001', 'demo-3001')).toEqual(refused);
    expect(await tables.selectFrom('login').selectAll().execute()).toEqual([]);
    expect(await tables.selectFrom('staff_login').selectAll().execute()).toEqual([]);
  });

  test('that are tried at one number after another lock the desk, and nobody elsewhere', async () => {
    const { hub, clock } = await openTestHub(await testPlace(kind), { site: siteWithEachRole() });
    await guessEach(hub, 20);
    expect(await hub.desks.login('D-card-3', '1001', 'demo-1001')).toEqual({ ok: false, reason: 'locked' });
    expect(await hub.desks.login('D-card-1', '1001', 'demo-1001')).toMatchObject({ ok: true });
    expect(await hub.staff.login('1001', 'demo-1001', '10.0.0.7')).toMatchObject({ ok: true });
    clock.advance(5 * minute);
    expect(await hub.desks.login('D-card-3', '1001', 'demo-1001')).toMatchObject({ ok: true });
  });

  test('that are guessed where somebody vouches at a terminal lock the terminal', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { site: siteWithEachRole() });
    const vouch = (terminalId: string, workNo: string, password: string) =>
      hub.visits.open(terminalId, {
        key: newKey(),
        credential: { kind: 'typed-number', number: demoCard('zhang-jianming').number, name: null },
        proof: { by: 'password', workNo, password },
      });
    await Promise.all(Array.from({ length: 20 }, (_, n) => vouch('K01', `70${n}`, 'one guess for all')));
    expect(await vouch('K01', '3001', 'demo-3001')).toEqual({ ok: false, reason: 'staff-locked' });
  });

  test('are mistyped by sixty people behind one address, and nobody is locked; a hundred wrong ones lock it', async () => {
    const { store, clock } = await openStore(kind);
    const places = new PasswordPlaces({ store, clock });
    const hospital = { kind: 'address', id: '10.0.0.7' } as const;
    expect(await wrongTries(places, hospital, 60)).not.toContain(true);
    for (let n = 0; n < 60; n += 1) {
      expect(await places.count(hospital)).toBe(false);
      await places.takeBack(hospital);
    }
    expect(await wrongTries(places, hospital, 41)).toEqual([...Array<boolean>(40).fill(false), true]);
    expect(await places.count({ kind: 'address', id: '10.0.0.8' })).toBe(false);
    clock.advance(5 * minute);
    expect(await places.count(hospital)).toBe(false);
  });

  test('that are wrong now and then through a whole day lock no desk', async () => {
    const { store, clock } = await openStore(kind);
    const places = new PasswordPlaces({ store, clock });
    for (let n = 0; n < 60; n += 1) {
      expect(await places.count({ kind: 'desk', id: 'D-card-3' })).toBe(false);
      clock.advance(10 * minute);
    }
  });

  test('that are guessed while a right one is looked at count on, and lock: only those before it are forgotten', async () => {
    const { store, clock } = await openStore(kind);
    const tries = new Tries({ store, clock, rule: triesOfOne });
    const wrong = async (count: number) => {
      const locked: boolean[] = [];
      for (let n = 0; n < count; n += 1) locked.push((await tries.count('8001')).locked);
      return locked;
    };
    await wrong(2);
    const right = await tries.count('8001');
    expect(await wrong(2)).toEqual([false, false]);
    await tries.forget('8001', right);
    expect(await wrong(4)).toEqual([false, false, false, true]);

    clock.advance(5 * minute);
    const second = await tries.count('8001');
    await wrong(20);
    await tries.forget('8001', second);
    expect(await wrong(1)).toEqual([true]);
  });

  test('that were wrong yesterday are forgotten, and a lock holds until it ends', async () => {
    const { store, clock } = await openStore(kind);
    const tries = new Tries({ store, clock, rule: triesOfOne });
    const kept = async () =>
      (await store.database.selectFrom('login_attempt').select('work_no').orderBy('work_no').execute()).map(
        (row) => row.work_no,
      );
    await tries.count('8001');
    clock.advance(24 * hour - minute);
    for (let n = 0; n < 5; n += 1) await tries.count('8002');
    await tries.count('8001');
    await tries.prune();
    expect(await kept()).toEqual(['8001', '8002']);
    clock.advance(2 * minute);
    await tries.prune();
    expect(await kept()).toEqual(['8002']);
    expect((await tries.count('8002')).locked).toBe(true);
    clock.advance(24 * hour);
    await tries.prune();
    expect(await kept()).toEqual([]);
  });
});
