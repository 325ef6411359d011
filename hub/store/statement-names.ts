import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Statements with lists of changing length would otherwise gather on the server without end. */
const most = 500;

/** `feature_not_supported`: "cached plan must not change result type". */
const planIsOld = '0A000';

/**
 * Names for statements: the server reads and plans a named one once on each connection, and not at each use.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #generation = 0;

  /** The statement as `pg` takes it; without a name where it has no parameters or there are too many statements. */
  named(text: string, values: readonly unknown[]): pg.QueryConfig {
    const name = values.length === 0 ? undefined : this.#nameOf(text);
    return { text, values: [...values], ...(name !== undefined && { name }) };
  }

  /** Hears of every failure: a table that has changed under a plan of the server is met by new names. */
  failed(error: unknown): void {
    if (!(error instanceof Error) || !('code' in error) || error.code !== planIsOld) return;
    this.#generation += 1;
    this.#names.clear();
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= most) return known;
    const name = createHash('sha256').update(`${this.#generation} ${text}`).digest('hex').slice(0, 40);
    this.#names.set(text, name);
    return name;
  }
}
