import { CompiledQuery, type Compilable } from 'kysely';
import type { WriteTransaction } from './tables.ts';

/** Stands before a statement whose answer nobody waits for. */
export const postMark = '/* posted */ ';

/**
 * Writes without waiting for the answer: on PostgreSQL the statement travels with the next one. When it fails, nothing
 * of the transaction stays, and its next answer or the commit says why. For writes of which nobody needs to know how
 * many rows they met.
 */
export async function post(transaction: WriteTransaction, query: Compilable | CompiledQuery): Promise<void> {
  const { sql, parameters } = 'compile' in query ? query.compile() : query;
  await transaction.executeQuery(CompiledQuery.raw(postMark + sql, [...parameters]));
}
