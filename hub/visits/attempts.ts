import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Site } from '@lobby/config';
import { isoNow, type Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';

/** One try at a number, at one terminal. */
export interface Try {
  readonly terminalId: string;
  readonly number: string;
}

/**
 * Counts tries at numbers. A try is counted before it is made, so that many at once are not cheaper, and taken back
 * when it was right. Numbers nobody has are counted like others.
 */
export class Attempts {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #rule: Site['identification']['wrongTries'];

  constructor(parts: { readonly store: Store; readonly clock: Clock; readonly site: Site }) {
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#rule = parts.site.identification.wrongTries;
  }

  /** Counts a try; false: it must not be made. */
  async begin(attempt: Try): Promise<boolean> {
    return this.#store.change(async (transaction) => {
      const { perTerminal, perNumber } = this.#rule;
      // Always the number before the terminal, so that two at once never wait for each other.
      const numberMay = await this.#count(transaction, ofNumber(attempt), perNumber);
      const reply = numberMay && (await this.#count(transaction, ofTerminal(attempt), perTerminal));
      // What is refused for the one is no try for the other: a number that is locked locks no terminal.
      if (numberMay && !reply) await this.#giveBack(transaction, ofNumber(attempt));
      return { reply, events: [] };
    });
  }

  /** The try was right, or nobody could say: it does not count. */
  async takeBack(attempt: Try): Promise<void> {
    await this.#store.change(async (transaction) => {
      for (const scope of [ofNumber(attempt), ofTerminal(attempt)]) await this.#giveBack(transaction, scope);
      return { reply: undefined, events: [] };
    });
  }

  async forgetOld(): Promise<void> {
    await this.#store.database.deleteFrom('identification_attempt').where('since', '<', this.#cutOff()).execute();
  }

  async #giveBack(transaction: WriteTransaction, scope: string): Promise<void> {
    const row = transaction.updateTable('identification_attempt').set({ wrong: sql`wrong - 1` });
    await row.where('scope', '=', scope).where('wrong', '>', 0).execute();
  }

  /** One more try, unless there were as many as may be; a time without tries makes a fresh start. */
  async #count(transaction: WriteTransaction, scope: string, most: number): Promise<boolean> {
    const now = isoNow(this.#clock);
    const old = sql<boolean>`identification_attempt.since < ${this.#cutOff()}`;
    const row = await transaction
      .insertInto('identification_attempt')
      .values({ scope, wrong: 1, since: now })
      .onConflict((conflict) =>
        conflict.column('scope').doUpdateSet({
          wrong: sql`case when ${old} then 1 when identification_attempt.wrong > ${most} then identification_attempt.wrong
            else identification_attempt.wrong + 1 end`,
          since: sql`case when ${old} or identification_attempt.wrong < ${most} then ${now}
            else identification_attempt.since end`,
        }),
      )
      .returning('wrong')
      .executeTakeFirstOrThrow();
    return row.wrong <= most;
  }

  #cutOff(): string {
    return new Date(this.#clock.now() - this.#rule.lockMinutes * 60_000).toISOString();
  }
}

function ofTerminal({ terminalId }: Try): string {
  return `terminal:${terminalId}`;
}

/**
 * 20 bits of a hash: one in a million numbers shares them by chance, and thousands of identity numbers fit, so that what
 * is stored names nobody.
 */
function ofNumber({ number }: Try): string {
  return `number:${createHash('sha256').update(number).digest('hex').slice(0, 5)}`;
}
