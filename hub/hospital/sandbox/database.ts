import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { queueSchema } from './queue/queue-storage.ts';

/** Instants are milliseconds since the epoch, money is integer fen, resources are FHIR R4 as JSON. */
const schema = `
  CREATE TABLE patient (id TEXT PRIMARY KEY, active INTEGER NOT NULL, background INTEGER NOT NULL, resource TEXT NOT NULL) STRICT;
  CREATE TABLE patient_identifier (system TEXT NOT NULL, value TEXT NOT NULL, patient TEXT NOT NULL REFERENCES patient(id),
    PRIMARY KEY (system, value, patient)) STRICT, WITHOUT ROWID;
  CREATE TABLE directory (reference TEXT PRIMARY KEY, resource TEXT NOT NULL) STRICT;
  CREATE TABLE price (code TEXT PRIMARY KEY, kind TEXT NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL, fen INTEGER NOT NULL) STRICT;
  CREATE TABLE clinic_session (key TEXT PRIMARY KEY, business_date TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL) STRICT;
  CREATE TABLE schedule (id TEXT PRIMARY KEY, session TEXT NOT NULL REFERENCES clinic_session(key) ON DELETE CASCADE, role TEXT NOT NULL) STRICT;
  CREATE INDEX schedule_of_session ON schedule (session);
  CREATE TABLE slot (id TEXT PRIMARY KEY, schedule TEXT NOT NULL REFERENCES schedule(id) ON DELETE CASCADE,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, status TEXT NOT NULL) STRICT;
  CREATE INDEX slot_of_schedule ON slot (schedule);
  CREATE TABLE appointment (id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patient(id), clinic TEXT NOT NULL, role TEXT NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL,
    see_no INTEGER, area TEXT, story TEXT, placed_in TEXT) STRICT;
  CREATE INDEX appointment_of_patient ON appointment (patient, start_at);
  CREATE INDEX appointment_in_time ON appointment (start_at);
  CREATE TABLE write (key TEXT PRIMARY KEY, operation TEXT NOT NULL, request TEXT NOT NULL, his_ref TEXT NOT NULL,
    version TEXT NOT NULL, see_no INTEGER, at INTEGER NOT NULL) STRICT;
`;
/** What the hospital's own data needs: pieces of a load on their way, resources as they were read, and clinics made of them. */
const loadedData = `
  CREATE TABLE load (id TEXT PRIMARY KEY, at INTEGER NOT NULL, report TEXT) STRICT;
  CREATE TABLE load_piece (load TEXT NOT NULL REFERENCES load(id) ON DELETE CASCADE, piece INTEGER NOT NULL, resources TEXT NOT NULL,
    PRIMARY KEY (load, piece)) STRICT, WITHOUT ROWID;
  CREATE TABLE loaded_resource (identity TEXT PRIMARY KEY, resource TEXT NOT NULL, days INTEGER NOT NULL, replayed INTEGER NOT NULL) STRICT;
  CREATE TABLE loaded_area (number INTEGER PRIMARY KEY AUTOINCREMENT, organization TEXT NOT NULL, name TEXT NOT NULL) STRICT;
  CREATE TABLE loaded_clinic (number INTEGER PRIMARY KEY AUTOINCREMENT, identity TEXT NOT NULL UNIQUE, area INTEGER NOT NULL REFERENCES loaded_area(number),
    active INTEGER NOT NULL, description TEXT NOT NULL) STRICT;
  ALTER TABLE patient ADD COLUMN loaded INTEGER NOT NULL DEFAULT 0;
`;
/** Each brings a file from the version before to the next one; nothing that is stored is lost. */
const versions = [schema, loadedData, queueSchema];

/** The sandbox hospital's own database, durable at every commit. Throws one sentence when a newer program made the file. */
export function openDatabase(file: string): DatabaseSync {
  const database = new PreparedOnce(file);
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;`,
  );
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > versions.length) {
    database.close();
    throw new Error(`${file} was made by a newer version of the sandbox hospital; update, or start with another file`);
  }
  for (const [index, statements] of versions.entries()) {
    if (index < version) continue;
    inTransaction(database, () => database.exec(`${statements} PRAGMA user_version = ${index + 1};`));
  }
  database.exec('DROP INDEX IF EXISTS appointment_of_role');
  database.exec('CREATE INDEX IF NOT EXISTS number_of_role ON appointment (role, start_at, see_no)');
  database.exec('CREATE INDEX IF NOT EXISTS patient_identifier_value ON patient_identifier (value)');
  database.exec('CREATE INDEX IF NOT EXISTS write_of_appointment ON write (his_ref, at)');
  return database;
}

/** Prepares each statement once: the hospital says the same few sentences all day. */
class PreparedOnce extends DatabaseSync {
  readonly #statements = new Map<string, StatementSync>();

  override prepare(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const prepared = super.prepare(text);
    this.#statements.set(text, prepared);
    return prepared;
  }
}

/** Does the work in one transaction: all of it is stored, or nothing. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = work();
    database.exec('COMMIT');
    return done;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** Does the work as a part of a transaction: when it throws, nothing of it stays and the rest of the transaction goes on. */
export function inSavepoint<T>(database: DatabaseSync, work: () => T): T {
  database.exec('SAVEPOINT part');
  try {
    return work();
  } catch (error) {
    database.exec('ROLLBACK TO part');
    throw error;
  } finally {
    database.exec('RELEASE part');
  }
}
