import type { Ticket } from './ticket.ts';

/** The tickets of a queue by what has become of them. */
export interface LineParts {
  readonly waiting: readonly Ticket[];
  readonly called: readonly Ticket[];
  /** By the desk that called them. */
  readonly finished: ReadonlyMap<string, readonly Ticket[]>;
}

/** A list of tickets never changes; of one day most are finished, and everybody looks for the others. */
const known = new WeakMap<readonly Ticket[], LineParts>();

/** Sorted out once for each list. */
export function partsOf({ tickets }: { readonly tickets: readonly Ticket[] }): LineParts {
  const before = known.get(tickets);
  if (before !== undefined) return before;
  const parts = sortOut(tickets);
  known.set(tickets, parts);
  return parts;
}

function sortOut(tickets: readonly Ticket[]): LineParts {
  const waiting: Ticket[] = [];
  const called: Ticket[] = [];
  const finished = new Map<string, Ticket[]>();
  for (const ticket of tickets) {
    const { state, call } = ticket;
    if (state === 'waiting') waiting.push(ticket);
    else if (state === 'called') called.push(ticket);
    else if (state === 'finished' && call !== null) {
      const atDesk = finished.get(call.deskId);
      if (atDesk === undefined) finished.set(call.deskId, [ticket]);
      else atDesk.push(ticket);
    }
  }
  return { waiting, called, finished };
}
