import type { NewEvent } from '../feed/append.ts';
import type { Ticket } from './ticket.ts';

/** What is so of a ticket after an event, by ids and codes alone: whoever reads the feed from its start knows the tables. */
export function ticketState(ticket: Ticket) {
  const { call, move, reports } = ticket;
  return {
    ticketId: ticket.id,
    version: ticket.version,
    queueId: ticket.queueId,
    session: ticket.session,
    number: ticket.number,
    label: ticket.label,
    state: ticket.state,
    stage: ticket.stage,
    lane: ticket.lane,
    class: ticket.class,
    checkedInAt: ticket.checkedInAt,
    returnedAt: ticket.returnedAt,
    emergency: ticket.emergency,
    move,
    assignedTo: ticket.assignedTo,
    reports,
    misses: ticket.misses,
    endedAt: ticket.endedAt,
    callId: call?.callId ?? null,
    deskId: call?.deskId ?? null,
    roomId: call?.roomId ?? null,
    calledAt: call?.calledAt ?? null,
    times: call?.times ?? 0,
  };
}

/** An event about a ticket: nothing of its patient is in it. */
export function ticketEvent(ticket: Ticket, type: NewEvent['type'], body: NewEvent['body']): NewEvent {
  return {
    type,
    businessDate: ticket.businessDate,
    areaId: ticket.areaId,
    queueId: ticket.queueId,
    body: { ticketId: ticket.id, label: ticket.label, ...body, ticket: ticketState(ticket) },
  };
}
