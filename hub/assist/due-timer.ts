/** Timers of a process count no further than this. Milliseconds. */
const longest = 60_000;
/** The clock of the hub and the timers of its process need not agree to the millisecond. */
const shortest = 50;

/**
 * Wakes when something is due by the hub's clock, though nobody asks. Looks again whenever it is told that something may
 * have changed, and at least once a minute while anything is open.
 */
export class DueTimer {
  readonly #nextDue: () => Promise<number | undefined>;
  readonly #onDue: () => Promise<void>;
  readonly #now: () => number;
  readonly #onTrouble: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  /** `nextDue`: milliseconds since the epoch; undefined when nothing is open. */
  constructor(parts: {
    readonly nextDue: () => Promise<number | undefined>;
    readonly onDue: () => Promise<void>;
    readonly now: () => number;
    readonly onTrouble: (error: unknown) => void;
  }) {
    this.#nextDue = parts.nextDue;
    this.#onDue = parts.onDue;
    this.#now = parts.now;
    this.#onTrouble = parts.onTrouble;
  }

  /** Something may have changed. */
  look(): void {
    if (this.#stopped) return;
    if (this.#looking !== undefined) {
      this.#again = true;
      return;
    }
    this.#looking = this.#look()
      .catch((error: unknown) => {
        this.#onTrouble(error);
        this.#wait(longest);
      })
      .finally(() => {
        this.#looking = undefined;
        if (!this.#again) return;
        this.#again = false;
        this.look();
      });
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    const due = await this.#nextDue();
    if (due === undefined) return;
    const wait = due - this.#now();
    if (wait > 0) return this.#wait(wait);
    await this.#onDue();
    this.#again = true;
  }

  #wait(milliseconds: number): void {
    if (this.#stopped) return;
    const wait = Math.min(Math.max(milliseconds, shortest), longest);
    this.#timer = setTimeout(() => this.look(), wait).unref();
  }
}
