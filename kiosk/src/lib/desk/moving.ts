/** A waiting ticket that a nurse holds in her hand, and before which one it would stand if she let go; null: at the end. */
export interface Grabbed {
  readonly ticketId: string;
  readonly queueId: string;
  readonly before: string | null;
}

/** Takes a ticket up where it stands. `order`: ids of its queue's waiting tickets, in calling order. */
export function grab(order: readonly string[], of: { readonly ticketId: string; readonly queueId: string }): Grabbed {
  return { ...of, before: order[order.indexOf(of.ticketId) + 1] ?? null };
}

/** The order as it would be if the ticket were let go. */
export function orderWhileHeld(order: readonly string[], { ticketId, before }: Grabbed): readonly string[] {
  const others = order.filter((id) => id !== ticketId);
  const at = before === null ? others.length : others.indexOf(before);
  return [...others.slice(0, at), ticketId, ...others.slice(at)];
}

/** Carries the ticket one place, or all the way, up or down. */
export function carry(order: readonly string[], held: Grabbed, to: 'up' | 'down' | 'first' | 'last'): Grabbed {
  const others = order.filter((id) => id !== held.ticketId);
  const at = held.before === null ? others.length : others.indexOf(held.before);
  const places = { up: Math.max(0, at - 1), down: Math.min(others.length, at + 1), first: 0, last: others.length };
  return { ...held, before: others[places[to]] ?? null };
}

/**
 * The same while people are called: the ticket stays before the next one that still waits. Undefined: the ticket itself
 * waits no longer.
 */
export function heldAfter(held: Grabbed, was: readonly string[], is: readonly string[]): Grabbed | undefined {
  if (!is.includes(held.ticketId)) return undefined;
  if (held.before === null || is.includes(held.before)) return held;
  const below = was.slice(was.indexOf(held.before)).find((id) => id !== held.ticketId && is.includes(id));
  return { ...held, before: below ?? null };
}
