import pg from 'pg';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FixedClock } from '@lobby/hub/clock.ts';
import { appendEvents } from '@lobby/hub/feed/append.ts';
import { EventFeed } from '@lobby/hub/feed/event-feed.ts';
import { listenForEvents } from '@lobby/hub/feed/listen.ts';
import { migrate } from '@lobby/hub/store/migrate.ts';
import { openDatabase } from '@lobby/hub/store/open-database.ts';
import { Store } from '@lobby/hub/store/store.ts';
import type { Database } from '@lobby/hub/store/tables.ts';
import { mondayMorning, testDatabases, testPlace, until, type TestPlace } from '../support/test-hub.ts';

interface FollowedFeed {
  readonly store: Store;
  readonly feed: EventFeed;
  readonly clock: FixedClock;
  readonly seen: number[];
  closed: boolean;
}

/** The database, whose next reading fails as one of a broken connection does. */
function failingOnce(database: Database): Database {
  let fails = true;
  return new Proxy(database, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name, target);
      if (name === 'executeQuery' && fails) {
        fails = false;
        throw new Error('connection terminated');
      }
      // Private fields are the target's own.
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
}

/** One hub server's end of the feed, with a follower. */
async function openFeed(place: TestPlace): Promise<FollowedFeed> {
  const clock = new FixedClock(mondayMorning);
  const quiet = (): void => undefined;
  const opened = openDatabase({ url: place.databaseUrl, file: `${place.folder}/hub.sqlite`, onTrouble: quiet });
  await migrate(opened.database, opened.kind);
  const feed = await EventFeed.open(opened.database, quiet);
  const store = new Store(opened, clock, () => feed.wake());
  const url = place.databaseUrl;
  const stop =
    url === undefined
      ? async () => undefined
      : await listenForEvents(url, { wake: () => feed.wake(), onTrouble: quiet });
  onTestFinished(async () => {
    await stop();
    await feed.close();
    await opened.database.destroy();
  });
  const followed: FollowedFeed = { store, feed, clock, seen: [], closed: false };
  feed.follow(
    (events) => followed.seen.push(...events.map((event) => event.sequence)),
    () => (followed.closed = true),
  );
  return followed;
}

const event = (n: number) =>
  ({ type: 'ticket.called', businessDate: '2026-11-23', areaId: 'a', queueId: 'q', body: { n } }) as const;
const commit = (store: Store, n: number): Promise<void> =>
  store.change(async () => ({ reply: undefined, events: [event(n)] }));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe.each(testDatabases)('the event feed on %s', (kind) => {
  test('a follower sees every event once, in order, however many write at once', async () => {
    const one = await openFeed(await testPlace(kind));
    await Promise.all(upTo(100).map((n) => commit(one.store, n)));
    await until(() => one.seen.length >= 100, 'a hundred events');
    expect(one.seen).toEqual(upTo(100));
  });

  test('an event of a newer hub server is passed over, and those after it arrive', async () => {
    const { feed, store, seen } = await openFeed(await testPlace(kind));
    await store.change(async (transaction) => {
      const row = { sequence: 1, type: 'ticket.teleported', version: 2, at: '2026-11-23T01:00:00.000Z' };
      const of = { business_date: '2026-11-23', area_id: null, queue_id: null, body: '{}' };
      await transaction
        .insertInto('event')
        .values({ ...row, ...of })
        .execute();
      return { reply: undefined, events: [event(2), event(3)] };
    });
    await until(() => seen.includes(3), 'the event after it');
    expect(seen).toEqual([2, 3]);
    expect(await feed.after(0, 100)).toMatchObject([{ sequence: 2 }, { sequence: 3 }]);
  });

  test('events that could not be read are read again, though nothing else happens', async () => {
    const { store } = await openFeed(await testPlace(kind));
    await commit(store, 1);
    const troubles: unknown[] = [];
    const feed = new EventFeed(failingOnce(store.database), 0, (error) => troubles.push(error));
    onTestFinished(() => feed.close());
    const seen: number[] = [];
    feed.follow(
      (events) => seen.push(...events.map(({ sequence }) => sequence)),
      () => undefined,
    );
    feed.wake();
    await until(() => seen.length > 0, 'the event that could not be read at first');
    expect([seen, troubles.length]).toEqual([[1], 1]);
  });

  test('somebody who was away reads on from the last event seen', async () => {
    const { feed, store } = await openFeed(await testPlace(kind));
    for (const n of upTo(5)) await commit(store, n);
    const missed = await feed.after(2, 100);
    expect(missed).toMatchObject([
      { sequence: 3, type: 'ticket.called', version: 1, body: { n: 3 } },
      { sequence: 4 },
      { sequence: 5 },
    ]);
    expect(await feed.after(5, 100)).toEqual([]);
    expect(await feed.after(2, 1)).toHaveLength(1);
    expect(await feed.newest()).toBe(5);
  });

  test('whoever was away for longer than the feed keeps starts anew', async () => {
    const { feed, store, clock } = await openFeed(await testPlace(kind));
    for (const n of upTo(3)) await commit(store, n);
    clock.advance(49 * 3_600_000);
    await commit(store, 4);
    await store.prune();
    expect(await feed.after(1, 100)).toBe('reset');
    expect(await feed.after(3, 100)).toMatchObject([{ sequence: 4 }]);
    expect(await feed.after(40, 100)).toBe('reset');
  });

  test('a follower that throws does not keep the others from their events', async () => {
    const one = await openFeed(await testPlace(kind));
    one.feed.follow(
      () => {
        throw new Error('broken page');
      },
      () => undefined,
    );
    await commit(one.store, 1);
    await commit(one.store, 2);
    await until(() => one.seen.length === 2, 'both events');
  });

  test('followers hear that the hub goes down, those who come too late as well', async () => {
    const one = await openFeed(await testPlace(kind));
    await one.feed.close();
    expect(one.closed).toBe(true);
    let told = false;
    one.feed.follow(
      () => undefined,
      () => (told = true),
    );
    expect(told).toBe(true);
  });
});

describe('the event feed of several hub servers on one PostgreSQL', () => {
  test('an event that commits late is never missed', async () => {
    const place = await testPlace('postgres');
    const [one, other] = [await openFeed(place), await openFeed(place)];
    await commit(one.store, 1);

    // A slow transaction has stored its event but not committed; a quick one comes in between, on another server.
    let storedSlow: () => void = () => undefined;
    const stored = new Promise<void>((resolve) => (storedSlow = resolve));
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const slow = one.store.database.transaction().execute(async (transaction) => {
      await appendEvents(transaction, { kind: 'postgres', at: mondayMorning, events: [event(2)] });
      // Nobody waits for the answer of what is posted: with the next one it is there.
      await transaction.selectFrom('event').select('sequence').execute();
      storedSlow();
      await held;
    });
    await stored;
    const quick = commit(other.store, 3);
    await until(async () => (await waitingForLock(other.store)) === 1, 'the quick one waiting for the slow one');
    other.feed.wake();
    expect(await other.feed.newest()).toBe(1);
    letGo();
    await Promise.all([slow, quick]);

    await until(() => one.seen.length === 3 && other.seen.length === 3, 'all three on both servers');
    expect([one.seen, other.seen]).toEqual([upTo(3), upTo(3)]);
    const rows = await one.store.database
      .selectFrom('event')
      .select(['sequence', 'body'])
      .orderBy('sequence')
      .execute();
    expect(rows.map((row) => [row.sequence, row.body])).toEqual([1, 2, 3].map((n) => [n, `{"n":${n}}`]));
  });

  test('two servers that write at once both see everything in one order', async () => {
    const place = await testPlace('postgres');
    const [one, other] = [await openFeed(place), await openFeed(place)];
    await Promise.all(upTo(60).map((n) => commit(n % 2 === 0 ? one.store : other.store, n)));
    await until(() => one.seen.length >= 60 && other.seen.length >= 60, 'sixty events on both');
    expect([one.seen, other.seen]).toEqual([upTo(60), upTo(60)]);
  });

  test('a server whose listening connection breaks catches up with what it did not hear of', async () => {
    const place = await testPlace('postgres');
    const [one, other] = [await openFeed(place), await openFeed(place)];
    await commit(one.store, 1);
    await until(() => other.seen.length === 1, 'the first event');
    const admin = new pg.Client({ connectionString: place.databaseUrl });
    await admin.connect();
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()",
    );
    await admin.end();
    await commit(one.store, 2);
    await until(() => other.seen.length === 2, 'the event that nobody told it of');
    expect(other.seen).toEqual([1, 2]);
  });
});

async function waitingForLock(store: Store): Promise<number> {
  const found = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(store.database);
  return found.rows[0]?.waiting ?? 0;
}
