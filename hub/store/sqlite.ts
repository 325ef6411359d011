import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
} from 'kysely';

const busyMilliseconds = 5000;

/** Opens (or creates) a durable SQLite file: every commit is on the disk before it is answered. */
export function openSqliteDialect(file: string): SqliteDialect {
  const database = new DatabaseSync(file);
  database.exec(`pragma busy_timeout = ${busyMilliseconds}`);
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  database.exec('pragma foreign_keys = on');
  // A day of a hospital stays in memory (32 MB), and its pages go from the log into the file a few times an hour.
  database.exec('pragma cache_size = -32768');
  database.exec('pragma wal_autocheckpoint = 4000');
  return new ImmediateSqliteDialect({ database: preparedOnce(database) });
}

/** Takes the write lock when a transaction starts, so that what it reads cannot change before it writes. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#config);
  }
}

function preparedOnce(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known !== undefined) return known;
      const prepared = asKyselyStatement(database.prepare(text));
      // Statements with lists of changing length would otherwise gather without end.
      if (statements.size >= 500) statements.clear();
      statements.set(text, prepared);
      return prepared;
    },
  };
}

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...bindable(values)),
    run: (values) => statement.run(...bindable(values)),
    iterate: (values) => statement.iterate(...bindable(values)),
  };
}

/** node:sqlite takes an object in first place for named parameters and shifts the rest: refuse it instead. */
export function bindable(values: readonly unknown[]): SQLInputValue[] {
  return values.map((value) => {
    if (isBindable(value)) return value;
    throw new TypeError(`convert ${Object.prototype.toString.call(value)} to text or a number before binding it`);
  });
}

function isBindable(value: unknown): value is SQLInputValue {
  if (value === null || ['string', 'number', 'bigint'].includes(typeof value)) return true;
  return value instanceof Uint8Array;
}
