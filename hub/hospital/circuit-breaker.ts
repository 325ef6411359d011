import type { Clock } from '../clock.ts';

/** closed: calls go through. open: nothing goes through. half-open: one call tries whether there is an answer again. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** What a call goes with. free: nothing stood in its way. trial: what becomes of it decides. none: it may not go. */
export type Pass = 'free' | 'trial' | 'none';

export interface BreakerRule {
  readonly failures: number;
  readonly withinSeconds: number;
  readonly restSeconds: number;
}

interface Outcome {
  readonly at: number;
  readonly failed: boolean;
}

/**
 * 熔断. Opens when enough calls in a window have failed, in a row or no fewer than half of all; after a rest lets one call
 * through, whose outcome decides. Holds no timer: time is read when somebody asks. `clock` must not be set back.
 */
export class CircuitBreaker {
  readonly #rule: BreakerRule;
  readonly #clock: Clock;
  /** Outcomes in the order of their time; those before `#first` have left the window. */
  #recent: Outcome[] = [];
  #first = 0;
  /** How many of the window failed. */
  #failed = 0;
  /** How many failed since the last answer, in the window or not. */
  #inARow = 0;
  #openSince: number | undefined;
  #trying = false;

  constructor(rule: BreakerRule, clock: Clock) {
    this.#rule = rule;
    this.#clock = clock;
  }

  get state(): BreakerState {
    if (this.#openSince === undefined) return 'closed';
    return this.#rested() ? 'half-open' : 'open';
  }

  /** Whether a call may go now. One that may must tell its outcome with its pass, also when nothing came of it. */
  admit(): Pass {
    if (this.#openSince === undefined) return 'free';
    if (!this.#rested() || this.#trying) return 'none';
    this.#trying = true;
    return 'trial';
  }

  /** The hospital answered, whatever it said. */
  succeeded(): void {
    if (this.#openSince !== undefined) this.#forget();
    this.#openSince = undefined;
    this.#trying = false;
    this.#note(false);
  }

  /** The hospital gave no answer. Calls of before it was left alone say nothing of how it is now. */
  failed(pass: Pass): void {
    this.#note(true);
    if (this.#openSince === undefined ? this.#tooMany() : pass === 'trial') this.#openSince = this.#clock.now();
    if (pass === 'trial') this.#trying = false;
  }

  /** The call was not made after all; a trial that another call makes goes on. */
  withdrawn(pass: Pass): void {
    if (pass === 'trial') this.#trying = false;
  }

  /** Also so many in a row: a busy hospital that has just gone away has many good answers behind it. */
  #tooMany(): boolean {
    const { failures } = this.#rule;
    const calls = this.#recent.length - this.#first;
    return this.#failed >= failures && (this.#inARow >= failures || this.#failed * 2 >= calls);
  }

  #rested(): boolean {
    return this.#openSince !== undefined && this.#clock.now() - this.#openSince >= this.#rule.restSeconds * 1_000;
  }

  #note(failed: boolean): void {
    const at = this.#clock.now();
    this.#leave(at - this.#rule.withinSeconds * 1_000);
    this.#recent.push({ at, failed });
    this.#failed += failed ? 1 : 0;
    this.#inARow = failed ? this.#inARow + 1 : 0;
  }

  /** Each outcome leaves once: a busy hospital has thousands of them in the window. */
  #leave(since: number): void {
    for (let oldest = this.#recent[this.#first]; oldest !== undefined && oldest.at <= since;) {
      this.#failed -= oldest.failed ? 1 : 0;
      this.#first += 1;
      oldest = this.#recent[this.#first];
    }
    if (this.#first * 2 < this.#recent.length) return;
    this.#recent = this.#recent.slice(this.#first);
    this.#first = 0;
  }

  #forget(): void {
    this.#recent = [];
    this.#first = 0;
    this.#failed = 0;
    this.#inARow = 0;
  }
}
