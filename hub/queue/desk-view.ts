import { showsCall } from '@lobby/config';
import { clinicTimeOf, wallTime } from '../business-date.ts';
import type { DeskTicket, DeskView } from '../contract/index.ts';
import type { Seated } from './board.ts';
import { servedAt } from './desk-actions.ts';
import type { Line } from './lines.ts';
import { orderAtDesk } from './desk-order.ts';
import { reasonWords } from './order/index.ts';
import type { DeskPlace, SitePlan } from './site-plan.ts';
import type { Ticket } from './ticket.ts';

export interface DeskViewInput {
  readonly plan: SitePlan;
  readonly place: DeskPlace;
  readonly lines: ReadonlyMap<string, Line>;
  readonly seated: Seated | undefined;
  readonly shown: readonly { readonly screenId: string; readonly at: string }[];
  readonly screens: DeskView['screens'];
  readonly sequence: number;
  readonly now: number;
}

/** What the desk of a room shows: whom it serves, who waits and why in this order. */
export function buildDeskView(input: DeskViewInput): DeskView {
  const { plan, place, now } = input;
  const { businessDate } = clinicTimeOf(plan.site, now);
  const deskTicket = (ticket: Ticket): DeskTicket => deskTicketOf(ticket, businessDate);
  const queueIds = place.queues.map(({ queue }) => queue.id);
  const order = orderAtDesk(place, { lines: input.lines, workNo: input.seated?.workNo, now });
  const timeOfDay = (instant: string): string => wallTime(plan.site.timeZone, instant);
  const tickets = queueIds.flatMap((queueId) => input.lines.get(queueId)?.tickets ?? []);
  const finished = finishedHere(tickets, place.desk.id, businessDate);
  return {
    deskId: place.desk.id,
    hospital: plan.site.hospital.name,
    area: place.area.name,
    room: place.room.name,
    queues: place.queues.map(({ queue }) => queue.name),
    staff: input.seated === undefined ? null : { name: input.seated.name, title: input.seated.title },
    serving: servingOf(input, deskTicket),
    waiting: order.map(({ ticket, because }) => ({
      ...deskTicket(ticket),
      reason: reasonWords(because, timeOfDay),
    })),
    missed: tickets.filter((ticket) => ticket.state === 'missed').map(deskTicket),
    seenToday: finished.length,
    averageSeconds: averageSeconds(finished),
    screens: input.screens,
    sequence: input.sequence,
    at: new Date(now).toISOString(),
  };
}

/** The ticket that a desk serves, whose last call the screens acknowledge. */
export function servedTicketOf(lines: ReadonlyMap<string, Line>, deskId: string): Ticket | undefined {
  return servedAt(lines.values(), deskId)[0];
}

function servingOf(input: DeskViewInput, deskTicket: (ticket: Ticket) => DeskTicket): DeskView['serving'] {
  const ticket = servedTicketOf(input.lines, input.place.desk.id);
  if (ticket === undefined || ticket.call === null) return null;
  const { callId, calledAt, times } = ticket.call;
  const place = { areaId: input.place.area.id, roomId: ticket.call.roomId, queueId: ticket.queueId };
  const hung = new Set(input.screens.map(({ screenId }) => screenId));
  const showing = input.plan.site.screens.filter((screen) => hung.has(screen.id) && showsCall(screen, place));
  const expected = showing.map(({ id }) => id);
  return { ...deskTicket(ticket), callId, calledAt, times, shown: [...input.shown], expected };
}

function deskTicketOf(ticket: Ticket, businessDate: string): DeskTicket {
  const { birthYear, maskedName, sex } = ticket.patient;
  return {
    ticketId: ticket.id,
    label: ticket.label,
    who: maskedName,
    lane: ticket.lane,
    kind: ticket.kind,
    sex,
    // Only the year of birth is kept with a ticket: the age that the patient reaches this year.
    age: birthYear === null ? null : Number(businessDate.slice(0, 4)) - birthYear,
    slotStart: ticket.slotStart,
    checkedInAt: ticket.checkedInAt,
    misses: ticket.misses,
    actedBy: ticket.actedBy?.relation ?? null,
  };
}

function finishedHere(tickets: readonly Ticket[], deskId: string, businessDate: string): readonly Ticket[] {
  return tickets.filter(
    (ticket) => ticket.state === 'finished' && ticket.call?.deskId === deskId && ticket.businessDate === businessDate,
  );
}

/** Mean time from the first call to the finish. */
function averageSeconds(finished: readonly Ticket[]): number | null {
  const seconds = finished.flatMap(({ call, endedAt }) =>
    call === null || endedAt === null ? [] : [(Date.parse(endedAt) - Date.parse(call.firstCalledAt)) / 1000],
  );
  if (seconds.length === 0) return null;
  return Math.round(seconds.reduce((sum, one) => sum + one, 0) / seconds.length);
}
