import { slip as slipSchema, printProblems, type PrintProblem, type Slip } from '@lobby/hub/contract';
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import type { JobState, NewJob, PrintJob } from './job.ts';

const states: readonly JobState[] = ['queued', 'printing', 'printed', 'unknown', 'refused'];
const columns = 'id, key, ticket_id, state, problem';

/**
 * Print jobs on disk. A change is durable when its function returns; each throws what SQLite says when it cannot.
 * A slip is kept while its job may still be printed, and overwritten on disk when the job ends.
 */
export class JobStore {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string, maxPages?: number) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA busy_timeout = 2000;
      CREATE TABLE IF NOT EXISTS jobs (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        key TEXT NOT NULL UNIQUE,
        ticket_id TEXT NOT NULL,
        state TEXT NOT NULL,
        problem TEXT,
        slip TEXT,
        changed_at INTEGER NOT NULL,
        reported INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX IF NOT EXISTS jobs_by_state ON jobs (state, position);
    `);
    this.#addWhatOlderFilesLack();
    if (maxPages !== undefined) this.#database.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
  }

  add(job: NewJob & { readonly id: string; readonly now: number }): void {
    this.#statement(
      `INSERT INTO jobs (id, key, ticket_id, state, slip, changed_at) VALUES (?, ?, ?, 'queued', ?, ?)`,
    ).run(job.id, job.key, job.ticketId, JSON.stringify(job.slip), job.now);
  }

  byKey(key: string): PrintJob | null {
    return jobOf(this.#statement(`SELECT ${columns} FROM jobs WHERE key = ?`).get(key));
  }

  byId(id: string): PrintJob | null {
    return jobOf(this.#statement(`SELECT ${columns} FROM jobs WHERE id = ?`).get(id));
  }

  inState(state: JobState): PrintJob[] {
    const rows = this.#statement(`SELECT ${columns} FROM jobs WHERE state = ? ORDER BY position`).all(state);
    return rows.map(jobOf).filter((job) => job !== null);
  }

  queuedBefore(instant: number): PrintJob[] {
    const rows = this.#statement(`SELECT ${columns} FROM jobs WHERE state = 'queued' AND changed_at < ?`).all(instant);
    return rows.map(jobOf).filter((job) => job !== null);
  }

  slipOf(id: string): Slip | null {
    const row = this.#statement('SELECT slip FROM jobs WHERE id = ?').get(id);
    return typeof row?.slip === 'string' ? slipSchema.parse(JSON.parse(row.slip)) : null;
  }

  startPrinting(id: string, now: number): void {
    this.#statement(`UPDATE jobs SET state = 'printing', changed_at = ? WHERE id = ?`).run(now, id);
  }

  /** Ends a job and leaves nothing of its slip, neither in the file nor in its log. */
  end(id: string, { state, problem, now }: { state: JobState; problem: PrintProblem | null; now: number }): void {
    this.#statement('UPDATE jobs SET state = ?, problem = ?, slip = NULL, changed_at = ? WHERE id = ?').run(
      state,
      problem,
      now,
      id,
    );
    this.truncateLog();
  }

  /** Jobs that may lie on paper or not, and whose ticket was not printed afterwards. */
  countUnknown(): number {
    const row = this.#statement(
      `SELECT count(*) AS jobs FROM jobs AS old WHERE state = 'unknown' AND NOT EXISTS (
         SELECT 1 FROM jobs AS later
         WHERE later.ticket_id = old.ticket_id AND later.state = 'printed' AND later.position > old.position)`,
    ).get();
    return Number(row?.jobs ?? 0);
  }

  /** Whether paper of this ticket came out of an earlier job, or may have. */
  mayBeOnPaper(ticketId: string): boolean {
    const earlier = `SELECT 1 FROM jobs WHERE ticket_id = ? AND state IN ('printed', 'unknown') LIMIT 1`;
    return this.#statement(earlier).get(ticketId) !== undefined;
  }

  /** Ended jobs that the hub has not been told of, oldest first. */
  unreported(most: number): PrintJob[] {
    const rows = this.#statement(
      `SELECT ${columns} FROM jobs WHERE reported = 0 AND state NOT IN ('queued', 'printing') ORDER BY position LIMIT ?`,
    ).all(most);
    return rows.map(jobOf).filter((job) => job !== null);
  }

  markReported(id: string): void {
    this.#statement('UPDATE jobs SET reported = 1 WHERE id = ?').run(id);
  }

  forgetBefore(instant: number): void {
    this.#statement(`DELETE FROM jobs WHERE changed_at < ? AND state NOT IN ('queued', 'printing')`).run(instant);
  }

  truncateLog(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#database.close();
  }

  #addWhatOlderFilesLack(): void {
    const has = this.#database.prepare(`SELECT 1 FROM pragma_table_info('jobs') WHERE name = 'reported'`).get();
    // What an older agent printed is nobody's question any more.
    if (has === undefined) this.#database.exec('ALTER TABLE jobs ADD COLUMN reported INTEGER NOT NULL DEFAULT 1');
  }

  #statement(text: string): StatementSync {
    const statement = this.#statements.get(text) ?? this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }
}

function jobOf(row: Record<string, SQLOutputValue> | undefined): PrintJob | null {
  if (row === undefined) return null;
  const state = states.find((each) => each === row.state);
  if (state === undefined) throw new Error('print spool: a job in no state');
  return {
    id: String(row.id),
    key: String(row.key),
    ticketId: String(row.ticket_id),
    state,
    problem: printProblems.find((each) => each === row.problem) ?? null,
  };
}
