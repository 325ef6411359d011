/** More than a QR code of the densest kind holds of what we take. Bytes. */
export const longestCode = 4096;

/**
 * Collects what a device says without a pause: one showing of one code. What is longer than any code is counted and
 * dropped until the device pauses, so that its end is not taken for another code.
 */
export class Burst {
  #held: Uint8Array[] = [];
  #length = 0;

  push(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (this.#length > longestCode) this.#held = [];
    else this.#held.push(Uint8Array.from(bytes));
  }

  /** The device has paused: everything it said, or `too-long`. */
  take(): Uint8Array | 'too-long' {
    const said = this.#length > longestCode ? 'too-long' : Buffer.concat(this.#held);
    this.clear();
    return said;
  }

  clear(): void {
    this.#held = [];
    this.#length = 0;
  }
}
