export interface Painted {
  /** What was painted: the name of a screen, the sequence of a board. */
  readonly shown: string;
  readonly frames: number;
  /** By this browser's clock. */
  readonly paintedAt: string;
}

export interface PaintingOptions {
  /** Calls back once the next picture has been painted; never, where nothing is painted any more. */
  readonly painted: (then: () => void) => void;
  readonly tell: (painted: Painted) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly every: (milliseconds: number, then: () => void) => () => void;
}

/** How often a page says that it still paints, though nothing changes. Milliseconds. */
const sayEvery = 15_000;
/** Changes that follow sooner are told together. Milliseconds. */
const soonest = 3_000;

/**
 * Says what has really been painted: not that a program runs, but that its picture came. A page whose painting stands
 * still says nothing, and whoever watches sees how old its last picture is.
 */
export class PaintingReporter {
  readonly #options: PaintingOptions;
  readonly #stop: () => void;
  #shown: string | undefined;
  #frames = 0;
  #toldAt = -Infinity;
  #asking = false;
  #changed = false;

  constructor(options: PaintingOptions) {
    this.#options = options;
    this.#stop = options.every(soonest, () => this.#look());
  }

  /** This is to be on the panel from now on. */
  show(shown: string): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (this.#options.now() - this.#toldAt >= soonest) this.#ask();
    else this.#changed = true;
  }

  stop(): void {
    this.#shown = undefined;
    this.#stop();
  }

  #look(): void {
    if (this.#changed || this.#options.now() - this.#toldAt >= sayEvery) this.#ask();
  }

  #ask(): void {
    if (this.#asking || this.#shown === undefined) return;
    this.#asking = true;
    this.#changed = false;
    this.#options.painted(() => {
      this.#asking = false;
      const shown = this.#shown;
      if (shown === undefined) return;
      this.#frames += 1;
      this.#toldAt = this.#options.now();
      this.#options.tell({ shown, frames: this.#frames, paintedAt: new Date(this.#toldAt).toISOString() });
    });
  }
}

/** A reporter of this browser. The first frame after a change is still being made when its callback runs. */
export function browserPainting(tell: (painted: Painted) => void): PaintingReporter {
  return new PaintingReporter({
    painted: (then) => void requestAnimationFrame(() => requestAnimationFrame(then)),
    tell,
    now: () => Date.now(),
    every(milliseconds, then) {
      const timer = setInterval(then, milliseconds);
      return () => clearInterval(timer);
    },
  });
}
