import type { OrderInput } from './calling-order.ts';
import { waitingSince, type OrderTicket } from './ticket-in-order.ts';

/**
 * Numbers of the tickets that are not offered yet, because they missed a call a moment ago. With each of them wait
 * those like it who came back later: nobody passes somebody alike.
 */
export function resting<Ticket extends OrderTicket>(
  tickets: readonly Ticket[],
  { calls, policy, at }: Pick<OrderInput<Ticket>, 'calls' | 'policy' | 'at'>,
): readonly number[] {
  const gap = policy.calls.gapMinutes * 60_000;
  if (gap === 0) return [];
  const callable = Date.parse(at) - gap;
  const lastCall = new Map(calls.map((call) => [call.ticketId, call.at]));
  const firstResting = new Map<string, string>();
  for (const ticket of tickets) {
    const called = lastCall.get(ticket.id);
    if (ticket.lane !== 'missed' || called === undefined || Date.parse(called) <= callable) continue;
    const [like, since] = [likenessOf(ticket), waitingSince(ticket)];
    const earlier = firstResting.get(like);
    if (earlier === undefined || since < earlier) firstResting.set(like, since);
  }
  return tickets.flatMap((ticket, index) => {
    const from = firstResting.get(likenessOf(ticket));
    return from !== undefined && waitingSince(ticket) >= from ? [index] : [];
  });
}

function likenessOf({ lane, class: priority, kind, slotStart }: OrderTicket): string {
  return [lane, priority ?? '', kind, slotStart ?? ''].join(' ');
}
