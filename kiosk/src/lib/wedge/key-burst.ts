/**
 * A reader that poses as a keyboard types its line faster than any hand: every key follows the one before within
 * `longestGap` milliseconds, there are at least `fewestKeys`, and Enter ends them. Fingers never do that. A line of
 * `mostKeys` or more is nothing that such a reader reads.
 */
export interface BurstRule {
  readonly longestGap: number;
  readonly fewestKeys: number;
  readonly mostKeys: number;
}

/** A card drawn through a slot. */
export const cardBurst: BurstRule = { longestGap: 50, fewestKeys: 6, mostKeys: 512 };
/** A code under a handheld scanner: by radio it pauses now and then, and a foreign code is long. */
export const codeBurst: BurstRule = { longestGap: 60, fewestKeys: 8, mostKeys: 8192 };

/** What to do with a key: `held` keys belong to a burst and must not work on the page; a `line` is complete. */
export type KeyTaken =
  { readonly taken: 'no' } | { readonly taken: 'held' } | { readonly taken: 'line'; readonly line: string };

/** Collects the keys of one keyboard. Times in milliseconds on a clock that never goes back. */
export class KeyBurst {
  readonly #rule: BurstRule;
  #keys = '';
  #lastAt = -Infinity;

  constructor(rule: BurstRule) {
    this.#rule = rule;
  }

  key({ key, at, repeated }: { readonly key: string; readonly at: number; readonly repeated: boolean }): KeyTaken {
    // Shift, which comes before % and ?, is no character of its own.
    if (key === 'Shift') return { taken: 'no' };
    const inBurst = at - this.#lastAt <= this.#rule.longestGap && !repeated;
    this.#lastAt = at;
    const before = inBurst ? this.#keys : '';
    if (key === 'Enter') return this.#end(before);
    const isCharacter = Array.from(key).length === 1 && !repeated;
    this.#keys = isCharacter ? (before + key).slice(0, this.#rule.mostKeys) : '';
    return before === '' || this.#keys === '' ? { taken: 'no' } : { taken: 'held' };
  }

  /** Drops what has come of a line that was never ended: it may be half of somebody's card. */
  forget(): void {
    this.#keys = '';
  }

  #end(keys: string): KeyTaken {
    this.#keys = '';
    if (keys.length < this.#rule.fewestKeys) return { taken: 'no' };
    return keys.length < this.#rule.mostKeys ? { taken: 'line', line: keys } : { taken: 'held' };
  }
}
