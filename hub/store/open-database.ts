import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { openPostgresDialect } from './postgres.ts';
import { openSqliteDialect } from './sqlite.ts';
import type { Database, Tables } from './tables.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

export interface OpenedDatabase {
  readonly kind: DatabaseKind;
  readonly database: Database;
}

/** `url` decides: PostgreSQL where it names one, else the SQLite file, whose folder is made where it is missing. */
export function openDatabase(options: {
  readonly url: string | undefined;
  readonly file: string;
  readonly onTrouble: (error: Error) => void;
}): OpenedDatabase {
  if (options.url !== undefined && options.url !== '') {
    if (!/^postgres(ql)?:/.test(options.url))
      throw new Error('DATABASE_URL must start with postgres:// or postgresql://');
    const dialect = openPostgresDialect(options.url, options.onTrouble);
    return { kind: 'postgres', database: new Kysely<Tables>({ dialect }) };
  }
  mkdirSync(dirname(options.file), { recursive: true });
  return { kind: 'sqlite', database: new Kysely<Tables>({ dialect: openSqliteDialect(options.file) }) };
}
