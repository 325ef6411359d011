import { countUntil, type CountedCall } from './history.ts';
import type { OrderTicket } from './ticket-in-order.ts';
import type { Walk } from './walk.ts';

interface Moved {
  readonly ticket: number;
  readonly at: string;
  /** How many calls the day has had when it is its turn; infinite when it stands before another ticket. */
  readonly dueAfter: number;
  /** Number of the ticket before which it stands; −1: none that waits. */
  readonly before: number;
}

/** Tickets that a nurse has put somewhere. */
export class Moves {
  readonly #moved: readonly Moved[];

  constructor(tickets: readonly OrderTicket[], calls: readonly CountedCall[]) {
    this.#moved = tickets.some(({ move }) => move !== null) ? movedOf(tickets, calls) : [];
  }

  /** Whose turn it is after so many calls; −1: nobody's. */
  due(total: number, walk: Walk): number {
    const isDue = ({ dueAfter, before }: Moved): boolean =>
      dueAfter === Infinity ? before < 0 || walk.isTaken(before) : dueAfter <= total;
    return this.#first(walk, isDue);
  }

  /** Who stands before this ticket, and before whom nobody stands; −1: nobody. */
  before(ticket: number, walk: Walk): number {
    const seen = new Set([ticket]);
    let found = -1;
    for (let target = ticket; ;) {
      const next = this.#first(walk, (moved) => moved.before === target && !seen.has(moved.ticket));
      if (next < 0) return found;
      seen.add(next);
      found = next;
      target = next;
    }
  }

  /** Nobody else waits: whose turn comes first; −1: nobody's. */
  soonest(walk: Walk): number {
    return this.#first(walk, () => true);
  }

  #first(walk: Walk, fits: (moved: Moved) => boolean): number {
    return this.#moved.find((moved) => !walk.isTaken(moved.ticket) && fits(moved))?.ticket ?? -1;
  }
}

/** Of two that are due at once, the one that was moved later stands where the nurse put it: before the other. */
function soonerFirst(one: Moved, other: Moved): number {
  if (one.dueAfter !== other.dueAfter) return one.dueAfter - other.dueAfter;
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.ticket - other.ticket;
}

function movedOf(tickets: readonly OrderTicket[], calls: readonly CountedCall[]): readonly Moved[] {
  const instants = calls.map(({ at }) => at).sort((one, other) => one - other);
  const indexOf = new Map(tickets.map(({ id }, index) => [id, index]));
  const moved = tickets.flatMap(({ move, emergency }, ticket): Moved[] => {
    if (move === null || emergency !== null) return [];
    const { at } = move;
    if ('before' in move) return [{ ticket, at, dueAfter: Infinity, before: indexOf.get(move.before) ?? -1 }];
    return [{ ticket, at, dueAfter: countUntil(instants, Date.parse(at)) + move.rank - 1, before: -1 }];
  });
  return moved.toSorted(soonerFirst);
}
