/** More pictures than this a second nobody sees in a calm movement. Milliseconds between two. */
const shortest = 1_000 / 31;
/** A picture that took longer was not drawn because nobody looked (a hidden tab): the walk goes on where it was. */
const longest = 250;
/** So many pictures are looked at before the machine is called too slow, and so long may one of them take on average. */
const judged = 20;
const tooLong = 100;

/** Beats while something moves, thirty times a second at most, and tells when the machine cannot follow. */
export class FrameClock {
  readonly #beat: (passedSeconds: number) => void;
  readonly #onTooSlow: () => void;
  #handle: number | null = null;
  #last: number | null = null;
  #taken: number[] = [];

  constructor(beat: (passedSeconds: number) => void, onTooSlow: () => void) {
    this.#beat = beat;
    this.#onTooSlow = onTooSlow;
  }

  get isRunning(): boolean {
    return this.#handle !== null;
  }

  start(): void {
    if (this.#handle !== null) return;
    this.#last = null;
    this.#taken = [];
    this.#handle = requestAnimationFrame(this.#frame);
  }

  stop(): void {
    if (this.#handle !== null) cancelAnimationFrame(this.#handle);
    this.#handle = null;
  }

  readonly #frame = (now: number): void => {
    if (this.#handle === null) return;
    this.#handle = requestAnimationFrame(this.#frame);
    const passed = this.#last === null ? shortest : now - this.#last;
    if (passed < shortest) return;
    this.#last = now;
    this.#judge(passed);
    this.#beat(Math.min(passed, longest) / 1_000);
  };

  #judge(passed: number): void {
    if (passed > 4 * longest || this.#taken.length > judged) return;
    this.#taken.push(passed);
    if (this.#taken.length !== judged) return;
    const mean = this.#taken.reduce((sum, one) => sum + one, 0) / judged;
    if (mean > tooLong) this.#onTooSlow();
  }
}
