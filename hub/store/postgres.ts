import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { GatheringSocket } from './gathering-socket.ts';
import { lanesOn } from './postgres-lanes.ts';

const int8 = 20;

/** Integers come as numbers: sequences and counts stay far below 2^53. */
const numbersAsNumbers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
};

/** A pool on a PostgreSQL server. `onTrouble` hears of connections that break while nobody uses them. */
export function openPostgresDialect(url: string, onTrouble: (error: Error) => void): PostgresDialect {
  const stream = (): GatheringSocket => new GatheringSocket();
  const pool = new pg.Pool({ connectionString: url, max: 16, types: numbersAsNumbers, pipeline: true, stream });
  pool.on('error', onTrouble);
  // Whoever uses a connection that breaks hears of it by the answer.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool: lanesOn(pool) });
}
