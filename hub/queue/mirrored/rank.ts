import type { Ticket } from '../ticket.ts';

/** Whether a ticket is one of another system, and none of our own. */
export function isOutside({ outside }: Pick<Ticket, 'outside'>): boolean {
  return (outside ?? null) !== null;
}

/** The place that another system has given a ticket; null: none. */
export function rankOf({ outside }: Ticket): number | null {
  return outside?.rank ?? null;
}

/**
 * Whether a waiting ticket came over from another system and has its place from there. Whoever has missed a call since,
 * was sent for tests, or was moved by a nurse stands by our own rules.
 */
export function isTakenOver(ticket: Ticket): boolean {
  const { state, lane, emergency, move } = ticket;
  return state === 'waiting' && rankOf(ticket) !== null && lane === 'normal' && emergency === null && move === null;
}
