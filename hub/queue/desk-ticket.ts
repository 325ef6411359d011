import type { DeskTicket } from '../contract/index.ts';
import { classesOf } from './acts/priority-classes.ts';
import type { SitePlan } from './site-plan.ts';
import type { Ticket } from './ticket.ts';

/** A ticket as desks see it. `businessDate`: today's. */
export function deskTicketOf(plan: SitePlan, ticket: Ticket, businessDate: string): DeskTicket {
  const { birthYear, maskedName, sex } = ticket.patient;
  return {
    ticketId: ticket.id,
    version: ticket.version,
    queueId: ticket.queueId,
    label: ticket.label,
    state: ticket.state,
    who: maskedName,
    lane: ticket.lane,
    kind: ticket.kind,
    sex,
    // Only the year of birth is kept with a ticket: the age that the patient reaches this year.
    age: birthYear === null ? null : Number(businessDate.slice(0, 4)) - birthYear,
    class: classOf(plan, ticket),
    emergency: ticket.emergency !== null,
    slotStart: ticket.slotStart,
    checkedInAt: ticket.checkedInAt,
    returnedAt: ticket.returnedAt,
    reports: ticket.reports,
    assignedTo: assignedTo(plan, ticket),
    misses: ticket.misses,
    actedBy: ticket.actedBy?.relation ?? null,
  };
}

function classOf(plan: SitePlan, ticket: Ticket): DeskTicket['class'] {
  const place = plan.queue(ticket.queueId);
  if (ticket.class === null || place === undefined) return null;
  const { class: code } = ticket;
  return classesOf(place).find((known) => known.code === code) ?? { code, name: { zh: code, en: code }, level: 9 };
}

function assignedTo(plan: SitePlan, { assignedTo: deskId }: Ticket): DeskTicket['assignedTo'] {
  return deskId === null ? null : { deskId, name: plan.desk(deskId)?.room.name ?? { zh: deskId, en: deskId } };
}
