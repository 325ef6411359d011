import type { Timers } from './timers.ts';

/**
 * Timers for tests: a rest is over as soon as input and output had their turn, while the clock counts it in full;
 * deadlines are real ones, or, when `deadlines` is `manual`, pass only when a test says so.
 */
export class TestTimers implements Timers {
  /** Every rest that was taken, in milliseconds. */
  readonly rests: number[] = [];
  readonly #manual: boolean;
  readonly #waiting = new Map<symbol, { readonly due: number; readonly run: () => void }>();
  #now = 0;

  constructor(deadlines: 'real' | 'manual' = 'real') {
    this.#manual = deadlines === 'manual';
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    if (!this.#manual) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    }
    const key = Symbol();
    this.#waiting.set(key, { due: this.#now + ms, run });
    return () => this.#waiting.delete(key);
  }

  pause(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    this.rests.push(ms);
    this.#now += ms;
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets the earliest manual deadline pass. */
  expire(): void {
    const [first] = [...this.#waiting].sort(([, one], [, other]) => one.due - other.due);
    if (first === undefined) return;
    const [key, { due, run }] = first;
    this.#waiting.delete(key);
    this.#now = Math.max(this.#now, due);
    run();
  }
}
