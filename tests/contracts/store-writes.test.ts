import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FixedClock } from '@lobby/hub/clock.ts';
import { migrate } from '@lobby/hub/store/migrate.ts';
import { openDatabase } from '@lobby/hub/store/open-database.ts';
import { post } from '@lobby/hub/store/post.ts';
import { bindable } from '@lobby/hub/store/sqlite.ts';
import { statement } from '@lobby/hub/store/statement.ts';
import { KeyReused, Store } from '@lobby/hub/store/store.ts';
import type { Tables, WriteTransaction } from '@lobby/hub/store/tables.ts';
import { mondayMorning, testDatabases, testPlace, type TestDatabase } from '../support/test-hub.ts';

async function openStore(kind: TestDatabase): Promise<{ store: Store; clock: FixedClock }> {
  const place = await testPlace(kind, 'none');
  const clock = new FixedClock(mondayMorning);
  const opened = openDatabase({
    url: place.databaseUrl,
    file: `${place.folder}/hub.sqlite`,
    onTrouble: () => undefined,
  });
  onTestFinished(() => opened.database.destroy());
  const migrated = await migrate(opened.database, opened.kind);
  expect(migrated).toMatchObject({ ok: true, sentence: expect.stringContaining('0001-queue-and-visits') });
  return { store: new Store(opened, clock, () => undefined), clock };
}

const event = { type: 'ticket.called', businessDate: '2026-11-23', areaId: 'a', queueId: 'q', body: { n: 1 } } as const;
const write = { actor: 'desk:D1', operation: 'desk.act', key: 'key-00001', request: { action: 'next' } };

async function bump(transaction: WriteTransaction, queueId = 'q'): Promise<number> {
  const row = await transaction
    .insertInto('queue_line')
    .values({ queue_id: queueId, version: 1 })
    .onConflict((conflict) =>
      conflict.column('queue_id').doUpdateSet((build) => ({ version: build('queue_line.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

async function sequences(store: Store): Promise<number[]> {
  const rows = await store.database.selectFrom('event').select('sequence').orderBy('sequence').execute();
  return rows.map((row) => row.sequence);
}

describe.each(testDatabases)('writes on %s', (kind) => {
  test('a statement whose text is made once takes the values of each use, in whatever order they are given', async () => {
    const { store } = await openStore(kind);
    const { database } = store;
    const puttingState = statement((into, row: Tables['desk_state']) =>
      into
        .insertInto('desk_state')
        .values(row)
        .onConflict((conflict) => conflict.column('desk_id').doUpdateSet({ state: row.state, reason: row.reason })),
    );
    const row = { desk_id: 'D-1', area_id: 'a', since: 's', work_no: '1001', practitioner: null };
    await database.executeQuery(puttingState(database, { ...row, state: 'paused', reason: 'meal' }));
    await database.executeQuery(puttingState(database, { reason: null, state: 'stopped', ...row, desk_id: 'D-2' }));
    const again = { ...row, state: 'stopped', reason: null };
    await database.transaction().execute(async (transaction) => {
      await post(transaction, puttingState(transaction, again));
    });
    const stored = await database.selectFrom('desk_state').selectAll().orderBy('desk_id').execute();
    expect(stored.map((one) => ({ ...one }))).toEqual([again, { ...again, desk_id: 'D-2' }]);
  });

  test('the same key asked twice is done once and gets the same reply', async () => {
    const { store } = await openStore(kind);
    const work = async (
      transaction: WriteTransaction,
    ): Promise<{ reply: { n: number }; events: [typeof event]; keep: true }> => ({
      reply: { n: await bump(transaction) },
      events: [event],
      keep: true,
    });
    expect(await store.write(write, work)).toEqual({ n: 1 });
    expect(await store.write(write, work)).toEqual({ n: 1 });
    expect(await sequences(store)).toEqual([1]);
  });

  test('ten desks with one key at the same moment do it once', async () => {
    const { store } = await openStore(kind);
    const work = async (transaction: WriteTransaction) => ({
      reply: await bump(transaction),
      events: [event],
      keep: true,
    });
    const replies = await Promise.all(Array.from({ length: 10 }, () => store.write(write, work)));
    expect(replies).toEqual(Array(10).fill(1));
    expect(await sequences(store)).toEqual([1]);
  });

  test('a write for whose answer nobody waits undoes the others when it fails, and says why', async () => {
    const { store } = await openStore(kind);
    const twice = store.change(async (transaction) => {
      await bump(transaction, 'other');
      await post(transaction, transaction.insertInto('queue_line').values({ queue_id: 'other', version: 7 }));
      return { reply: 'done', events: [event] };
    });
    await expect(twice).rejects.toThrow(/queue_line/);
    expect(await sequences(store)).toEqual([]);
    expect(await store.change(async (transaction) => ({ reply: await bump(transaction, 'other'), events: [] }))).toBe(
      1,
    );
  });

  test('a key that comes back with another request is refused, and nothing is written', async () => {
    const { store } = await openStore(kind);
    await store.write(write, async () => ({ reply: 'called', events: [event], keep: true }));
    const other = { ...write, request: { action: 'finish' } };
    await expect(store.write(other, async () => ({ reply: 'x', events: [event], keep: true }))).rejects.toThrow(
      KeyReused,
    );
    expect(await sequences(store)).toEqual([1]);
  });

  test('a reply that decided nothing is not kept: the same key may ask again', async () => {
    const { store } = await openStore(kind);
    await store.write(write, async () => ({ reply: 'away', events: [], keep: false }));
    expect(await store.replyTo(write)).toBeUndefined();
    expect(await store.write(write, async () => ({ reply: 'here', events: [], keep: true }))).toBe('here');
  });

  test('work that breaks off leaves no row, no event and no key, and others of the same moment are not harmed', async () => {
    const { store } = await openStore(kind);
    const good = (key: string): Promise<number> =>
      store.write({ ...write, key }, async (transaction) => ({
        reply: await bump(transaction),
        events: [event],
        keep: true,
      }));
    const bad = store.write({ ...write, key: 'key-bad-1' }, async (transaction) => {
      await bump(transaction, 'never');
      throw new Error('broken off');
    });
    const [first, broken, second] = await Promise.allSettled([good('key-good-1'), bad, good('key-good-2')]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'broken off' } });
    expect([first.status, second.status]).toEqual(['fulfilled', 'fulfilled']);
    const rows = await store.database.selectFrom('queue_line').selectAll().execute();
    expect(rows.map((row) => ({ ...row }))).toEqual([{ queue_id: 'q', version: 2 }]);
    expect(await sequences(store)).toEqual([1, 2]);
    expect(await store.replyTo({ ...write, key: 'key-bad-1' })).toBeUndefined();
  });

  test('sixty writes at once give events without a gap', async () => {
    const { store } = await openStore(kind);
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        store.change(async (transaction) => {
          await bump(transaction, `queue-${index % 7}`);
          return { reply: undefined, events: index % 3 === 0 ? [event, event] : [event] };
        }),
      ),
    );
    expect(await sequences(store)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
  });

  test('replies are forgotten after a day and events after two, and the numbering goes on', async () => {
    const { store, clock } = await openStore(kind);
    await store.write(write, async () => ({ reply: 1, events: [event, event], keep: true }));
    clock.advance(25 * 3_600_000);
    await store.prune();
    expect(await store.replyTo(write)).toBeUndefined();
    expect(await sequences(store)).toEqual([1, 2]);
    clock.advance(25 * 3_600_000);
    await store.prune();
    expect(await sequences(store)).toEqual([2]);
    await store.change(async () => ({ reply: undefined, events: [event] }));
    expect(await sequences(store)).toEqual([2, 3]);
  });

  test('integers come back as numbers, counts included', async () => {
    const { store } = await openStore(kind);
    await store.change(async (transaction) => ({ reply: await bump(transaction), events: [event] }));
    const row = await store.database
      .selectFrom('event')
      .select((build) => [build.fn.max('sequence').as('newest'), build.fn.countAll<number>().as('all')])
      .executeTakeFirstOrThrow();
    expect({ ...row }).toEqual({ newest: 1, all: 1 });
  });

  test('a hub that starts again finds its database up to date and says so', async () => {
    const { store } = await openStore(kind);
    expect(await migrate(store.database, store.kind)).toEqual({
      ok: true,
      applied: [],
      sentence: `The ${kind} database is up to date.`,
    });
  });
});

test('a newer hub server adds a column, and those that still run read on', async () => {
  const { store } = await openStore('postgres');
  const read = () => store.database.selectFrom('queue_line').selectAll().where('queue_id', '=', 'q').execute();
  await store.change(async (transaction) => ({ reply: await bump(transaction), events: [] }));
  expect(await read()).toMatchObject([{ version: 1 }]);
  await sql`alter table queue_line add column colour text`.execute(store.database);
  // The server tells of it once: its plan of the question is too old.
  await read().catch((error: unknown) => expect(String(error)).toMatch(/cached plan/));
  expect(await read()).toMatchObject([{ version: 1 }]);
});

test('a database of a newer hub is refused in a sentence', async () => {
  const { store } = await openStore('sqlite');
  await sql`insert into kysely_migration values ('9999-from-the-future', '2030-01-01')`.execute(store.database);
  const outcome = await migrate(store.database, 'sqlite');
  expect(outcome.ok).toBe(false);
  expect(outcome.sentence).toMatch(
    /^The sqlite database could not be brought up to date, and nothing of it was changed: /,
  );
});

test('an object in the place of a value is refused instead of shifting the others', () => {
  expect(() => bindable([{ a: 1 }, 2])).toThrow('convert [object Object]');
  expect(() => bindable([new Date(0), 2])).toThrow('convert [object Date]');
  expect(() => bindable([undefined])).toThrow('convert [object Undefined]');
  expect(bindable(['a', 1, null, 2n, new Uint8Array(1)])).toHaveLength(5);
});
