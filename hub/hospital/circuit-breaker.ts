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
  #recent: Outcome[] = [];
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
    if (this.#openSince !== undefined) this.#recent = [];
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
    const failed = this.#recent.filter((outcome) => outcome.failed).length;
    const inARow = this.#recent.slice(-failures).every((outcome) => outcome.failed);
    return failed >= failures && (inARow || failed * 2 >= this.#recent.length);
  }

  #rested(): boolean {
    return this.#openSince !== undefined && this.#clock.now() - this.#openSince >= this.#rule.restSeconds * 1_000;
  }

  #note(failed: boolean): void {
    const at = this.#clock.now();
    const since = at - this.#rule.withinSeconds * 1_000;
    this.#recent = [...this.#recent.filter((outcome) => outcome.at > since), { at, failed }];
  }
}
