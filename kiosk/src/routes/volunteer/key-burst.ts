/** Milliseconds between two keys of a scanner at most; a person types slower, a radio scanner with a pause now and then. */
const slowest = 60;
/** Shorter bursts are somebody's fingers. */
const shortest = 8;
/** Longer ones are no code of ours, and are given up. */
const longest = 8192;

/**
 * Tells a handheld scanner, which types like a keyboard and ends with Enter, from fingers: so a slip may be scanned
 * whatever is focused.
 */
export class KeyBurst {
  #text = '';
  #last = -Infinity;

  /** One key at a time, in milliseconds of any clock. The scanned text at its Enter; undefined otherwise. */
  press(key: string, at: number): string | undefined {
    // Shift and its like are part of the letter after them.
    if (key !== 'Enter' && [...key].length !== 1) return undefined;
    const follows = at - this.#last <= slowest;
    this.#last = at;
    if (key === 'Enter') {
      const scanned = follows && this.#text.length >= shortest ? this.#text : undefined;
      this.#text = '';
      return scanned;
    }
    this.#text = follows ? (this.#text + key).slice(-longest) : key;
    return undefined;
  }
}
