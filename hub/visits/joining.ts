import type { PlaceTold, Step } from '../contract/index.ts';
import { clinicTimeOf } from '../business-date.ts';
import type { AppointmentEntry } from '../hospital/port.ts';
import { imaginedTicket } from '../queue/estimates/imagined.ts';
import type { Waits } from '../queue/estimates/waits.ts';
import { waitingAgain, laneAgain } from '../queue/join.ts';
import { classAtCheckIn } from '../queue/class-at-check-in.ts';
import { placementOf } from '../queue/order/index.ts';
import type { QueuePlace, SitePlan } from '../queue/site-plan.ts';
import type { Ticket } from '../queue/ticket.ts';
import { slotOf } from './agenda.ts';
import { checkInWindow } from './check-in-window.ts';
import { kindOf } from './decide-check-in.ts';

export type Joining = NonNullable<Step['joining']>;

interface Now {
  readonly plan: SitePlan;
  readonly now: number;
  /** Of the patient; an age may prove a priority class. */
  readonly birthYear: number | null;
}

interface Appointment {
  readonly entry: AppointmentEntry;
  readonly place: QueuePlace;
  readonly ticket: Ticket | undefined;
}

/**
 * Where a check-in now would lead: the place by the rules of the queue, and the wait from there. Undefined: nobody can
 * check in for it, or it waits already.
 */
export function joiningOf(at: Now & { readonly waits: Waits }, appointment: Appointment): Joining | undefined {
  const joined = ticketIfJoined(at, appointment);
  const wait = joined === undefined ? null : at.waits.if(joined);
  return joined === undefined || wait === null ? undefined : { ...wait, place: placeTold(appointment.place, joined) };
}

function ticketIfJoined({ plan, now, birthYear }: Now, { entry, place, ticket }: Appointment): Ticket | undefined {
  const slot = slotOf(entry);
  const window = slot === undefined ? undefined : checkInWindow(place.checkIn, slot, now);
  const lane = window?.state === 'open' ? window.lane : 'normal';
  const at = new Date(now).toISOString();
  if (ticket !== undefined) {
    const again = laneAgain(ticket.state);
    return again === undefined ? undefined : waitingAgain(ticket, { lane: again === 'as-new' ? lane : again, at });
  }
  if (slot === undefined) return undefined;
  const { start: slotStart, end: slotEnd } = slot;
  const time = clinicTimeOf(plan.site, now);
  const { businessDate } = time;
  return {
    ...imaginedTicket(place, { lane, kind: kindOf(entry), slotStart, slotEnd, checkedInAt: at, ...time }),
    class: classAtCheckIn(place.policy, { birthYear, businessDate }),
  };
}

/** By which rule a ticket stands that is not in the normal lane. */
function placeTold({ policy }: QueuePlace, ticket: Ticket): PlaceTold | null {
  const placement = placementOf(policy, ticket);
  if (placement === undefined) return null;
  const others = placement.rule === 'after' ? placement.others : null;
  return { lane: ticket.lane, rule: placement.rule, others };
}
