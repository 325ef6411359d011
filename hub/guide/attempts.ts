/** Where nobody should try again at once what has just failed. Milliseconds. */
const rememberedFor = 60_000;

interface Attempt<Result> {
  readonly result: Promise<Result | undefined>;
  /** When it failed, by the clock of `Attempts`. */
  failedAt?: number;
}

/** Work done once for whoever asks, by key. What failed counts as failed for a minute, and is then tried again. */
export class Attempts<Result> {
  readonly #attempts = new Map<string, Attempt<Result>>();
  readonly #now: () => number;

  /** Steady, milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** What `work` gives; undefined, or rejected: it failed. */
  get(key: string, work: () => Promise<Result | undefined>): Promise<Result | undefined> {
    const known = this.#attempts.get(key);
    if (known !== undefined && !this.#isOver(known)) return known.result;
    const attempt: Attempt<Result> = { result: work() };
    this.#attempts.set(key, attempt);
    const failed = (): void => void (attempt.failedAt = this.#now());
    void attempt.result.then((result) => result === undefined && failed(), failed);
    return attempt.result;
  }

  /** Forgets all but these. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of [...this.#attempts.keys()]) if (!keys.has(key)) this.#attempts.delete(key);
  }

  #isOver({ failedAt }: Attempt<Result>): boolean {
    return failedAt !== undefined && this.#now() - failedAt >= rememberedFor;
  }
}
