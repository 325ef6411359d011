/** A place among the calls that are under way; `leave` gives it to the next one. */
export interface Place {
  readonly leave: () => void;
}

interface Waiting {
  readonly come: (place: Place) => void;
}

/**
 * 舱壁: so many calls at once and so many waiting behind them, so that a hall full of terminals does not pile up before a
 * slow hospital. Whoever waits is served in the order of coming.
 */
export class CallLine {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  #underWay = 0;
  #waiting: Waiting[] = [];

  constructor(limits: { readonly atOnce: number; readonly waiting: number }) {
    this.#atOnce = limits.atOnce;
    this.#mostWaiting = limits.waiting;
  }

  /** A place, at once or when its turn comes; undefined when the line is full or `gone` before that. */
  async enter(gone: Promise<void>): Promise<Place | undefined> {
    if (this.#underWay < this.#atOnce) return this.#take();
    if (this.#waiting.length >= this.#mostWaiting) return undefined;
    return new Promise((resolve) => {
      const waiting: Waiting = { come: resolve };
      this.#waiting.push(waiting);
      void gone.then(() => {
        if (!this.#waiting.includes(waiting)) return;
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        resolve(undefined);
      });
    });
  }

  #take(): Place {
    this.#underWay += 1;
    let left = false;
    const leave = (): void => {
      if (left) return;
      left = true;
      this.#underWay -= 1;
      const next = this.#waiting.shift();
      if (next !== undefined) next.come(this.#take());
    };
    return { leave };
  }
}
