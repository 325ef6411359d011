/**
 * When something became so at its source, as text whose order is the order of the source: `r` and a revision of 16
 * digits, or `t` and an instant in UTC.
 */
export type Stamp = string;

/** How a source puts what it says in order. */
export type Ordering = 'revision' | 'time';

/** A source that counts is asked for revisions ever after: the two kinds have no order among each other. */
export function stampOf(said: {
  readonly revision?: number | undefined;
  readonly occurredAt?: string | undefined;
}): Stamp | undefined {
  if (said.revision !== undefined) return `r${String(said.revision).padStart(16, '0')}`;
  if (said.occurredAt !== undefined) return `t${new Date(said.occurredAt).toISOString()}`;
  return undefined;
}

export function orderingOf(stamp: Stamp): Ordering {
  return stamp.startsWith('r') ? 'revision' : 'time';
}

export function laterStamp(one: Stamp | null, other: Stamp | null): Stamp | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? other : one;
}
