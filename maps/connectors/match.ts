/** A pair that may be matched: its row, its column, and how well they fit, above 0. */
export interface Fit {
  readonly row: number;
  readonly column: number;
  readonly worth: number;
}

/**
 * Matches rows and columns one to one: as many pairs as can be, and of these choices the one that fits best in sum. The
 * Hungarian method with potentials, on a square of `size`.
 */
export function matchOneToOne(fits: readonly Fit[], size: number): readonly Fit[] {
  const fitAt = new Map(fits.map((fit) => [fit.row * size + fit.column, fit]));
  // A pair is worth more than any fit of another, so that number goes before fit.
  const best = Math.max(1, ...fits.map(({ worth }) => worth));
  const cost = (row: number, column: number): number => {
    const fit = fitAt.get(row * size + column);
    return fit === undefined ? 0 : -(1 + fit.worth / best / (size + 1));
  };
  const rowOf = assign(cost, size);
  return rowOf.flatMap((row, column) => fitAt.get(row * size + column) ?? []);
}

/** Row that is assigned to each column, at least cost. */
function assign(cost: (row: number, column: number) => number, size: number): readonly number[] {
  const none = size;
  const rowPotential = new Array<number>(size + 1).fill(0);
  const columnPotential = new Array<number>(size + 1).fill(0);
  const rowOf = new Array<number>(size + 1).fill(none);
  const at = (list: readonly number[], n: number): number => list[n] ?? 0;
  for (let row = 0; row < size; row += 1) {
    rowOf[none] = row;
    const from = new Array<number>(size + 1).fill(none);
    const slack = new Array<number>(size + 1).fill(Infinity);
    const done = new Set<number>();
    let column = none;
    do {
      done.add(column);
      const current = at(rowOf, column);
      let [least, next] = [Infinity, none];
      for (let other = 0; other < size; other += 1) {
        if (done.has(other)) continue;
        const reduced = cost(current, other) - at(rowPotential, current) - at(columnPotential, other);
        if (reduced < at(slack, other)) [slack[other], from[other]] = [reduced, column];
        if (at(slack, other) < least) [least, next] = [at(slack, other), other];
      }
      for (let other = 0; other <= size; other += 1) {
        if (done.has(other)) {
          rowPotential[at(rowOf, other)] = at(rowPotential, at(rowOf, other)) + least;
          columnPotential[other] = at(columnPotential, other) - least;
        } else slack[other] = at(slack, other) - least;
      }
      column = next;
    } while (at(rowOf, column) !== none);
    while (column !== none) {
      const before = at(from, column);
      rowOf[column] = at(rowOf, before);
      column = before;
    }
  }
  return rowOf.slice(0, size);
}
