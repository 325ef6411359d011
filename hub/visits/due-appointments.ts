import { businessDateAfter, clinicTimeOf } from '../business-date.ts';
import type { Clock } from '../clock.ts';
import type { AppointmentEntry } from '../hospital/port.ts';
import type { Estimates } from '../queue/estimates/estimates.ts';
import type { Waits } from '../queue/estimates/waits.ts';
import { orderOfLine } from '../queue/order-of-line.ts';
import { mayRejoin } from '../queue/rejoin.ts';
import type { QueuePlace, SitePlan } from '../queue/site-plan.ts';
import { patientTickets } from '../queue/tickets.ts';
import { ticketView } from '../queue/ticket-view.ts';
import type { Ticket, TicketPatient } from '../queue/ticket.ts';
import type { Store } from '../store/store.ts';
import type { DueAppointment } from './agenda.ts';
import { joiningOf } from './joining.ts';
import { papersOf } from './prints.ts';

interface DueParts {
  readonly plan: SitePlan;
  readonly store: Store;
  readonly clock: Clock;
  readonly estimates: Pick<Estimates, 'now'>;
}

/** What there is of today, and the waits of its queues. */
export interface Due {
  readonly due: readonly DueAppointment[];
  readonly waits: Waits;
}

/** A patient's appointments with the queues in which they wait and the tickets that they have; without those of clinics the site has not. */
export async function dueAppointments(
  { plan, store, clock, estimates }: DueParts,
  patient: Pick<TicketPatient, 'patientId' | 'birthYear'>,
  entries: readonly AppointmentEntry[],
): Promise<Due> {
  const placed = entries.flatMap((entry) => {
    const place = plan.queueOfClinic(entry.clinic);
    return place === undefined ? [] : [{ entry, place }];
  });
  const now = clock.now();
  if (placed.length === 0) return { due: [], waits: await estimates.now([]) };
  const since = businessDateAfter(clinicTimeOf(plan.site, now).businessDate, -1);
  const tickets = await patientTickets(store.database, patient.patientId, since);
  const placeOf = (ticket: Ticket | undefined, usual: QueuePlace): QueuePlace =>
    (ticket && plan.queue(ticket.queueId)) ?? usual;
  const stood = placed.map(({ entry, place }) => {
    const ticket = tickets.find((one) => one.appointmentId === entry.appointment.id);
    return { entry, ticket, place: placeOf(ticket, place) };
  });
  const queueIds = [...new Set(stood.map(({ place }) => place.queue.id))];
  const waits = await estimates.now(queueIds);
  const paperOf = await papersOf(
    store.database,
    tickets.map(({ id }) => id),
  );
  const due = stood.map(({ entry, ticket, place }) => {
    const line = waits.line(place.queue.id);
    const order = line === undefined ? [] : orderOfLine(line, place, now);
    const view = ticket && ticketView(plan, ticket, order, waits.of(ticket));
    return {
      entry,
      place,
      ticket: view === undefined ? null : { ...view, paper: paperOf(view.ticketId) },
      waiting: order.length,
      isVoid: ticket?.state === 'missed' && !mayRejoin(place.policy, ticket),
      mirrored: line?.mirrored ?? false,
      joining: () => joiningOf({ plan, waits, now, birthYear: patient.birthYear }, { entry, place, ticket }),
    };
  });
  return { due, waits };
}
