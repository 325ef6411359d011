import type { QueuePolicy } from '@lobby/config';
import type { Because } from './because.ts';
import type { FiledTickets } from './filed-tickets.ts';
import { classOf, placementOf } from './stand.ts';
import type { OrderTicket } from './ticket-in-order.ts';

/** Why a ticket is called whose line has its turn. `ahead`: how many are called before it. */
export function reasonInLine(
  filed: FiledTickets<OrderTicket>,
  policy: QueuePolicy,
  called: { readonly ticket: number; readonly ahead: number },
): Because {
  const ticket = filed.tickets[called.ticket];
  const stand = filed.stands[called.ticket];
  if (ticket === undefined || stand === undefined) throw new Error('a ticket is called that is not in the queue');
  if (stand.line === 'share') return reasonOfShare(policy, ticket);
  const { lane } = ticket;
  if (lane !== 'normal') {
    if (stand.line !== 'normal') return { rule: 'lane', lane, ahead: called.ahead };
    if (stand.part === 'void') return { rule: 'void', lane };
    if (stand.part === 'end-of-slot') return { rule: 'end', lane, of: 'slot' };
    if (stand.part === 'end-of-session') {
      const place = placementOf(policy, ticket);
      const isLastMinutes = place?.rule === 'end-of-session' && place.lastMinutes !== undefined;
      return { rule: 'end', lane, of: isLastMinutes ? 'last-minutes' : 'session' };
    }
  }
  return filed.normalReasons.get(called.ticket) ?? { rule: 'check-in', after: null };
}

function reasonOfShare(policy: QueuePolicy, ticket: OrderTicket): Because {
  const priority = classOf(policy, ticket.class);
  if (priority?.rule.rule !== 'ratio') return { rule: 'check-in', after: null };
  const { others, own } = priority.rule;
  return { rule: 'share', class: priority.name, others, own };
}
