import { isoNow, type Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { countAttempt, forgetOldAttempts, forgetTriesUntil, putAttempts, takeBackAttempt } from './account-storage.ts';

/** How many wrong tries lock something, and for how long; `within`: how old a count becomes before it begins anew. Milliseconds. */
export interface TriesRule {
  readonly wrong: number;
  readonly lockedFor: number;
  readonly within: number;
}

/** A try that was counted: whether nobody may try now, and how many tries it makes in a row. */
export interface CountedTry {
  readonly locked: boolean;
  readonly tries: number;
}

const minute = 60_000;

/** Of a work number or a badge: in a row. */
export const triesOfOne: TriesRule = { wrong: 5, lockedFor: 5 * minute, within: 24 * 60 * minute };

/** Counts wrong tries of a work number, of a badge, or at a place, whether anybody has it or not. */
export class Tries {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #rule: TriesRule;

  constructor(parts: { readonly store: Store; readonly clock: Clock; readonly rule: TriesRule }) {
    this.#rule = parts.rule;
    this.#store = parts.store;
    this.#clock = parts.clock;
  }

  /** Counts a try as a wrong one until it proves right. */
  async count(who: string): Promise<CountedTry> {
    const at = isoNow(this.#clock);
    return this.#store.change<CountedTry>(async (transaction) => {
      const { wrong, since, lockedUntil } = await countAttempt(transaction, who, at);
      if (lockedUntil !== null && lockedUntil > at) return { reply: { locked: true, tries: wrong }, events: [] };
      const anew = lockedUntil !== null || since <= this.#from(-this.#rule.within);
      const tries = anew ? 1 : wrong;
      const until = tries >= this.#rule.wrong ? this.#from(this.#rule.lockedFor) : null;
      await putAttempts(transaction, who, { wrong: tries, since: anew ? at : since, lockedUntil: until });
      return { reply: { locked: false, tries }, events: [] };
    });
  }

  /** A right try starts the count anew: it and those before it are forgotten. Those that came after it count. */
  async forget(who: string, { tries }: CountedTry): Promise<void> {
    await forgetTriesUntil(this.#store.database, who, { tries, wrong: this.#rule.wrong });
  }

  /** A right try does not count, and those of others beside it do. */
  async takeBack(who: string): Promise<void> {
    await takeBackAttempt(this.#store.database, who);
  }

  /** Forgets the counts of a day ago, of whatever rule. */
  async prune(): Promise<void> {
    await forgetOldAttempts(this.#store.database, { since: this.#from(-24 * 60 * minute), at: isoNow(this.#clock) });
  }

  #from(milliseconds: number): string {
    return new Date(this.#clock.now() + milliseconds).toISOString();
  }
}
