import { Socket } from 'node:net';

/**
 * A connection on which what is sent in one turn of the event loop is handed to the system at once: statements go out
 * several at a time, and handing over costs more than making one.
 */
export class GatheringSocket extends Socket {
  #gathers = false;

  override write(...sent: readonly unknown[]): boolean {
    this.cork();
    // As it came: the overloads of the method are not told apart here.
    return super.write(...(sent as Parameters<Socket['write']>));
  }

  override cork(): void {
    if (this.#gathers) return;
    this.#gathers = true;
    super.cork();
    process.nextTick(() => {
      this.#gathers = false;
      super.uncork();
    });
  }

  /** Whoever sends a statement in parts says so after each; it goes with the others of this turn. */
  override uncork(): void {
    // The turn ends it.
  }
}
