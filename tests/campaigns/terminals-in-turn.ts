import type { CampaignTerminal } from './patient.ts';

/** A queue before a few terminals: whoever comes takes the first that is free. */
export class TerminalsInTurn {
  readonly #free: CampaignTerminal[];
  readonly #waiting: ((terminal: CampaignTerminal) => void)[] = [];

  constructor(terminals: readonly CampaignTerminal[]) {
    this.#free = [...terminals];
  }

  take(): Promise<CampaignTerminal> {
    const terminal = this.#free.shift();
    if (terminal !== undefined) return Promise.resolve(terminal);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  giveBack(terminal: CampaignTerminal): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(terminal);
    else next(terminal);
  }
}
