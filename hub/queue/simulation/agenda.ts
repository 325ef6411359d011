/** Things that will happen, soonest first; of those at one instant the one that was entered first. */
export class Agenda<Entry> {
  /** A binary heap: no entry is later than the two below it. */
  readonly #heap: { readonly at: number; readonly place: number; readonly entry: Entry }[] = [];
  #entered = 0;

  get nextAt(): number | undefined {
    return this.#heap[0]?.at;
  }

  enter(at: number, entry: Entry): void {
    const heap = this.#heap;
    heap.push({ at, place: this.#entered, entry });
    this.#entered += 1;
    for (let index = heap.length - 1; index > 0;) {
      const above = (index - 1) >> 1;
      if (!this.#isSooner(index, above)) return;
      this.#swap(index, above);
      index = above;
    }
  }

  /** Takes all that happens at the soonest instant. */
  takeNext(): { readonly at: number; readonly entries: readonly Entry[] } | undefined {
    const at = this.nextAt;
    if (at === undefined) return undefined;
    const entries: Entry[] = [];
    while (this.nextAt === at) entries.push(...this.#takeOne());
    return { at, entries };
  }

  #takeOne(): Entry[] {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return [];
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return [first.entry];
  }

  #sink(): void {
    for (let index = 0; ;) {
      const below = 2 * index + 1;
      const sooner = this.#isSooner(below + 1, below) ? below + 1 : below;
      if (!this.#isSooner(sooner, index)) return;
      this.#swap(sooner, index);
      index = sooner;
    }
  }

  #isSooner(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    return a.at < b.at || (a.at === b.at && a.place < b.place);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return;
    [this.#heap[one], this.#heap[other]] = [b, a];
  }
}
