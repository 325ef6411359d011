import type { Board } from '@lobby/hub/contract';
import { turnKey } from './call-sequence.ts';

interface Surroundings {
  /** Tells the hub that a call is on the picture; `later`: the hub could not be reached. */
  readonly tell: (callId: string) => Promise<'told' | 'refused' | 'later'>;
  /** Runs something when the picture that is being made has been painted. */
  readonly painted: (then: () => void) => void;
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

const firstRetry = 1_000;
const slowestRetry = 10_000;
const remembered = 200;

/** Tells the hub of every call and recall once it has been painted, until the hub has heard it. */
export class Acknowledger {
  readonly #around: Surroundings;
  #met: string[] = [];
  #isStopped = false;
  readonly #retries = new Set<() => void>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Call this when a board has become the picture. */
  take(board: Board): void {
    for (const call of board.calls) {
      const key = turnKey(call);
      if (this.#met.includes(key)) continue;
      this.#met = [...this.#met, key].slice(-remembered);
      this.#around.painted(() => void this.#tell(call.callId, firstRetry));
    }
  }

  stop(): void {
    this.#isStopped = true;
    for (const callOff of this.#retries) callOff();
  }

  async #tell(callId: string, retryAfter: number): Promise<void> {
    if (this.#isStopped) return;
    const answer = await this.#around.tell(callId);
    if (answer !== 'later' || this.#isStopped) return;
    const callOff = this.#around.after(retryAfter, () => {
      this.#retries.delete(callOff);
      void this.#tell(callId, Math.min(retryAfter * 2, slowestRetry));
    });
    this.#retries.add(callOff);
  }
}
