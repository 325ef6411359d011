import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { postMark } from './post.ts';
import { SharedReads } from './shared-reads.ts';
import { StatementNames } from './statement-names.ts';

/** A pool as Kysely uses it: a transaction has a connection of its own, and what is only read shares a few. */
export function lanesOn(pool: pg.Pool): PostgresPool {
  const names = new StatementNames();
  const reads = new SharedReads(pool);
  return {
    connect: async () => new Lane(pool, reads, names),
    end: async () => {
      reads.close();
      await pool.end();
    },
    options: pool.options,
  };
}

/**
 * What Kysely takes for a connection. Statements are sent before the answers of those before them are there: `begin`
 * with the first one, and posted ones with the next. The server still takes them one after the other.
 */
class Lane implements PostgresPoolClient {
  readonly #pool: pg.Pool;
  readonly #reads: SharedReads;
  readonly #names: StatementNames;
  #own: pg.PoolClient | undefined;
  /** Of a statement that nobody waits for: the first one that failed. */
  #fault: { readonly error: unknown } | undefined;

  constructor(pool: pg.Pool, reads: SharedReads, names: StatementNames) {
    this.#pool = pool;
    this.#reads = reads;
    this.#names = names;
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query<Row>(asked: string | PostgresCursor<Row>, parameters: readonly unknown[] = []): unknown {
    if (typeof asked !== 'string') throw new Error('the hub reads without cursors');
    return this.#ask(asked, parameters);
  }

  release(destroy?: boolean): void {
    this.#own?.release(destroy);
    this.#own = undefined;
  }

  async #ask(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    const own = this.#own;
    if (own === undefined) {
      if (sql.startsWith('select ')) return this.#read(sql, parameters);
      this.#own = await this.#pool.connect();
      if (sql !== 'begin') return this.#ask(sql, parameters);
      this.#send(this.#own, sql, []);
      return nothing;
    }
    if (sql.startsWith(postMark)) {
      this.#send(own, sql.slice(postMark.length), parameters);
      return nothing;
    }
    try {
      const answer = await own.query(this.#names.named(sql, parameters));
      // An aborted transaction is ended by a commit that answers as if all were well.
      if (sql === 'commit' && this.#fault !== undefined) throw this.#fault.error;
      return answer;
    } catch (error) {
      this.#names.failed(error);
      throw this.#fault?.error ?? error;
    }
  }

  async #read(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    try {
      return await this.#reads.ask(this.#names.named(sql, parameters));
    } catch (error) {
      this.#names.failed(error);
      throw error;
    }
  }

  #send(own: pg.PoolClient, sql: string, parameters: readonly unknown[]): void {
    own.query(this.#names.named(sql, parameters)).catch((error: unknown) => {
      this.#names.failed(error);
      this.#fault ??= { error };
    });
  }
}

const nothing: PostgresQueryResult<never> = { command: 'INSERT', rowCount: 0, rows: [] };
