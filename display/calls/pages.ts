/** How long one page of a long list stays. Milliseconds. */
export const pageStays = 12_000;

/** One page of a list that does not fit. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Entries of a full page. */
  readonly size: number;
}

/**
 * The page that is due now, each in turn. Pages are filled evenly: the last one is not left with a single row. `more`: pages
 * after the list's own that hold something else; their items are empty.
 */
export function pageAt<T>(items: readonly T[], fits: number, now: number, more = 0): ListPage<T> {
  const own = Math.max(1, Math.ceil(items.length / Math.max(1, fits)));
  const of = own + more;
  const size = Math.ceil(items.length / own);
  const index = Math.floor(now / pageStays) % of;
  return { items: items.slice(index * size, (index + 1) * size), number: index + 1, of, size };
}
