/** A graph as `maps graph --json` prints it. */
export interface PrintedGraph {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly seconds: number }[];
}

/** Seconds from the nearest of some nodes to every node that can be reached, by the book and without a hint of where the goal is. */
export function plainDijkstra({ edges }: PrintedGraph): (from: readonly string[]) => ReadonlyMap<string, number> {
  const edgesOf = Map.groupBy(edges, ({ from }) => from);
  return (from) => {
    const settled = new Map<string, number>();
    const waiting = new Waiting();
    for (const start of from) waiting.add(start, 0);
    for (let next = waiting.take(); next !== undefined; next = waiting.take()) {
      if (settled.has(next.node)) continue;
      settled.set(next.node, next.seconds);
      for (const { to, seconds } of edgesOf.get(next.node) ?? [])
        if (!settled.has(to)) waiting.add(to, next.seconds + seconds);
    }
    return settled;
  };
}

interface Entry {
  readonly node: string;
  readonly seconds: number;
}

/** Whoever is nearest goes first. */
class Waiting {
  readonly #heap: Entry[] = [];

  add(node: string, seconds: number): void {
    this.#heap.push({ node, seconds });
    let at = this.#heap.length - 1;
    while (at > 0 && this.#swapUnlessSorted((at - 1) >> 1, at)) at = (at - 1) >> 1;
  }

  take(): Entry | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return first;
    this.#heap[0] = last;
    for (let at = 0; ;) {
      const child = this.#secondsAt(2 * at + 1) <= this.#secondsAt(2 * at + 2) ? 2 * at + 1 : 2 * at + 2;
      if (!this.#swapUnlessSorted(at, child)) return first;
      at = child;
    }
  }

  #secondsAt(at: number): number {
    return this.#heap[at]?.seconds ?? Infinity;
  }

  #swapUnlessSorted(above: number, below: number): boolean {
    const [one, other] = [this.#heap[above], this.#heap[below]];
    if (one === undefined || other === undefined || one.seconds <= other.seconds) return false;
    [this.#heap[above], this.#heap[below]] = [other, one];
    return true;
  }
}
