import { PostgresDialect } from 'kysely';
import pg from 'pg';

const int8 = 20;

/** Integers come as numbers: sequences and counts stay far below 2^53. */
const numbersAsNumbers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
};

/** A pool on a PostgreSQL server. `onTrouble` hears of connections that break while nobody uses them. */
export function openPostgresDialect(url: string, onTrouble: (error: Error) => void): PostgresDialect {
  const pool = new pg.Pool({ connectionString: url, max: 16, types: numbersAsNumbers });
  pool.on('error', onTrouble);
  return new PostgresDialect({ pool });
}
