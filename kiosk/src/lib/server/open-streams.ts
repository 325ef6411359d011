/**
 * Counts event streams that anybody may open: a few for each network address, so that one of them cannot take them all,
 * and so many in all as this server carries beside its screens and desks.
 */
export class OpenStreams {
  readonly #most: { readonly anAddress: number; readonly inAll: number };
  readonly #open = new Map<string, number>();
  #inAll = 0;

  constructor(most: { readonly anAddress: number; readonly inAll: number }) {
    this.#most = most;
  }

  /** What gives the place back, once; undefined: there is none left. */
  take(address: string): (() => void) | undefined {
    const here = this.#open.get(address) ?? 0;
    if (here >= this.#most.anAddress || this.#inAll >= this.#most.inAll) return undefined;
    this.#open.set(address, here + 1);
    this.#inAll += 1;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#inAll -= 1;
      const left = (this.#open.get(address) ?? 1) - 1;
      if (left === 0) this.#open.delete(address);
      else this.#open.set(address, left);
    };
  }
}
