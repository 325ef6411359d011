import type { Clock } from '../clock.ts';

/** How many answers back, and how long, the present pace of a hospital is judged by. */
const answersKept = 10;
const keptMilliseconds = 2 * 60_000;

/** How long the hospital has taken over its latest answers, and over those it still owes. */
export class AnswerTimes {
  readonly #slowMilliseconds: number;
  readonly #clock: Clock;
  readonly #owed = new Set<{ readonly since: number }>();
  #wasSlow = false;
  #answers: { readonly at: number; readonly took: number }[] = [];

  constructor(slowSeconds: number, clock: Clock) {
    this.#slowMilliseconds = slowSeconds * 1_000;
    this.#clock = clock;
  }

  /** A call begins; the returned function says that it is over. */
  begin(): () => void {
    const call = { since: this.#clock.now() };
    this.#owed.add(call);
    return () => {
      if (!this.#owed.delete(call)) return;
      const at = this.#clock.now();
      this.#answers = [...this.#answers, { at, took: at - call.since }].slice(-answersKept);
    };
  }

  /** Once slow, it counts as slow until it takes half as long: a pace on the border is no news every minute. */
  get slow(): boolean {
    const now = this.#clock.now();
    const border = this.#wasSlow ? this.#slowMilliseconds / 2 : this.#slowMilliseconds;
    const [longest] = this.#owed;
    const recent = this.#answers.filter(({ at }) => now - at < keptMilliseconds).map(({ took }) => took);
    const median = recent.toSorted((one, other) => one - other)[Math.floor(recent.length / 2)] ?? 0;
    const owes = longest !== undefined && now - longest.since >= this.#slowMilliseconds;
    this.#wasSlow = owes || median >= border;
    return this.#wasSlow;
  }
}
