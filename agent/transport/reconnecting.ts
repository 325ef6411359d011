import type { ByteStream, StreamState } from './byte-stream.ts';
import type { Timers } from './timers.ts';
import { wordsFor } from './trouble.ts';

/** One live connection to a device. */
export interface Line {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface LineListener {
  onBytes(bytes: Uint8Array): void;
  /** The line is gone; said once. */
  onDown(why: string): void;
}

/** Opens one connection; rejects when it cannot be opened, or when the signal fires before it is. */
export type Dial = (listener: LineListener, signal: AbortSignal) => Promise<Line>;

/** Milliseconds between two tries: doubles from `first` to `most`, starts again after a line that lived `goodAfter`. */
export interface BackOff {
  readonly first: number;
  readonly most: number;
  readonly goodAfter: number;
}
export const usualBackOff: BackOff = { first: 250, most: 5000, goodAfter: 10_000 };

export interface ReconnectingOptions {
  readonly address: string;
  readonly dial: Dial;
  readonly timers: Timers;
  readonly backOff?: BackOff;
}

/** A byte stream that opens again by itself, with growing pauses, until it is closed. */
export class ReconnectingStream implements ByteStream {
  readonly address: string;
  readonly #dial: Dial;
  readonly #timers: Timers;
  readonly #backOff: BackOff;
  readonly #closing = new AbortController();
  readonly #byteListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #stateListeners = new Set<(state: StreamState) => void>();
  readonly #life: Promise<void>;
  #state: StreamState = { open: false, why: 'not open yet' };
  #line: Line | null = null;
  #heard = false;

  constructor(options: ReconnectingOptions) {
    this.address = options.address;
    this.#dial = options.dial;
    this.#timers = options.timers;
    this.#backOff = options.backOff ?? usualBackOff;
    this.#life = Promise.resolve().then(() => this.#live());
  }

  get state(): StreamState {
    return this.#state;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#line === null) throw new Error(`${this.address} is down: ${this.#state.open ? '' : this.#state.why}`);
    await this.#line.write(bytes);
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#byteListeners.add(listener);
    return () => this.#byteListeners.delete(listener);
  }

  onState(listener: (state: StreamState) => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#life;
  }

  async #live(): Promise<void> {
    const { signal } = this.#closing;
    let delay = this.#backOff.first;
    while (!signal.aborted) {
      const openedAt = this.#timers.now();
      this.#heard = false;
      this.#become({ open: false, why: await this.#connectOnce(signal) });
      const good = this.#heard || this.#timers.now() - openedAt > this.#backOff.goodAfter;
      if (good) delay = this.#backOff.first;
      await this.#timers.pause(delay, signal);
      delay = Math.min(delay * 2, this.#backOff.most);
    }
  }

  /** Resolves with the reason when the line has gone down or could not be opened. */
  async #connectOnce(signal: AbortSignal): Promise<string> {
    const down = Promise.withResolvers<string>();
    const stop = () => down.resolve('closed');
    signal.addEventListener('abort', stop);
    try {
      const line = await this.#dial({ onBytes: (bytes) => this.#hear(bytes), onDown: down.resolve }, signal);
      this.#line = line;
      if (!signal.aborted) this.#become({ open: true });
      const why = signal.aborted ? 'closed' : await down.promise;
      this.#line = null;
      await line.close();
      return why;
    } catch (error) {
      return signal.aborted ? 'closed' : wordsFor(error);
    } finally {
      this.#line = null;
      signal.removeEventListener('abort', stop);
    }
  }

  #hear(bytes: Uint8Array): void {
    this.#heard = true;
    for (const listener of [...this.#byteListeners]) listener(bytes);
  }

  #become(state: StreamState): void {
    const before = this.#state;
    if (before.open === state.open && (state.open || (!before.open && before.why === state.why))) return;
    this.#state = state;
    for (const listener of [...this.#stateListeners]) listener(state);
  }
}
