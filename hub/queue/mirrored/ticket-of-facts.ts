import { randomUUIDv7 } from 'node:crypto';
import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../../business-date.ts';
import type { QueuePlace } from '../site-plan.ts';
import { untouched, type Ticket, type TicketCall, type TicketPatient } from '../ticket.ts';
import type { Facts } from './facts.ts';
import type { Standing } from './standing.ts';

/** Where and under which number a ticket of another system stands, as far as the facts say so. */
export interface NamedPlace {
  readonly queueId: string;
  readonly label: string;
}

/** Queue and label; by the calls where the ticket itself has not been described. Undefined: nothing can be shown yet. */
export function namedPlaceOf(facts: Facts): Partial<NamedPlace> {
  const { description, calls } = facts;
  if (description !== null) return { queueId: description.queueId, label: description.label };
  const placed = calls.flatMap(({ placed }) => placed ?? []).sort((one, other) => (one.stamp < other.stamp ? -1 : 1));
  const queueId = placed.flatMap((call) => call.queueId ?? [])[0];
  const label = placed.flatMap((call) => call.label ?? [])[0];
  return { ...(queueId !== undefined && { queueId }), ...(label !== undefined && { label }) };
}

/** A ticket that begins with what another system says of it. */
export function newOutsideTicket(of: {
  readonly site: Site;
  readonly place: QueuePlace;
  readonly source: string;
  readonly externalId: string;
  readonly facts: Facts;
  readonly number: number;
  readonly label: string;
  readonly now: number;
}): Ticket {
  const { site, place, facts } = of;
  const at = waitingSince(facts) ?? new Date(of.now).toISOString();
  const id = randomUUIDv7();
  return {
    ...untouched,
    id,
    queueId: place.queue.id,
    areaId: place.area.id,
    ...clinicTimeOf(site, Date.parse(at)),
    number: of.number,
    label: of.label,
    patient: { patientId: `outside:${id}`, maskedName: '', surname: null, sex: 'unknown', birthYear: null },
    actedBy: null,
    kind: 'walk-in',
    appointmentId: facts.description?.appointmentId ?? null,
    practitioner: null,
    slotStart: null,
    slotEnd: null,
    lane: 'normal',
    checkedInAt: at,
    outside: { source: of.source, id: of.externalId, rank: null },
  };
}

/** The ticket as the facts have it; number, label and queue stay as they are. */
export function ticketAsSaid(
  ticket: Ticket,
  said: {
    readonly source: string;
    readonly externalId: string;
    readonly facts: Facts;
    readonly standing: Standing;
    readonly call: TicketCall | null;
  },
): Ticket {
  const { facts, standing } = said;
  const { description } = facts;
  const outside = { source: said.source, id: said.externalId, rank: description?.rank ?? null };
  const now: Ticket = {
    ...ticket,
    outside,
    state: standing.state,
    stage: 'room',
    call: said.call,
    misses: standing.misses,
    endedAt: standing.endedAt,
  };
  if (description === null) return { ...now, checkedInAt: waitingSince(facts) ?? now.checkedInAt };
  const slotStart = description.slotStart ?? ticket.slotStart;
  return {
    ...now,
    lane: description.lane,
    patient: patientOf(ticket.patient, description.patient),
    practitioner: description.practitioner ?? ticket.practitioner,
    slotStart,
    slotEnd: description.slotEnd ?? ticket.slotEnd,
    kind: slotStart === null ? 'walk-in' : 'appointment',
    checkedInAt: waitingSince(facts) ?? now.checkedInAt,
  };
}

function waitingSince({ description, since }: Facts): string | null {
  return description?.waitingSince ?? since;
}

function patientOf(known: TicketPatient, said: NonNullable<Facts['description']>['patient']): TicketPatient {
  if (said === null) return known;
  return {
    patientId: said.patientId ?? known.patientId,
    maskedName: said.maskedName === '' ? known.maskedName : said.maskedName,
    surname: said.surname ?? known.surname,
    sex: said.sex === 'unknown' ? known.sex : said.sex,
    birthYear: said.birthYear ?? known.birthYear,
  };
}
