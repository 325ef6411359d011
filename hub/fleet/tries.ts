import { isoNow, type Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { countAttempt, putAttempts } from './account-storage.ts';

/** How many wrong tries in a row lock something, and for how long. Milliseconds. */
export interface TriesRule {
  readonly wrong: number;
  readonly lockedFor: number;
}

/** Of a work number or a badge. */
const rule: TriesRule = { wrong: 5, lockedFor: 5 * 60_000 };

/** Counts wrong tries of a work number or a badge; five lock it for five minutes, whether anybody has it or not. */
export class Tries {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #rule: TriesRule;

  constructor(parts: { readonly store: Store; readonly clock: Clock; readonly rule?: TriesRule }) {
    this.#rule = parts.rule ?? rule;
    this.#store = parts.store;
    this.#clock = parts.clock;
  }

  /** Counts a try as a wrong one until it proves right; true when it is locked. */
  async count(who: string): Promise<boolean> {
    const now = this.#clock.now();
    return this.#store.change(async (transaction) => {
      const { wrong, lockedUntil } = await countAttempt(transaction, who);
      const locked = lockedUntil !== null && lockedUntil > isoNow(this.#clock);
      if (locked) return { reply: true, events: [] };
      const tries = lockedUntil === null ? wrong : 1;
      const until = tries >= this.#rule.wrong ? new Date(now + this.#rule.lockedFor).toISOString() : null;
      await putAttempts(transaction, who, { wrong: tries, lockedUntil: until });
      return { reply: false, events: [] };
    });
  }

  /** A right try starts the count anew. */
  async forget(who: string): Promise<void> {
    await this.#store.change(async (transaction) => {
      await putAttempts(transaction, who, { wrong: 0, lockedUntil: null });
      return { reply: undefined, events: [] };
    });
  }
}
