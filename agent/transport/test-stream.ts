import type { ByteStream, StreamState } from './byte-stream.ts';

/** A line for tests: the test is the device at its other end, and the hand on its plug. */
export class TestStream implements ByteStream {
  readonly address = 'test://line';
  /** Everything that was written to the device, one entry a write. */
  readonly written: Buffer[] = [];
  #state: StreamState = { open: true };
  readonly #byteListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #stateListeners = new Set<(state: StreamState) => void>();

  get state(): StreamState {
    return this.#state;
  }

  write(bytes: Uint8Array): Promise<void> {
    if (!this.#state.open) return Promise.reject(new Error('down'));
    this.written.push(Buffer.from(bytes));
    return Promise.resolve();
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
    this.#become({ open: false, why: 'closed' });
  }

  /** The device says something. */
  say(bytes: Uint8Array | string): void {
    for (const listener of [...this.#byteListeners]) listener(Buffer.from(bytes));
  }

  unplug(): void {
    this.#become({ open: false, why: 'unplugged' });
  }

  plugIn(): void {
    this.#become({ open: true });
  }

  #become(state: StreamState): void {
    this.#state = state;
    for (const listener of [...this.#stateListeners]) listener(state);
  }
}
