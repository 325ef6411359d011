import type { TicketView, WaitTold } from '../contract/index.ts';
import type { Placed } from './order/index.ts';
import type { SitePlan } from './site-plan.ts';
import type { Ticket } from './ticket.ts';

/**
 * A ticket as its patient may see it; undefined when its queue is no longer configured. `wait`: what the patient is told
 * of it; left out where nobody looked.
 */
export function ticketView(
  plan: SitePlan,
  ticket: Ticket,
  order: readonly Placed<Ticket>[],
  wait?: WaitTold | null,
): TicketView | undefined {
  const place = plan.queue(ticket.queueId);
  if (place === undefined) return undefined;
  const room = ticket.state === 'called' && ticket.call !== null ? plan.room(ticket.call.roomId) : undefined;
  const ahead = order.findIndex((placed) => placed.ticket.id === ticket.id);
  return {
    ticketId: ticket.id,
    label: ticket.label,
    state: ticket.state,
    queue: place.queue.name,
    queueId: place.queue.id,
    area: place.area.name,
    place: room?.name ?? place.area.name,
    level: place.area.level,
    practitioner: ticket.practitioner,
    slotStart: ticket.slotStart,
    slotEnd: ticket.slotEnd,
    checkedInAt: ticket.checkedInAt,
    ahead: Math.max(ahead, 0),
    lane: ticket.lane,
    byProxy: ticket.actedBy !== null,
    reports: ticket.reports,
    ...(wait !== undefined && { wait }),
  };
}
