import type { QueuePolicy } from '@lobby/config';
import type { Lane } from '../../contract/index.ts';
import type { OrderCall, OrderTicket } from '../../queue/order/index.ts';
import { standOf } from '../../queue/order/stand.ts';
import type { FileTicket } from './file-ticket.ts';

/**
 * The first calls of a ticket. Between two check-ins a ticket is called for one turn: what comes after the first of
 * these calls says it again.
 */
export function callsOfTicket(
  { calledAt, checkIns }: FileTicket,
  ticket: OrderTicket,
  policy: QueuePolicy,
): OrderCall[] {
  const stand = standOf(policy, ticket);
  const isEmergency = stand.line === 'urgent' && stand.emergency;
  const seen = new Set<string>();
  return calledAt
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .flatMap((call) => {
      const since = call.since ?? checkIns.findLast((checkIn) => checkIn <= call.at) ?? null;
      const turn = since ?? 'before';
      if (seen.has(turn)) return [];
      seen.add(turn);
      return [
        {
          ticketId: ticket.id,
          at: call.at,
          lane: call.lane ?? laneAtCall(ticket, since),
          since,
          automatic: call.automatic ?? (!isEmergency && ticket.move === null),
          deskId: call.desk,
          workNo: null,
        },
      ];
    });
}

/** Before its last check-in a ticket was in the normal lane, as far as one knows. */
function laneAtCall(ticket: OrderTicket, since: string | null): Lane {
  if (since === null) return 'normal';
  if (since === ticket.returnedAt) return 'return';
  return ticket.lane === 'return' ? 'normal' : ticket.lane;
}
