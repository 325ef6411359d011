import type { DeskTicket, DeskWaiting } from '@lobby/hub/contract';
import type { Taken } from './taken.ts';

/** A line of the waiting list: somebody who waits, or one whom others have just taken. */
export type TableLine =
  | { readonly kind: 'waiting'; readonly key: string; readonly ticket: DeskWaiting }
  | { readonly kind: 'taken'; readonly key: string; readonly ticket: DeskTicket; readonly by: Taken['by'] };

/** The list with whoever has just gone still at their place, so that it does not jump under the eye. */
export function linesOf(waiting: readonly DeskWaiting[], taken: readonly Taken[]): readonly TableLine[] {
  const back = new Set(waiting.map(({ ticketId }) => ticketId));
  const lines: TableLine[] = waiting.map((ticket) => ({ kind: 'waiting', key: ticket.ticketId, ticket }));
  const gone = taken.filter(({ ticket }) => !back.has(ticket.ticketId)).toSorted((one, other) => one.at - other.at);
  for (const { ticket, at, by } of gone)
    lines.splice(at, 0, { kind: 'taken', key: `taken ${ticket.ticketId}`, ticket, by });
  return lines;
}
