import { Migrator, type Migration } from 'kysely/migration';
import * as first from './migrations/0001-queue-and-visits.ts';
import * as staff from './migrations/0002-staff.ts';
import * as assist from './migrations/0003-assist.ts';
import * as acting from './migrations/0004-acting.ts';
import * as prints from './migrations/0005-prints.ts';
import * as fleet from './migrations/0006-fleet.ts';
import * as acts from './migrations/0007-acts.ts';
import * as mirrored from './migrations/0008-mirrored.ts';
import * as estimates from './migrations/0009-estimates.ts';
import * as loginTries from './migrations/0013-login-tries.ts';
import * as guide from './migrations/0014-guide.ts';
import * as undoneCheckIns from './migrations/0015-undone-check-ins.ts';
import type { DatabaseKind } from './open-database.ts';
import type { Database } from './tables.ts';

/** What became of a migration, and the same in a sentence for whoever starts the hub. */
export type MigrationOutcome =
  | { readonly ok: true; readonly applied: readonly string[]; readonly sentence: string }
  | { readonly ok: false; readonly sentence: string };

const migrations: Record<string, Migration> = {
  '0001-queue-and-visits': first,
  '0002-staff': staff,
  '0003-assist': assist,
  '0004-acting': acting,
  '0005-prints': prints,
  '0006-fleet': fleet,
  '0007-acts': acts,
  '0008-mirrored': mirrored,
  '0009-estimates': estimates,
  '0013-login-tries': loginTries,
  '0014-guide': guide,
  '0015-undone-check-ins': undoneCheckIns,
};

/** Brings the database to the tables that this hub knows. Never loses what is stored. */
export async function migrate(database: Database, kind: DatabaseKind): Promise<MigrationOutcome> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
    // They stand each for itself, and a number may have been kept free for one that comes later.
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) return { ok: false, sentence: failure(kind, error) };
  const applied = (results ?? []).map((result) => result.migrationName);
  const sentence =
    applied.length === 0
      ? `The ${kind} database is up to date.`
      : `The ${kind} database was brought up to date: ${applied.join(', ')}.`;
  return { ok: true, applied, sentence };
}

function failure(kind: DatabaseKind, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `The ${kind} database could not be brought up to date, and nothing of it was changed: ${message}`;
}
