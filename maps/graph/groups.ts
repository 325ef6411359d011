export interface Groups {
  readonly join: (a: number, b: number) => void;
  readonly same: (a: number, b: number) => boolean;
  readonly of: (a: number) => number;
  readonly count: () => number;
}

/** Disjoint sets of 0 … size - 1. */
export function makeGroups(size: number): Groups {
  const parent = Int32Array.from({ length: size }, (_, n) => n);
  let left = size;
  const of = (a: number): number => {
    let top = a;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top] as number] as number;
      top = parent[top] as number;
    }
    return top;
  };
  return {
    of,
    same: (a, b) => of(a) === of(b),
    count: () => left,
    join: (a, b) => {
      const [first, second] = [of(a), of(b)];
      if (first === second) return;
      parent[second] = first;
      left--;
    },
  };
}
