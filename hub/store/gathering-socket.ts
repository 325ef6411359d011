import { Socket } from 'node:net';

/**
 * A connection on which a statement that is sent in parts, and whatever follows it in the same turn of the event loop,
 * is handed to the system at once: handing over costs more than making a statement.
 */
export class GatheringSocket extends Socket {
  #gathers = false;

  override cork(): void {
    if (this.#gathers) return;
    this.#gathers = true;
    super.cork();
    process.nextTick(() => this.#handOver());
  }

  /** Whoever sends a statement in parts says so after each; it goes with the others of this turn. */
  override uncork(): void {
    // The turn ends it.
  }

  /** Whoever ends a connection that still gathers would wait for ever for its end. */
  override end(...last: readonly unknown[]): this {
    this.#handOver();
    // As it came: the overloads of the method are not told apart here.
    return super.end(...(last as Parameters<Socket['end']>));
  }

  #handOver(): void {
    if (!this.#gathers) return;
    this.#gathers = false;
    super.uncork();
  }
}
