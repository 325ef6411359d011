import { createHash } from 'node:crypto';
import { isoNow, type Clock } from '../clock.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import { isOutOfSpace } from './out-of-space.ts';
import type { DatabaseKind, OpenedDatabase } from './open-database.ts';
import { post } from './post.ts';
import { statement } from './statement.ts';
import type { Database, WriteKeyRow, WriteTransaction } from './tables.ts';
import { WriteLine } from './write-line.ts';

/** Who wants what done, and the key that makes doing it twice the same as doing it once. */
export interface KeyedWrite {
  readonly actor: string;
  readonly operation: string;
  readonly key: string;
  /** What was asked, as JSON; the same key with another request is refused. */
  readonly request: unknown;
}

/** What a write did. `keep` false: nothing was decided, the same key may ask again. */
export interface Written<Reply> {
  readonly reply: Reply;
  readonly events: readonly NewEvent[];
  readonly keep: boolean;
}

/** A key was used for two different things: a fault of whoever made it. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
}

const replyKeptMilliseconds = 24 * 3_600_000;
const eventKeptMilliseconds = 48 * 3_600_000;

/** The one way in which the hub writes: rows, events and the reply to the key in one transaction. */
export class Store {
  readonly database: Database;
  readonly kind: DatabaseKind;
  readonly #clock: Clock;
  readonly #onCommit: () => void;
  #full = false;
  /** SQLite has one writer; PostgreSQL has a connection for each. */
  readonly #line: WriteLine | undefined;

  constructor(opened: OpenedDatabase, clock: Clock, onCommit: () => void) {
    this.database = opened.database;
    this.kind = opened.kind;
    this.#clock = clock;
    this.#onCommit = onCommit;
    this.#line = opened.kind === 'sqlite' ? new WriteLine(opened.database) : undefined;
  }

  /** Whether the last write found no room on the disk. Nothing of such a write stays; asking again is safe. */
  get full(): boolean {
    return this.#full;
  }

  /** Does `work` once for each key; asked again within 24 h, it gives the same reply. Throws KeyReused. */
  async write<Reply>(
    write: KeyedWrite,
    work: (transaction: WriteTransaction) => Promise<Written<Reply>>,
  ): Promise<Reply> {
    return this.#commit(async (transaction) => {
      const earlier = await this.#claim<Reply>(transaction, write);
      if (earlier !== undefined) return { reply: earlier.reply, events: [] };
      const done = await work(transaction);
      await settle(transaction, write, done);
      return done;
    });
  }

  /** A change that nobody asked for with a key: a timer, a connection, the hub itself. */
  async change<Reply>(work: (transaction: WriteTransaction) => Promise<Omit<Written<Reply>, 'keep'>>): Promise<Reply> {
    return this.#commit(work);
  }

  /** The reply that a key was given, without doing anything. */
  async replyTo<Reply>(write: KeyedWrite): Promise<{ readonly reply: Reply } | undefined> {
    return readReply<Reply>(this.database, write);
  }

  /** Forgets replies after 24 h and events after 48 h; the newest event stays, since the next one counts on from it. */
  async prune(): Promise<void> {
    const now = this.#clock.now();
    const before = (kept: number): string => new Date(now - kept).toISOString();
    await this.database.deleteFrom('write_key').where('at', '<', before(replyKeptMilliseconds)).execute();
    const events = this.database.deleteFrom('event').where('at', '<', before(eventKeptMilliseconds));
    await events
      .where('sequence', '<', (build) =>
        build.selectFrom('event').select((newest) => newest.fn.max('sequence').as('newest')),
      )
      .execute();
  }

  async #commit<Reply>(
    work: (transaction: WriteTransaction) => Promise<{ readonly reply: Reply; readonly events: readonly NewEvent[] }>,
  ): Promise<Reply> {
    const done = await this.#transaction(async (transaction) => {
      const result = await work(transaction);
      await appendEvents(transaction, { kind: this.kind, at: isoNow(this.#clock), events: result.events });
      return result;
    });
    if (done.events.length > 0) this.#onCommit();
    return done.reply;
  }

  async #transaction<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
    try {
      const done = await (this.#line === undefined
        ? this.database.transaction().execute(work)
        : this.#line.write(work));
      this.#full = false;
      return done;
    } catch (error) {
      if (isOutOfSpace(error)) this.#full = true;
      throw error;
    }
  }

  /** Takes the key for this transaction; whoever comes with the same one waits here and finds the reply. */
  async #claim<Reply>(
    transaction: WriteTransaction,
    write: KeyedWrite,
  ): Promise<{ readonly reply: Reply } | undefined> {
    const { actor, operation, key } = write;
    const row = { actor, operation, key, fingerprint: fingerprint(write.request), reply: '', at: isoNow(this.#clock) };
    const { rows } = await transaction.executeQuery(takingKey(transaction, row));
    return rows.length === 0 ? readReply<Reply>(transaction, write) : undefined;
  }
}

const takingKey = statement((database, row: WriteKeyRow) =>
  database
    .insertInto('write_key')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('key'),
);

const keepingReply = statement(
  (database, { actor, operation, key, reply }: Pick<WriteKeyRow, 'actor' | 'operation' | 'key' | 'reply'>) => {
    const row = database.updateTable('write_key').set({ reply }).where('actor', '=', actor);
    return row.where('operation', '=', operation).where('key', '=', key);
  },
);

async function settle<Reply>(transaction: WriteTransaction, write: KeyedWrite, done: Written<Reply>): Promise<void> {
  const { actor, operation, key } = write;
  if (done.keep) {
    const reply = JSON.stringify(done.reply);
    await post(transaction, keepingReply(transaction, { actor, operation, key, reply }));
  } else {
    const row = transaction.deleteFrom('write_key').where('actor', '=', actor);
    await post(transaction, row.where('operation', '=', operation).where('key', '=', key));
  }
}

async function readReply<Reply>(database: Database, write: KeyedWrite): Promise<{ readonly reply: Reply } | undefined> {
  const row = await database
    .selectFrom('write_key')
    .select(['fingerprint', 'reply'])
    .where('actor', '=', write.actor)
    .where('operation', '=', write.operation)
    .where('key', '=', write.key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.fingerprint !== fingerprint(write.request)) {
    throw new KeyReused(
      `the key of ${write.operation} was used before for something else; make a new key for each write`,
    );
  }
  // The reply is what this same operation stored under the key.
  return { reply: JSON.parse(row.reply) as Reply };
}

function fingerprint(request: unknown): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}
