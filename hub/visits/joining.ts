import type { PlaceTold, Step } from '../contract/index.ts';
import { clinicTimeOf } from '../business-date.ts';
import type { AppointmentEntry } from '../hospital/port.ts';
import { imaginedTicket } from '../queue/estimates/imagined.ts';
import type { Waits } from '../queue/estimates/waits.ts';
import { waitingAgain, laneAgain } from '../queue/join.ts';
import { placementOf } from '../queue/order/index.ts';
import type { QueuePlace, SitePlan } from '../queue/site-plan.ts';
import type { Ticket } from '../queue/ticket.ts';
import { slotOf } from './agenda.ts';
import { checkInWindow } from './check-in-window.ts';

export type Joining = NonNullable<Step['joining']>;

/**
 * Where a check-in now would lead: the place by the rules of the queue, and the wait from there. Undefined: nobody can
 * check in for it, or it waits already.
 */
export function joiningOf(
  { plan, waits, now }: { readonly plan: SitePlan; readonly waits: Waits; readonly now: number },
  {
    entry,
    place,
    ticket,
  }: { readonly entry: AppointmentEntry; readonly place: QueuePlace; readonly ticket: Ticket | undefined },
): Joining | undefined {
  const joined = ticketIfJoined({ plan, now }, { entry, place, ticket });
  if (joined === undefined) return undefined;
  const wait = waits.if(joined);
  return wait === null ? undefined : { ...wait, place: placeTold(place, joined) };
}

function ticketIfJoined(
  { plan, now }: { readonly plan: SitePlan; readonly now: number },
  {
    entry,
    place,
    ticket,
  }: { readonly entry: AppointmentEntry; readonly place: QueuePlace; readonly ticket: Ticket | undefined },
): Ticket | undefined {
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
  return imaginedTicket(place, { lane, kind: 'appointment', slotStart, slotEnd, checkedInAt: at, ...time });
}

/** By which rule a ticket stands that is not in the normal lane. */
function placeTold({ policy }: QueuePlace, ticket: Ticket): PlaceTold | null {
  const placement = placementOf(policy, ticket);
  if (placement === undefined) return null;
  const others = placement.rule === 'after' ? placement.others : null;
  return { lane: ticket.lane, rule: placement.rule, others };
}
