import { newWriteKey } from './write-key.ts';

/** The key of what is wanted now: a second tap, or asking again when nobody answered, is the same wish. */
export class WishKey {
  #wish = '';
  #key = '';

  of(wish: unknown): string {
    const wanted = JSON.stringify(wish);
    if (wanted !== this.#wish) this.#key = newWriteKey();
    this.#wish = wanted;
    return this.#key;
  }

  /** It was answered: wanting the same from now on is wanting another one. */
  answered(): void {
    this.#wish = '';
  }
}
