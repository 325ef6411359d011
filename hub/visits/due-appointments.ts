import { businessDateAfter, clinicTimeOf } from '../business-date.ts';
import type { Clock } from '../clock.ts';
import type { TicketView } from '../contract/index.ts';
import type { AppointmentEntry } from '../hospital/port.ts';
import type { Lines } from '../queue/lines.ts';
import { orderOfLine } from '../queue/order-of-line.ts';
import type { Placed } from '../queue/order/index.ts';
import { mayRejoin } from '../queue/rejoin.ts';
import type { SitePlan } from '../queue/site-plan.ts';
import { patientTickets } from '../queue/tickets.ts';
import { ticketView } from '../queue/ticket-view.ts';
import type { Ticket } from '../queue/ticket.ts';
import type { Store } from '../store/store.ts';
import type { DueAppointment } from './agenda.ts';
import { papersOf } from './prints.ts';

interface DueParts {
  readonly plan: SitePlan;
  readonly store: Store;
  readonly lines: Lines;
  readonly clock: Clock;
}

/** A patient's appointments with the queues in which they wait and the tickets that they have; without those of clinics the site has not. */
export async function dueAppointments(
  { plan, store, lines, clock }: DueParts,
  patientId: string,
  entries: readonly AppointmentEntry[],
): Promise<readonly DueAppointment[]> {
  const placed = entries.flatMap((entry) => {
    const place = plan.queueOfClinic(entry.clinic);
    return place === undefined ? [] : [{ entry, place }];
  });
  if (placed.length === 0) return [];
  const since = businessDateAfter(clinicTimeOf(plan.site, clock.now()).businessDate, -1);
  const tickets = await patientTickets(store.database, patientId, since);
  const queueIds = [...new Set(placed.map(({ place }) => place.queue.id))];
  const read = await lines.read(store.database, queueIds);
  const paperOf = await papersOf(
    store.database,
    tickets.map(({ id }) => id),
  );
  const shown = (ticket: Ticket | undefined, order: readonly Placed<Ticket>[]): TicketView | null => {
    const view = ticket === undefined ? undefined : ticketView(plan, ticket, order);
    return view === undefined ? null : { ...view, paper: paperOf(view.ticketId) };
  };
  return placed.map(({ entry, place }) => {
    const line = read.get(place.queue.id);
    const order = line === undefined ? [] : orderOfLine(line, place, clock.now());
    const ticket = tickets.find((one) => one.appointmentId === entry.appointment.id);
    const isVoid = ticket?.state === 'missed' && !mayRejoin(place.policy, ticket);
    const mirrored = line?.mirrored ?? false;
    return { entry, place, ticket: shown(ticket, order), waiting: order.length, isVoid, mirrored };
  });
}
