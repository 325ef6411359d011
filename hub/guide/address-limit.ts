import type { Clock } from '../clock.ts';

const minuteMilliseconds = 60_000;
/** A hospital's own network stands behind one address: a waiting hall that looks at its phones stays below this. */
const asksAMinute = 240;
/** Whoever tries out links makes wrong ones. */
const forgedAMinute = 20;

/** Counts what comes from a network address in this minute; kept in memory, forgotten with the minute. */
export class AddressLimit {
  readonly #clock: Clock;
  #minute = 0;
  #asks = new Map<string, number>();
  #forged = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** False: this address asks too often, or has shown too many forged links. */
  mayAsk(address: string): boolean {
    this.#turn();
    const asks = (this.#asks.get(address) ?? 0) + 1;
    this.#asks.set(address, asks);
    return asks <= asksAMinute && (this.#forged.get(address) ?? 0) < forgedAMinute;
  }

  wasForged(address: string): void {
    this.#forged.set(address, (this.#forged.get(address) ?? 0) + 1);
  }

  #turn(): void {
    const minute = Math.floor(this.#clock.now() / minuteMilliseconds);
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#asks = new Map();
    this.#forged = new Map();
  }
}
