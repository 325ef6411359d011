/** Time as an input: the hub, its rules and its tests read it here and nowhere else. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands where it is put. */
export class FixedClock implements Clock {
  #now: number;

  constructor(at: string | number) {
    this.#now = typeof at === 'number' ? at : Date.parse(at);
  }

  now(): number {
    return this.#now;
  }

  set(at: string | number): void {
    this.#now = typeof at === 'number' ? at : Date.parse(at);
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** A clock that starts at an instant and goes so many times as fast as the machine's: a Monday morning at any hour. */
export class RunningClock implements Clock {
  readonly #from: number;
  readonly #speed: number;
  readonly #started = performance.now();

  constructor(from: string, speed: number) {
    this.#from = Date.parse(from);
    this.#speed = speed;
  }

  now(): number {
    return Math.round(this.#from + (performance.now() - this.#started) * this.#speed);
  }
}

/** The instant as stored and sent: ISO 8601, UTC, milliseconds. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
