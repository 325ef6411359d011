import type pg from 'pg';

/** On how many connections is read at once. */
const connections = 2;

interface Reader {
  readonly client: Promise<pg.PoolClient>;
  underWay: number;
}

/**
 * Reads that belong to no transaction, on a few connections that are kept: a question is sent while the answers to those
 * before it are still on their way.
 */
export class SharedReads {
  readonly #pool: pg.Pool;
  readonly #readers = new Set<Reader>();
  #closed = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async ask(question: pg.QueryConfig): Promise<pg.QueryResult> {
    const reader = this.#leastBusy();
    reader.underWay += 1;
    try {
      const client = await reader.client;
      return await client.query(question);
    } finally {
      reader.underWay -= 1;
    }
  }

  /** No more questions; what is under way is answered. */
  close(): void {
    this.#closed = true;
    for (const reader of this.#readers) this.#giveBack(reader, false);
  }

  #leastBusy(): Reader {
    if (this.#closed) throw new Error('the database is closed');
    const [first, ...others] = this.#readers;
    if (first === undefined || (first.underWay > 0 && this.#readers.size < connections)) return this.#open();
    return others.reduce((least, other) => (other.underWay < least.underWay ? other : least), first);
  }

  #open(): Reader {
    const reader: Reader = { client: this.#pool.connect(), underWay: 0 };
    this.#readers.add(reader);
    reader.client.then(
      // A connection that broke answers nothing any more: the next question opens another.
      (client) => client.on('error', () => this.#giveBack(reader, true)),
      () => this.#readers.delete(reader),
    );
    return reader;
  }

  #giveBack(reader: Reader, broken: boolean): void {
    if (!this.#readers.delete(reader)) return;
    void reader.client.then((client) => client.release(broken)).catch(() => undefined);
  }
}
