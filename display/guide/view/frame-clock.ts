/** More pictures than this a second nobody sees in a calm movement. Milliseconds between two. */
const shortest = 1_000 / 31;
/** However long a picture took, the walk goes on by no more. */
const longest = 250;
/** After so long the machine slept. */
const asleep = 1_000;
/** So many pictures are looked at before the machine is called too slow: when half of them took longer than this. */
const judged = 21;
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
    if (passed > asleep || this.#taken.length >= judged) return;
    this.#taken.push(passed);
    if (this.#taken.length < judged) return;
    const half = this.#taken.toSorted((a, b) => a - b)[(judged - 1) / 2] ?? 0;
    if (half > tooLong) this.#onTooSlow();
  }
}
