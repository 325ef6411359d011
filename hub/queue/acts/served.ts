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

function calledTo(lines: Iterable<Line>, deskId: string): Ticket[] {
  const called: Ticket[] = [];
  for (const line of lines) {
    for (const ticket of line.tickets) {
      if (ticket.state === 'called' && ticket.call?.deskId === deskId) called.push(ticket);
    }
  }
  return called.sort(firstCalledFirst);
}

function firstCalledFirst(one: Ticket, other: Ticket): number {
  const [first, second] = [one.call?.firstCalledAt ?? '', other.call?.firstCalledAt ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  // Ids of calls rise with time.
  return (one.call?.callId ?? '') < (other.call?.callId ?? '') ? -1 : 1;
}
