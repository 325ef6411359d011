import { partsOf } from '../line-parts.ts';
import type { Line } from '../lines.ts';
import type { Ticket } from '../ticket.ts';

/** Who is in the room of a desk, first called first. */
export function servedAt(lines: Iterable<Line>, deskId: string): readonly Ticket[] {
  return calledTo(lines, deskId).filter(({ stage }) => stage === 'room');
}

/** Who waits before the room of a desk (二次候诊), first called first. */
export function beforeRoom(lines: Iterable<Line>, deskId: string): readonly Ticket[] {
  return calledTo(lines, deskId).filter(({ stage }) => stage === 'corridor');
}

interface Called {
  readonly ticket: Ticket;
  /** Its first call among those of its queue. */
  readonly place: number;
}

function calledTo(lines: Iterable<Line>, deskId: string): Ticket[] {
  const called: Called[] = [];
  for (const line of lines) {
    for (const ticket of partsOf(line).called) {
      if (ticket.call?.deskId !== deskId) continue;
      const place = line.calls.findLast(({ ticketId }) => ticketId === ticket.id)?.place ?? 0;
      called.push({ ticket, place });
    }
  }
  return called.sort(firstCalledFirst).map(({ ticket }) => ticket);
}

/** Several may be called into a corridor in one instant: then in the order of their calls. */
function firstCalledFirst(one: Called, other: Called): number {
  const [first, second] = [one.ticket.call?.firstCalledAt ?? '', other.ticket.call?.firstCalledAt ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  return one.place - other.place;
}
