/** What the sandbox is waiting for, so that a hospital that is mended lets go of the calls that hang in it. */
export class Waits {
  readonly #pause: (milliseconds: number) => Promise<void>;
  readonly #hanging = new Set<() => void>();

  /** `pause`: waits so many milliseconds; real time unless given. */
  constructor(pause?: (milliseconds: number) => Promise<void>) {
    this.#pause = pause ?? ((milliseconds) => this.#realTime(milliseconds));
  }

  async wait(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await this.#pause(milliseconds);
  }

  /** Ends every wait in real time. */
  letGo(): void {
    for (const go of [...this.#hanging]) go();
  }

  #realTime(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.#hanging.delete(go);
        resolve();
      };
      const timer = setTimeout(go, milliseconds);
      this.#hanging.add(go);
    });
  }
}
