import { sql } from 'kysely';
import type { Database, WriteTransaction } from './tables.ts';

/** Most writes that share one commit. */
const most = 64;

interface Waiting {
  readonly work: (transaction: WriteTransaction) => Promise<void>;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes of one SQLite database, one after the other. Those that wait while a commit is written to the disk share
 * the next one: a commit costs a flush of the disk, however much is in it. Each is still done wholly or not at all,
 * and is answered when it is durable.
 */
export class WriteLine {
  readonly #database: Database;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Does `work` in a transaction. It must use that transaction only: the database itself is taken. */
  async write<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
    let result: { readonly value: Result } | undefined;
    await new Promise<void>((done, failed) => {
      const keepResult = async (transaction: WriteTransaction): Promise<void> => {
        result = { value: await work(transaction) };
      };
      this.#waiting.push({ work: keepResult, done, failed });
      if (!this.#running) void this.#run();
    });
    if (result === undefined) throw new Error('a write was answered before it was done');
    return result.value;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      // Whoever can ask in this turn of the event loop has asked when the turn is over.
      await new Promise((resolve) => setImmediate(resolve));
      await this.#commitTogether(this.#waiting.splice(0, most));
    }
    this.#running = false;
  }

  async #commitTogether(writes: readonly Waiting[]): Promise<void> {
    const failures = new Map<Waiting, unknown>();
    try {
      await this.#database.transaction().execute(async (transaction) => {
        const [only] = writes;
        if (only !== undefined && writes.length === 1) return only.work(transaction);
        for (const write of writes) {
          const failure = await inSavepoint(transaction, write.work);
          if (failure !== undefined) failures.set(write, failure.error);
        }
      });
    } catch (error) {
      for (const write of writes) write.failed(failures.get(write) ?? error);
      return;
    }
    for (const write of writes) {
      if (failures.has(write)) write.failed(failures.get(write));
      else write.done();
    }
  }
}

/** Runs one write of several; when it fails nothing of it stays, and the others go on. */
async function inSavepoint(
  transaction: WriteTransaction,
  work: (transaction: WriteTransaction) => Promise<void>,
): Promise<{ readonly error: unknown } | undefined> {
  await sql`savepoint one_write`.execute(transaction);
  try {
    await work(transaction);
    await sql`release one_write`.execute(transaction);
    return undefined;
  } catch (error) {
    await undo(transaction, error);
    return { error };
  }
}

/** On a full disk SQLite may have undone the whole transaction by itself: then the reason is that of all its writes. */
async function undo(transaction: WriteTransaction, reason: unknown): Promise<void> {
  try {
    await sql`rollback to one_write`.execute(transaction);
    await sql`release one_write`.execute(transaction);
  } catch {
    throw reason;
  }
}
